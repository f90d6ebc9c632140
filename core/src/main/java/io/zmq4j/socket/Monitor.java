package io.zmq4j.socket;

import io.zmq4j.error.EndpointException;
import io.zmq4j.error.SocketClosedException;
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
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * Publishes a socket's events on a PAIR socket, in libzmq's format. An absent or slow reader loses events, no more.
 *
 * <p>What the events tell, such as who is connected, is for this machine alone, and nobody proves who reads: so no network is bound.
 */
final class Monitor {
    private static final int EVENT_FRAME = 6;
    private static final String LOCALHOST = "localhost";

    /** A reader of another process that reads no more holds up the end of the context no longer. */
    private static final Duration LINGER = Duration.ofSeconds(1);

    /** A reader has nothing to say. */
    private static final long LARGEST_FROM_READER = 64;

    private Monitor() {}

    /** Gives the endpoint that is bound, with the real port or path. */
    static String start(SocketCore watched, String endpoint, int wanted) {
        check(EndpointText.of(endpoint, Use.BIND));
        SocketCore pair = watched.context().open(Rows.of(SocketType.PAIR));
        pair.set(SocketOptions.LINGER, LINGER);
        pair.set(SocketOptions.RCVHWM, 1);
        pair.set(SocketOptions.MAXMSGSIZE, LARGEST_FROM_READER);
        // Not for a name: localhost would be ::1, where a reader without the option IPV6 does not come.
        pair.set(SocketOptions.IPV6, endpoint.startsWith("tcp://["));
        Attached bound;
        try {
            bound = pair.bind(endpoint);
        } catch (EndpointException e) {
            pair.close();
            throw e;
        }
        watched.onEvent(event -> publish(pair, event, wanted), false);
        return bound.uri();
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

    private static void publish(SocketCore pair, SocketEvent event, int wanted) {
        if (pair.isClosed()) {
            return;
        }
        if ((event.type().number() & wanted) != 0) {
            Message message =
                    Message.wrap(new byte[][] {frame(event), event.endpoint().getBytes(StandardCharsets.UTF_8)});
            try {
                pair.trySend(message);
            } catch (SocketClosedException e) {
                // The context was closed at this moment.
                return;
            }
        }
        if (event.type() == SocketEvent.Type.MONITOR_STOPPED) {
            pair.close();
        }
    }

    /**
     * <pre>
     *   0        2                 6
     *   | number | value           |   native byte order
     * </pre>
     */
    private static byte[] frame(SocketEvent event) {
        return ByteBuffer.allocate(EVENT_FRAME)
                .order(ByteOrder.nativeOrder())
                .putShort((short) event.type().number())
                .putInt((int) event.value())
                .array();
    }
}
