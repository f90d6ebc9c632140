package io.zmq4j.patterns.delivery.protocol;

import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Messages that came with one command, and are handed out one by one.
 *
 * <p>{@link #take} needs no lock: {@code taken} counts the calls, and each index is the result of one atomic increment, so no message
 * is handed out twice. {@link #withdraw} sets the counter to its end in one atomic exchange, whose result says how many had been handed
 * out: every take comes either before it, and counts, or behind it, and gets nothing. The command's frames are final and were written
 * before the consignment was published, by the lock or by {@link Intake}'s volatile field.
 *
 * <p>What is needed until the last message is acknowledged is in the {@link Receipt}, so that a message that is kept does not keep its
 * neighbours.
 */
final class Consignment {
    private final Messages messages;
    private final Receipt receipt;
    private final int count;
    private final AtomicInteger taken = new AtomicInteger();

    Consignment(Inlet inlet, Messages messages) {
        this.messages = messages;
        this.count = messages.count();
        this.receipt = new Receipt(inlet, messages);
    }

    /** The next message; null if there is none left. */
    @Nullable
    Arrival take() {
        if (taken.get() >= count) {
            // So that the counter stays close to its end, however often somebody asks.
            return null;
        }
        int index = taken.getAndIncrement();
        return index < count ? new Arrival(receipt, index, messages.message(index), messages.isRedelivered()) : null;
    }

    /** Hands out no more; how many were not handed out. */
    int withdraw() {
        return count - Math.min(count, taken.getAndSet(count));
    }

    int count() {
        return count;
    }

    /** How many were handed out. */
    int taken() {
        return Math.min(count, taken.get());
    }

    boolean isEmpty() {
        return taken.get() >= count;
    }

    boolean isOf(Inlet inlet) {
        return receipt.inlet == inlet;
    }

    boolean isRedelivered() {
        return messages.isRedelivered();
    }
}
