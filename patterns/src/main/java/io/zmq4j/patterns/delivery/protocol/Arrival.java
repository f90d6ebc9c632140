package io.zmq4j.patterns.delivery.protocol;

import io.zmq4j.message.Message;
import java.util.UUID;

/** One message that came: where from, and what it takes to acknowledge it. */
public final class Arrival {
    final Inlet inlet;
    private final Message message;
    private final long number;
    private final boolean isRedelivered;
    boolean isAcknowledged;

    Arrival(Inlet inlet, Message message, long number, boolean isRedelivered) {
        this.inlet = inlet;
        this.message = message;
        this.number = number;
        this.isRedelivered = isRedelivered;
    }

    public Message message() {
        return message;
    }

    public UUID sender() {
        return inlet.sender;
    }

    public long number() {
        return number;
    }

    public boolean isRedelivered() {
        return isRedelivered;
    }
}
