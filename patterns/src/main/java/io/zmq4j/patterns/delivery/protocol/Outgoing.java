package io.zmq4j.patterns.delivery.protocol;

import io.zmq4j.message.Message;
import java.util.Objects;

/** A command on its way out. */
public record Outgoing(Route route, Message message) {
    public Outgoing {
        Objects.requireNonNull(route, "route");
        Objects.requireNonNull(message, "message");
    }
}
