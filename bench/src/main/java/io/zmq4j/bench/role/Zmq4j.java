package io.zmq4j.bench.role;

import io.zmq4j.Context;
import io.zmq4j.DishSocket;
import io.zmq4j.Poller;
import io.zmq4j.Proxy;
import io.zmq4j.RadioSocket;
import io.zmq4j.ReceivingSocket;
import io.zmq4j.Socket;
import io.zmq4j.StreamSocket;
import io.zmq4j.SubSocket;
import io.zmq4j.curve.Curve;
import io.zmq4j.options.SocketOptions;
import io.zmq4j.security.Authenticator;
import io.zmq4j.zmtp.SocketType;
import io.zmq4j.zmtp.mechanism.Plain;
import io.zmq4j.zmtp.mechanism.Security;
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
        var socket = socket(type);
        return socket instanceof StreamSocket stream ? new StreamPeer(stream) : new SocketPeer(socket);
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
    public Peer publisher(SocketType type) {
        var socket = socket(type);
        socket.set(SocketOptions.XPUB_NODROP, true);
        if (socket instanceof RadioSocket radio) {
            return new RadioPeer(radio);
        }
        socket.set(SocketOptions.XPUB_VERBOSE, true);
        return new SocketPeer(socket);
    }

    @Override
    public Peer subscriber(SocketType type) {
        var socket = socket(type);
        if (socket instanceof DishSocket dish) {
            return new DishPeer(dish);
        }
        ((SubSocket) socket).subscribe("");
        return new SocketPeer(socket);
    }

    @Override
    public Readiness readiness(List<Peer> peers) {
        var poller = context.poller();
        var items = peers.stream()
                .map(peer -> poller.onReadable((ReceivingSocket) ((SocketPeer) peer).socket))
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
        Proxy.between(((SocketPeer) frontend).socket, ((SocketPeer) backend).socket)
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
}
