package io.zmq4j.socket;

import io.zmq4j.message.Message;
import org.jspecify.annotations.Nullable;

/**
 * What stands before the body of a request that a ROUTER has received, and goes before the reply.
 *
 * <pre>
 *   from a REQ, or through other ROUTERs      [id]+ [empty]  [body]+
 *   from a DEALER that sends no empty frame   [id]           [body]+
 * </pre>
 */
final class Envelope {
    private final Message request;
    private final int size;

    private Envelope(Message request, int size) {
        this.request = request;
        this.size = size;
    }

    /** Of this request; null if it has no body, as what PROBE_ROUTER sends. */
    static @Nullable Envelope of(Message request) {
        int size = 1;
        for (int i = 1; i < request.frameCount(); i++) {
            if (request.size(i) == 0) {
                size = i + 1;
                break;
            }
        }
        return size < request.frameCount() ? new Envelope(request, size) : null;
    }

    Message body() {
        return request.from(size);
    }

    /** This reply, for the one who asked. */
    Message before(Message reply) {
        byte[][] frames = new byte[size + reply.frameCount()][];
        for (int i = 0; i < size; i++) {
            frames[i] = request.array(i);
        }
        for (int i = 0; i < reply.frameCount(); i++) {
            frames[size + i] = reply.array(i);
        }
        return Message.wrap(frames);
    }
}
