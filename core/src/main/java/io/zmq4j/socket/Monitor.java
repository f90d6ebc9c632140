package io.zmq4j.socket;

import io.zmq4j.error.SocketClosedException;
import io.zmq4j.event.PeerStatistics;
import io.zmq4j.event.SocketEvent;
import io.zmq4j.message.Message;
import io.zmq4j.options.SocketOptions;
import io.zmq4j.pattern.Rows;
import io.zmq4j.transport.EndpointText;
import io.zmq4j.transport.spi.Use;
import io.zmq4j.transport.tcp.TcpAddress;
import io.zmq4j.transport.tcp.TcpEndpoint;
import io.zmq4j.zmtp.SocketType;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Publishes a socket's events on a socket of its own, in one of libzmq's formats. An absent or slow reader loses events, no more.
 *
 * <p>What the events tell, such as who is connected, is for this machine alone, and nobody proves who reads: so no network is bound.
 */
final class Monitor {
    private static final Set<SocketType> TYPES = Set.of(SocketType.PAIR, SocketType.PUB, SocketType.PUSH);
    private static final String LOCALHOST = "localhost";

    /** A reader of another process that reads no more holds up the end of the context no longer. */
    private static final Duration LINGER = Duration.ofSeconds(1);

    /** A reader has nothing to say. */
    private static final long LARGEST_FROM_READER = 64;

    private final SocketCore out;
    private final MonitorFormat format;
    private final long wanted;

    /** The endpoints that are bound: those of an event are either local or remote. */
    private final Set<String> bound = ConcurrentHashMap.newKeySet();

    private Monitor(SocketCore out, MonitorFormat format, long wanted) {
        this.out = out;
        this.format = format;
        this.wanted = wanted;
    }

    /** One that is bound, at {@link #uri}. Told of nothing yet. */
    static Monitor start(SocketCore watched, String endpoint, long wanted, MonitorFormat format, SocketType type) {
        format.check(wanted);
        if (!TYPES.contains(type)) {
            throw new IllegalArgumentException("a monitor is no " + type + ": PAIR, PUB or PUSH");
        }
        check(EndpointText.of(endpoint, Use.BIND));
        SocketCore out = watched.context().open(Rows.of(type));
        boolean isBound = false;
        try {
            out.set(SocketOptions.LINGER, LINGER);
            out.set(SocketOptions.RCVHWM, 1);
            out.set(SocketOptions.MAXMSGSIZE, LARGEST_FROM_READER);
            // Not for a name: localhost would be ::1, where a reader without the option IPV6 does not come.
            out.set(SocketOptions.IPV6, endpoint.startsWith("tcp://["));
            out.bind(endpoint);
            isBound = true;
        } finally {
            if (!isBound) {
                out.close();
            }
        }
        var monitor = new Monitor(out, format, wanted);
        watched.boundEndpoints().forEach(monitor.bound::add);
        return monitor;
    }

    /** With the real port or path. */
    String uri() {
        return out.lastEndpoint();
    }

    private static void check(EndpointText text) {
        switch (text.scheme()) {
            case "inproc", "ipc" -> {}
            case "tcp" -> {
                if (!isLoopback(TcpEndpoint.parse(text).address())) {
                    throw text.wrong(
                            "whoever reaches it would read the events, without being asked who it is",
                            "tcp://127.0.0.1:port, tcp://[::1]:port, tcp://localhost:port, ipc://path and inproc://name;"
                                    + " to read it elsewhere, publish what onEvent tells over a socket with SECURITY");
                }
            }
            default ->
                throw text.wrong("a monitor is for this machine", "inproc://name, ipc://path, tcp://127.0.0.1:port");
        }
    }

    /** A name is not looked up, but for the one that means this machine. */
    private static boolean isLoopback(TcpAddress address) {
        try {
            return !address.isWildcard()
                    && (!address.isName() || address.host().equalsIgnoreCase(LOCALHOST))
                    && InetAddress.getByName(address.host()).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    /** In one thread, in order. */
    void publish(SocketEvent event) {
        if (event.type() == SocketEvent.Type.LISTENING) {
            bound.add(event.endpoint());
        }
        if ((MonitorNumbers.event(event) & wanted) != 0) {
            send(format.message(event, bound.contains(event.endpoint())));
        }
        if (event.type() == SocketEvent.Type.CLOSED) {
            bound.remove(event.endpoint());
        } else if (event.type() == SocketEvent.Type.MONITOR_STOPPED) {
            out.close();
        }
    }

    /** Any thread. */
    void publish(PeerStatistics peer) {
        send(format.message(peer, bound.contains(peer.endpoint())));
    }

    /** Whether it can tell of queues, and is asked to. */
    boolean tellsOfPipes() {
        return format == MonitorFormat.V2 && (MonitorNumbers.PIPES_STATS & wanted) != 0 && !out.isClosed();
    }

    boolean hasEnded() {
        return out.isClosed();
    }

    private void send(Message message) {
        try {
            out.trySend(message);
        } catch (SocketClosedException e) {
            // The context was closed at this moment.
        }
    }
}
