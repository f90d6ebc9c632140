package io.zmq4j.patterns.majordomo;

import io.zmq4j.message.Message;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Future;

/** What the caller of a request is told of its parts: nothing once the request is given up, and of a restart only after a part. */
final class PartsOfCall implements ReplyParts {
    private final Future<Message> reply;
    private final ReplyParts caller;

    /** Written by one step of the call at a time; each sees what the one before wrote. */
    private boolean hasParts;

    PartsOfCall(Future<Message> reply, ReplyParts caller) {
        this.reply = reply;
        this.caller = caller;
    }

    @Override
    public void part(Message body) {
        if (reply.isDone()) {
            throw new CancellationException("nobody waits for the reply");
        }
        hasParts = true;
        caller.part(body);
    }

    @Override
    public void restart() {
        if (hasParts && !reply.isDone()) {
            hasParts = false;
            caller.restart();
        }
    }
}
