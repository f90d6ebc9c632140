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

    /** The bits of a number that a message has room for. */
    private final long room;

    /** How many came from each sender, but for the last one. */
    private long[] counts = new long[1];

    /** Who sent the message that came last. */
    private int sender;

    /** The number of the next one from that sender. What follows the last message is mostly that, so it is looked at first. */
    private long next;

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
        this.room = Numbers.truncated(-1, size);
    }

    /** Of a message, in bytes. */
    int size() {
        return size;
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
        if (number != (next & room)) {
            turnTo(number);
        }
        next++;
    }

    private void turnTo(long number) {
        counts[sender] = next - Numbers.of(sender, 0);
        sender = size < Long.BYTES ? 0 : sender(number);
        if (sender >= counts.length) {
            counts = Arrays.copyOf(counts, Math.max(sender + 1, 2 * counts.length));
        }
        next = Numbers.of(sender, counts[sender]);
        if (number != (next & room)) {
            throw failed("message %d came instead of %d".formatted(number, next & room));
        }
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
