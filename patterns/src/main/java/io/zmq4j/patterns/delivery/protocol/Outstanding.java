package io.zmq4j.patterns.delivery.protocol;

import io.zmq4j.message.Message;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A message that a sender has accepted and that is not acknowledged, or not for long. */
final class Outstanding {
    final long number;
    final Message message;
    final long size;

    /** Whoever wants to hear of the acknowledgement; null for nobody. */
    final @Nullable CompletableFuture<Void> acknowledgement;

    /** Whether it has several frames, and so a command of its own. Noted by the caller of send: the message is in its cache. */
    final boolean isWhole;

    boolean isAcknowledged;

    Outstanding(long number, Message message, long size, @Nullable CompletableFuture<Void> acknowledgement) {
        this.number = number;
        this.message = Objects.requireNonNull(message, "message");
        this.size = size;
        this.acknowledgement = acknowledgement;
        this.isWhole = message.frameCount() > 1;
    }
}
