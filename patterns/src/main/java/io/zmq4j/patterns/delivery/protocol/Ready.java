package io.zmq4j.patterns.delivery.protocol;

import io.zmq4j.message.Message;
import java.util.Objects;

/** The answer to HELLO of the side that is bound. */
record Ready(int session, Introduction by) implements Command {
    Ready {
        Objects.requireNonNull(by, "by");
    }

    @Override
    public Message encode() {
        return Message.wrap(by.encode(READY, session));
    }
}
