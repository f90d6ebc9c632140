package io.zmq4j.transport.udp;

import io.zmq4j.address.NumericAddress;
import io.zmq4j.message.Message;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * DGRAM: the datagram is the second frame, and the first says where it goes, or where it comes from.
 *
 * <pre>
 *   message    | 10.0.0.7:5555 | body |
 *   datagram                   | body |
 * </pre>
 */
final class AddressLayout implements Layout {
    @Override
    public @Nullable InetSocketAddress put(Message message, ByteBuffer into) {
        if (message.frameCount() != 2 || message.array(1).length > LARGEST) {
            return null;
        }
        InetSocketAddress to = NumericAddress.parse(message.text(0));
        if (to != null) {
            into.put(message.array(1));
        }
        return to;
    }

    @Override
    public Message get(ByteBuffer datagram, InetSocketAddress sender) {
        var body = new byte[datagram.remaining()];
        datagram.get(body);
        byte[] from = NumericAddress.text(sender).getBytes(StandardCharsets.US_ASCII);
        return Message.wrap(new byte[][] {from, body});
    }
}
