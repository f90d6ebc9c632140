package io.zmq4j.patterns.freelance;

import io.zmq4j.message.Frame;
import io.zmq4j.message.Message;
import java.nio.ByteBuffer;
import java.util.OptionalLong;

/**
 * The commands of RFC 10, without the routing ids that ROUTERs add:
 *
 * <pre>
 *   "PING"   "PONG"                       is anybody there?
 *   control frame   body, 1 or more       a request; the reply has the same control frame
 * </pre>
 *
 * A control frame is the client's own affair. This client's is a number of 8 bytes, big-endian.
 */
final class Flp {
    static final Message PING = Message.of("PING");
    static final Message PONG = Message.of("PONG");

    private Flp() {}

    static Message request(long number, Message body) {
        return body.prependWrapped(
                ByteBuffer.allocate(Long.BYTES).putLong(number).array());
    }

    /** The number of the request that this is a reply to; empty if it is none of this client's. */
    static OptionalLong number(Message reply) {
        Frame control = reply.first();
        return reply.frameCount() > 1 && control.size() == Long.BYTES
                ? OptionalLong.of(control.int64())
                : OptionalLong.empty();
    }
}
