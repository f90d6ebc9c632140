package io.zmq4j.bench.role;

import io.zmq4j.Context;
import io.zmq4j.Poller;
import io.zmq4j.Proxy;
import io.zmq4j.Receiver;
import io.zmq4j.ReceivingSocket;
import io.zmq4j.Sender;
import io.zmq4j.Socket;
import io.zmq4j.SubSocket;
import io.zmq4j.curve.Curve;
import io.zmq4j.message.Message;
import io.zmq4j.options.SocketOptions;
import io.zmq4j.security.Authenticator;
import io.zmq4j.zmtp.SocketType;
import io.zmq4j.zmtp.mechanism.Plain;
import io.zmq4j.zmtp.mechanism.Security;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;

/** zmq4j, by its public face. */
public final class Zmq4j implements Library {
    /** As long as the run itself may take. */
    private static final Duration UNLIMITED = Duration.ofSeconds(-1);

    private final Context context = Context.create();
    private final List<NamedValue> options;

    private final Security security;

    public Zmq4j(List<String> options, Credentials credentials) {
        this.options = options.stream().map(NamedValue::parse).toList();
        security = security(credentials);
        if (credentials instanceof Credentials.PlainServer server) {
            Authenticator.start(context, rules -> rules.plain(Authenticator.EVERY_DOMAIN, server.users()));
        }
    }

    private static Security security(Credentials credentials) {
        if (credentials instanceof Credentials.CurveServer server) {
            return Curve.server(server.own());
        }
        if (credentials instanceof Credentials.CurveClient client) {
            return Curve.client(client.own(), client.server());
        }
        if (credentials instanceof Credentials.PlainClient client) {
            return Plain.client(client.user(), client.password());
        }
        return credentials instanceof Credentials.PlainServer ? Plain.server() : Security.none();
    }

    /** A context beside this one with the same options, but without security. */
    Zmq4j another() {
        return new Zmq4j(options(), new Credentials.None());
    }

    /** What every socket is set to, each as {@code NAME=VALUE}. */
    List<String> options() {
        return options.stream()
                .map(option -> option.name() + "=" + option.value())
                .toList();
    }

    @Override
    public Peer open(SocketType type) {
        return new OpenSocket(socket(type));
    }

    /** The socket itself, for what only this library is measured in. */
    Socket socket(SocketType type) {
        var socket = context.socket(type);
        socket.set(SocketOptions.SECURITY, security);
        for (var option : options) {
            socket.set(option.name(), option.value());
        }
        return socket;
    }

    @Override
    public Peer publisher() {
        var socket = socket(SocketType.XPUB);
        socket.set(SocketOptions.XPUB_NODROP, true);
        socket.set(SocketOptions.XPUB_VERBOSE, true);
        return new OpenSocket(socket);
    }

    @Override
    public Peer subscriber() {
        var socket = (SubSocket) socket(SocketType.SUB);
        socket.subscribe("");
        return new OpenSocket(socket);
    }

    @Override
    public Readiness readiness(List<Peer> peers) {
        var poller = context.poller();
        var items = peers.stream()
                .map(peer -> poller.onReadable((ReceivingSocket) ((OpenSocket) peer).socket))
                .toArray(Poller.Item[]::new);
        return new Readiness() {
            @Override
            public void await() {
                poller.poll();
            }

            @Override
            public boolean isReady(int index) {
                return items[index].isReady();
            }
        };
    }

    @Override
    public void proxy(Peer frontend, Peer backend) {
        Proxy.between(((OpenSocket) frontend).socket, ((OpenSocket) backend).socket)
                .run();
    }

    @Override
    public void finish() {
        context.close(UNLIMITED);
    }

    @Override
    public void close() {
        context.close(Duration.ZERO);
    }

    private record OpenSocket(Socket socket) implements Peer {
        @Override
        public String bind(String endpoint) {
            return socket.bind(endpoint).uri();
        }

        @Override
        public void connect(String endpoint) {
            socket.connect(endpoint);
        }

        @Override
        public void send(byte[] message) {
            ((Sender) socket).send(Message.wrap(message));
        }

        @Override
        public ByteBuffer receive() {
            return ((Receiver) socket).receive().buffer(0);
        }

        @Override
        public void receive(Ledger ledger) {
            ledger.take(((Receiver) socket).receive().buffer(0));
        }

        @Override
        public boolean tryReceive(Ledger ledger) {
            var message = ((Receiver) socket).tryReceive();
            message.ifPresent(taken -> ledger.take(taken.buffer(0)));
            return message.isPresent();
        }

        @Override
        public void answer(Ledger ledger) {
            var question = ((Receiver) socket).receive();
            ((Sender) socket).send(question);
            ledger.take(question.buffer(0));
        }
    }
}
