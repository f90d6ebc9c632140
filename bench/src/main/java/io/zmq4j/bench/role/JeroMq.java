package io.zmq4j.bench.role;

import io.zmq4j.curve.CurveKeyPair;
import io.zmq4j.zmtp.SocketType;
import java.nio.ByteBuffer;
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
        return new OpenSocket(socket(type));
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
    public Peer publisher() {
        var socket = socket(SocketType.XPUB);
        socket.setXpubNoDrop(true);
        socket.setXpubVerbose(true);
        return new OpenSocket(socket);
    }

    @Override
    public Peer subscriber() {
        var socket = socket(SocketType.SUB);
        socket.subscribe(new byte[0]);
        return new OpenSocket(socket);
    }

    @Override
    public Readiness readiness(List<Peer> peers) {
        var poller = context.poller(peers.size());
        for (var peer : peers) {
            poller.register(((OpenSocket) peer).socket, ZMQ.Poller.POLLIN);
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
        ZMQ.proxy(((OpenSocket) frontend).socket, ((OpenSocket) backend).socket, null);
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

    private record OpenSocket(ZMQ.Socket socket) implements Peer {
        @Override
        public String bind(String endpoint) {
            if (!socket.bind(endpoint)) {
                throw new RunFailedException("cannot bind to " + endpoint);
            }
            return socket.getLastEndpoint();
        }

        @Override
        public void connect(String endpoint) {
            if (!socket.connect(endpoint)) {
                throw new RunFailedException("cannot connect to " + endpoint);
            }
        }

        @Override
        public void send(byte[] message) {
            if (!socket.send(message)) {
                throw new RunFailedException("cannot send, errno " + socket.errno());
            }
        }

        @Override
        public ByteBuffer receive() {
            return ByteBuffer.wrap(received());
        }

        private byte[] received() {
            byte[] message = socket.recv();
            if (message == null) {
                throw new RunFailedException("cannot receive, errno " + socket.errno());
            }
            return message;
        }

        @Override
        public void receive(Ledger ledger) {
            ledger.take(ByteBuffer.wrap(received()));
        }

        @Override
        public boolean tryReceive(Ledger ledger) {
            byte[] message = socket.recv(ZMQ.DONTWAIT);
            if (message == null) {
                return false;
            }
            ledger.take(ByteBuffer.wrap(message));
            return true;
        }

        @Override
        public void answer(Ledger ledger) {
            byte[] question = received();
            send(question);
            ledger.take(ByteBuffer.wrap(question));
        }
    }
}
