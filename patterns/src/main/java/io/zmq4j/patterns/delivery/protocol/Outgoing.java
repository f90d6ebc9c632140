package io.zmq4j.patterns.delivery.protocol;

import io.zmq4j.message.Message;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * A command on its way out.
 *
 * @param command encodes it; needs no lock, as a run of messages takes a while, and nobody who has one to send should wait for it
 */
public record Outgoing(Route route, Supplier<Message> command) {
    public Outgoing {
        Objects.requireNonNull(route, "route");
        Objects.requireNonNull(command, "command");
    }

    /** The command, encoded. */
    public Message message() {
        return command.get();
    }
}
