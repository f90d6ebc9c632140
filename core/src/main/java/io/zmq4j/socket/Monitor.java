package io.zmq4j.socket;

import io.zmq4j.error.EndpointException;
import io.zmq4j.event.SocketEvent;
import io.zmq4j.message.Message;
import io.zmq4j.pattern.Rows;
import io.zmq4j.transport.EndpointText;
import io.zmq4j.zmtp.SocketType;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Publishes a socket's events on a PAIR socket, in libzmq's format. An absent or slow reader loses events, no more. */
final class Monitor {
    private static final int EVENT_FRAME = 6;

    private Monitor() {}

    static void start(SocketCore watched, String endpoint, int wanted) {
        if (!endpoint.startsWith("inproc://")) {
            throw new EndpointException("Endpoint \"" + EndpointText.shortened(endpoint)
                    + "\": a monitor is for this process: inproc://name");
        }
        SocketCore pair = watched.context().open(Rows.of(SocketType.PAIR));
        try {
            pair.bind(endpoint);
        } catch (EndpointException e) {
            pair.close();
            throw e;
        }
        watched.onEvent(event -> publish(pair, event, wanted), false);
    }

    private static void publish(SocketCore pair, SocketEvent event, int wanted) {
        if (pair.isClosed()) {
            return;
        }
        if ((event.type().number() & wanted) != 0) {
            pair.trySend(
                    Message.wrap(new byte[][] {frame(event), event.endpoint().getBytes(StandardCharsets.UTF_8)}));
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
