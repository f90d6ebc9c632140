package io.zmq4j.bench.role;

import io.zmq4j.curve.CurveKeyPair;
import io.zmq4j.zmtp.SocketType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.zeromq.ZMQ;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** JeroMQ in the same roles, as a program of its own. */
public final class JeroMq implements Library {
    private static final int MAX_SOCKETS = 20_000;

    /**
     * JeroMQ 0.6 never begins the handshake on a few of a hundred connections, until this is over and it connects again
     * (github.com/zeromq/jeromq/pull/1022); by default that is 30 seconds.
     */
    private static final int HANDSHAKE_MILLIS = 300;

    /**
     * For what is received with CURVE. When its queue is full, JeroMQ 0.6 gives messages undeciphered and loses others
     * (github.com/zeromq/jeromq/issues/1009).
     */
    private static final int UNLIMITED = 0;

    private final ZMQ.Context context = ZMQ.context(1);
    private final List<ZMQ.Socket> sockets = new ArrayList<>();
    private final List<NamedValue> options;
    private final Credentials credentials;

    private JeroMq(List<String> options, Credentials credentials) {
        if (credentials instanceof Credentials.PlainServer || credentials instanceof Credentials.PlainClient) {
            throw new IllegalArgumentException("JeroMQ is secured with CURVE alone here, not with PLAIN");
        }
        this.credentials = credentials;
        this.options = options.stream().map(NamedValue::parse).toList();
        context.setMaxSockets(MAX_SOCKETS);
    }

    /** Ends the virtual machine with the role's exit code. */
    public static void main(String... args) {
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Program());
    }

    @Command(
            name = "JeroMq",
            mixinStandardHelpOptions = true,
            subcommands = {
                LocalThr.class,
                RemoteThr.class,
                LocalLat.class,
                RemoteLat.class,
                InprocThr.class,
                InprocLat.class,
                ProxyThr.class,
                Pub.class,
                Subs.class,
                Many.class,
                LocalPace.class,
                RemotePace.class,
            })
    private static final class Program implements Roles {
        @Override
        public Library library(List<String> options, Credentials credentials) {
            return new JeroMq(options, credentials);
        }
    }

    @Override
    public Peer open(SocketType type) {
        if (type == SocketType.STREAM) {
            throw unmeasured(type);
        }
        var socket = socket(type);
        if (type == SocketType.ROUTER) {
            return new JeroMqRouter(socket);
        }
        return type == SocketType.SERVER ? new JeroMqServer(socket) : new JeroMqPeer(socket);
    }

    /** Its RADIO drops, and says nothing of who has joined; its STREAM is no yardstick for bytes, plain sockets are. */
    private static IllegalArgumentException unmeasured(SocketType type) {
        return new IllegalArgumentException("JeroMQ is not measured with " + type);
    }

    private ZMQ.Socket socket(SocketType type) {
        var socket = context.socket(org.zeromq.SocketType.valueOf(type.name()));
        sockets.add(socket);
        socket.setHandshakeIvl(HANDSHAKE_MILLIS);
        secure(socket);
        for (var option : options) {
            set(socket, option);
        }
        return socket;
    }

    private void secure(ZMQ.Socket socket) {
        if (credentials instanceof Credentials.CurveServer server) {
            socket.setCurveServer(true);
            socket.setRcvHWM(UNLIMITED);
            setKeys(socket, server.own());
        } else if (credentials instanceof Credentials.CurveClient client) {
            socket.setCurveServerKey(client.server().toBytes());
            socket.setRcvHWM(UNLIMITED);
            setKeys(socket, client.own());
        }
    }

    private static void setKeys(ZMQ.Socket socket, CurveKeyPair own) {
        socket.setCurvePublicKey(own.publicKey().toBytes());
        socket.setCurveSecretKey(own.secretKey());
    }

    private static void set(ZMQ.Socket socket, NamedValue option) {
        int value = Integer.parseInt(option.value());
        switch (option.name().toUpperCase(Locale.ROOT)) {
            case "SNDHWM" -> socket.setSndHWM(value);
            case "RCVHWM" -> socket.setRcvHWM(value);
            default ->
                throw new IllegalArgumentException(
                        "%s cannot be set here: SNDHWM and RCVHWM are allowed".formatted(option.name()));
        }
    }

    @Override
    public Peer publisher(SocketType type) {
        if (type != SocketType.XPUB) {
            throw unmeasured(type);
        }
        var socket = socket(type);
        socket.setXpubNoDrop(true);
        socket.setXpubVerbose(true);
        return new JeroMqPeer(socket);
    }

    @Override
    public Peer subscriber(SocketType type) {
        if (type != SocketType.SUB) {
            throw unmeasured(type);
        }
        var socket = socket(type);
        socket.subscribe(new byte[0]);
        return new JeroMqPeer(socket);
    }

    @Override
    public Readiness readiness(List<Peer> peers) {
        var poller = context.poller(peers.size());
        for (var peer : peers) {
            poller.register(((JeroMqPeer) peer).socket, ZMQ.Poller.POLLIN);
        }
        return new Readiness() {
            @Override
            public void await() {
                poller.poll(-1);
            }

            @Override
            public boolean isReady(int index) {
                return poller.pollin(index);
            }
        };
    }

    @Override
    public void proxy(Peer frontend, Peer backend) {
        ZMQ.proxy(((JeroMqPeer) frontend).socket, ((JeroMqPeer) backend).socket, null);
    }

    /** JeroMQ's sockets linger for ever by default, as these did when they were closed. */
    @Override
    public void finish() {
        for (var socket : sockets) {
            socket.close();
        }
        context.term();
    }

    /** Nothing: a socket may be closed by the thread only that uses it, which may be waiting. The process ends. */
    @Override
    public void close() {}
}
