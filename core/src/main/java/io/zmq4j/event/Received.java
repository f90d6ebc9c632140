package io.zmq4j.event;

import io.zmq4j.message.Message;
import java.util.Objects;

/**
 * A message and who sent it.
 *
 * @param message as {@code receive} gives it
 * @param peer the one who sent it, who may have left since, or be there under another name
 */
public record Received(Message message, Peer peer) {
    public Received {
        Objects.requireNonNull(message, "message");
        Objects.requireNonNull(peer, "peer");
    }
}
