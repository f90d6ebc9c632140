package io.zmq4j.patterns.delivery.protocol;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Which messages of one command were acknowledged, by any thread in any order.
 *
 * <p>{@link #mark} needs no lock. It writes the message's mark, then increments {@code fresh}; {@link #moveTo} sets {@code fresh} to 0,
 * then reads the marks. Both accesses to {@code fresh} are atomic updates, so a mark whose increment came before the 0 is seen, and one
 * whose increment came behind finds 0, and its caller has to see to it that the receipt is looked at once more: no mark is left behind. A
 * mark may be seen before its increment; the look that the increment asks for finds nothing new then. A byte each and not a bit each, as
 * two threads that write neighbouring bits would lose one of them.
 *
 * <p>Everything but {@code marks} and {@code fresh} is guarded by the receiver's lock.
 */
final class Receipt {
    private static final byte ACKNOWLEDGED = 1;
    private static final long SETTLED = -1;

    final Inlet inlet;
    private final long first;
    private final byte[] marks;
    private final AtomicInteger fresh = new AtomicInteger();

    /** As many are worth an ACK. */
    private final int due;

    /** In bytes, of each message; SETTLED once it was acknowledged and moved on. */
    private final long[] sizes;

    Receipt(Inlet inlet, Messages messages) {
        this.inlet = inlet;
        first = messages.first();
        sizes = messages.sizes();
        marks = new byte[sizes.length];
        due = Math.min(sizes.length, inlet.dueMessages(messages.size()));
    }

    long number(int index) {
        return first + index;
    }

    /** Notes that one was acknowledged; whether somebody has to look, as it is the first since the last look, or enough are there. */
    boolean mark(int index) {
        marks[index] = ACKNOWLEDGED;
        int before = fresh.getAndIncrement();
        return before == 0 || before + 1 >= due;
    }

    /** Whether {@link #moveTo} is worth it now. */
    boolean isDue() {
        return fresh.get() >= due;
    }

    /** Moves on what was acknowledged since the last time; how many these are. */
    int moveTo(Settlement settlement) {
        fresh.getAndSet(0);
        int moved = 0;
        for (int i = 0; i < marks.length; i++) {
            if (marks[i] == ACKNOWLEDGED && sizes[i] != SETTLED) {
                settlement.add(first + i, sizes[i]);
                sizes[i] = SETTLED;
                moved++;
            }
        }
        return moved;
    }
}
