package io.zmq4j.transport.udp;

import io.zmq4j.message.Message;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * RADIO and DISH, as libzmq has it: the two frames of the message, the first behind its length.
 *
 * <pre>
 *   message        | group | body |
 *   datagram   | n | group | body |     n: length of the group, 1 byte
 * </pre>
 *
 * @param destination where all of it goes; null where nothing is sent
 */
record GroupLayout(@Nullable InetSocketAddress destination) implements Layout {
    private static final int LONGEST_GROUP = 255;

    @Override
    public @Nullable InetSocketAddress put(Message message, ByteBuffer into) {
        if (message.frameCount() != 2) {
            return null;
        }
        byte[] group = message.array(0);
        byte[] body = message.array(1);
        if (group.length > LONGEST_GROUP || body.length > LARGEST - 1 - group.length) {
            return null;
        }
        into.put((byte) group.length).put(group).put(body);
        return destination;
    }

    @Override
    public @Nullable Message get(ByteBuffer datagram, InetSocketAddress sender) {
        if (!datagram.hasRemaining()) {
            return null;
        }
        int length = Byte.toUnsignedInt(datagram.get());
        if (length > datagram.remaining()) {
            return null;
        }
        var group = new byte[length];
        datagram.get(group);
        var body = new byte[datagram.remaining()];
        datagram.get(body);
        return Message.wrap(new byte[][] {group, body});
    }
}
