package io.zmq4j.patterns.delivery.protocol;

import io.zmq4j.message.Message;
import java.util.Objects;

/** From the side that has connected: begins a session. */
record Hello(int session, Introduction by) implements Command {
    Hello {
        Objects.requireNonNull(by, "by");
    }

    @Override
    public Message encode() {
        return Message.wrap(by.encode(HELLO, session));
    }
}
