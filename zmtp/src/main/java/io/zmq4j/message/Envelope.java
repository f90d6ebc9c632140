package io.zmq4j.message;

/**
 * Where the envelope of a message ends and its body begins (RFC 28): behind the first empty frame, the delimiter, if there is
 * one.
 *
 * <pre>
 *   [id] [id] [] | [body] [body]     from REQ, and from DEALER that speaks to REP
 *   [id] | [body] [body]             from DEALER to ROUTER, without a delimiter
 *   | [body]                         one frame
 * </pre>
 */
final class Envelope {
    private Envelope() {}

    /** The index of the first frame of the body, which is the number of frames if there is none. */
    static int bodyOf(Message message) {
        int count = message.frameCount();
        if (count == 1) {
            return 0;
        }
        for (int i = 0; i < count; i++) {
            if (message.size(i) == 0) {
                return i + 1;
            }
        }
        return 1;
    }
}
