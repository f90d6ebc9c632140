package io.zmq4j.bench.role;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * What came so far. Takes the messages of each sender in the order of their numbers, from 0 on without a gap, so one
 * that is lost, doubled or late is noticed. Owned by the thread that receives.
 */
final class Ledger {
    private final int size;
    private final boolean hasNumbers;

    /** The number each sender's next message must have. */
    private long[] next = new long[1];

    private long taken;

    Ledger(int size) {
        this(size, true);
    }

    /**
     * Of messages of this size.
     *
     * @param hasNumbers whether they begin with their number; otherwise only their size is checked
     */
    Ledger(int size, boolean hasNumbers) {
        this.size = size;
        this.hasNumbers = hasNumbers;
    }

    /** How many messages came. */
    long taken() {
        return taken;
    }

    void take(ByteBuffer message) {
        if (message.remaining() != size) {
            throw failed("message %d has %d bytes instead of %d".formatted(taken, message.remaining(), size));
        }
        if (hasNumbers) {
            takeNumber(Numbers.read(message));
        }
        taken++;
    }

    private void takeNumber(long number) {
        int sender = size < Long.BYTES ? 0 : sender(number);
        if (sender >= next.length) {
            next = Arrays.copyOf(next, Math.max(sender + 1, 2 * next.length));
        }
        long expected = Numbers.truncated(Numbers.of(sender, next[sender]), size);
        if (number != expected) {
            throw failed("message %d came instead of %d".formatted(number, expected));
        }
        next[sender]++;
    }

    private int sender(long number) {
        long sender = number >>> Numbers.SENDER_SHIFT;
        if (sender >= Numbers.MAX_SENDERS) {
            throw failed("message %s has no number of ours".formatted(Long.toUnsignedString(number)));
        }
        return (int) sender;
    }

    private RunFailedException failed(String message) {
        boolean mayBeForeign = hasNumbers && taken < 2;
        return new RunFailedException(
                mayBeForeign
                        ? message + "; a sender that does not number its messages needs --no-numbers here"
                        : message);
    }
}
