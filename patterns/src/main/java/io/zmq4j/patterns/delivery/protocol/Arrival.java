package io.zmq4j.patterns.delivery.protocol;

import io.zmq4j.message.Message;
import java.util.UUID;

/** One message that came: where from, and what it takes to acknowledge it. */
public final class Arrival {
    final Receipt receipt;
    private final int index;
    private final Message message;
    private final boolean isRedelivered;

    /** Two threads at once may both find it false: {@link Receipt} counts the message once all the same. */
    private boolean isAcknowledged;

    Arrival(Receipt receipt, int index, Message message, boolean isRedelivered) {
        this.receipt = receipt;
        this.index = index;
        this.message = message;
        this.isRedelivered = isRedelivered;
    }

    public Message message() {
        return message;
    }

    public UUID sender() {
        return receipt.inlet.sender;
    }

    public long number() {
        return receipt.number(index);
    }

    public boolean isRedelivered() {
        return isRedelivered;
    }

    /**
     * Notes that it need not be sent again; by any thread, without the lock. Without effect the second time.
     *
     * @return whether {@link Intake#acknowledged(Arrival, long)} is to be called
     */
    public boolean acknowledge() {
        if (isAcknowledged) {
            return false;
        }
        isAcknowledged = true;
        return receipt.mark(index);
    }
}
