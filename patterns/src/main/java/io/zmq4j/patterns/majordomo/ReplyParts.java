package io.zmq4j.patterns.majordomo;

import io.zmq4j.message.Message;

/**
 * Who gets the parts of a reply as they come, in order, one call at a time, in a worker thread of the context or of the common pool. The
 * next part is read when a call returns. One that throws gives the request up: its future fails with what was thrown.
 */
public interface ReplyParts {
    /** For replies that come whole: parts are dropped. */
    ReplyParts NONE = new ReplyParts() {
        @Override
        public void part(Message body) {}

        @Override
        public void restart() {}
    };

    /** A part that is not the last one: the future has that. */
    void part(Message body);

    /**
     * The parts so far are void, and the reply begins anew, from its first part: the worker was lost and another one has the request, or
     * the request was sent again. Called only after a part.
     */
    void restart();
}
