package io.zmq4j.simulation;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.SplittableRandom;

/**
 * The bytes of one direction: taken at one end, in flight, arrived, read at the other. Counted from the first one on:
 *
 * <pre>
 *   0 ······ read ······ arrived ······ entered ≤ read + capacity
 *             └── to be read ──┴─ in flight ─┘
 * </pre>
 *
 * What it says of an end depends on the time: word of it travels as the bytes do.
 */
final class Flow {
    static final long NEVER = Long.MAX_VALUE;

    /** Bytes that left together. */
    private record Portion(long end, long arrives) {}

    private final Conditions conditions;
    private final SplittableRandom random;
    private final Tap tap = new Tap();
    private final byte[] ring;
    private final ArrayDeque<Portion> inFlight = new ArrayDeque<>();
    private long entered;
    private long arrived;
    private long read;
    private long lastArrival;

    /** What comes behind this does not arrive. */
    private long limit = NEVER;

    /** Whether the reader is gone: then nothing arrives any more. */
    private boolean isAbandoned;

    /** When the reader sees that it has ended in due form, and that it was reset. */
    private long endsAt = NEVER;

    private long resetAt = NEVER;
    private boolean resetTakesAll;
    /** When the writer sees that nobody reads. */
    private long failsAt = NEVER;

    Flow(Conditions conditions, SplittableRandom random) {
        this.conditions = conditions;
        this.random = random;
        ring = new byte[conditions.capacity()];
    }

    Tap tap() {
        return tap;
    }

    // ---- the writer's end

    /** Takes what there is room for, or less; the time at which it arrives is {@link #arrival}. */
    synchronized int write(ByteBuffer from, long now) throws IOException {
        checkWriter(now);
        int length = portion(Math.min(from.remaining(), room()));
        if (length == 0) {
            return 0;
        }
        int at = (int) (entered % ring.length);
        int first = Math.min(length, ring.length - at);
        from.get(ring, at, first);
        from.get(ring, 0, length - first);
        entered += length;
        tap.pass(ring, at, first, entered - length);
        tap.pass(ring, 0, length - first, entered - (length - first));
        long travel = conditions.latencyNanos()
                + (conditions.jitterNanos() == 0 ? 0 : random.nextLong(conditions.jitterNanos()))
                + (long) (conditions.nanosPerByte() * length);
        lastArrival = Math.max(lastArrival, now + travel);
        inFlight.add(new Portion(entered, lastArrival));
        return length;
    }

    private void checkWriter(long now) throws IOException {
        if (now >= failsAt || endsAt != NEVER && limit == NEVER) {
            throw new IOException("broken pipe");
        }
    }

    private int room() {
        return (int) (read + ring.length - entered);
    }

    private int portion(int most) {
        return conditions.isChoppy() && most > 1 && random.nextInt(3) == 0 ? 1 + random.nextInt(most - 1) : most;
    }

    /** Whether the writer has a reason to try: there is room, or word of a failure. */
    synchronized boolean tellsWriter(long now) {
        return room() > 0 || now >= failsAt;
    }

    /** When the last byte arrives that has entered. */
    synchronized long arrival() {
        return lastArrival;
    }

    /** Nothing more enters; gives when the reader sees that. */
    synchronized long end(long now) {
        if (endsAt == NEVER) {
            endsAt = Math.max(lastArrival, now + conditions.latencyNanos());
        }
        return endsAt;
    }

    /** The writer sees from then on that nobody reads. */
    synchronized void failAt(long nanos) {
        failsAt = Math.min(failsAt, nanos);
    }

    // ---- the reader's end

    synchronized int read(ByteBuffer into, long now) throws IOException {
        settle(now);
        boolean isReset = now >= resetAt;
        int there = isReset && resetTakesAll ? 0 : (int) (arrived - read);
        if (there == 0 && isReset) {
            throw new IOException("connection reset by peer");
        }
        if (there == 0 && now >= endsAt) {
            return -1;
        }
        int length = portion(Math.min(into.remaining(), there));
        int at = (int) (read % ring.length);
        int first = Math.min(length, ring.length - at);
        into.put(ring, at, first);
        into.put(ring, 0, length - first);
        read += length;
        return length;
    }

    private void settle(long now) {
        while (!inFlight.isEmpty() && inFlight.peek().arrives <= Math.min(now, resetAt)) {
            arrived = Math.min(inFlight.poll().end, limit);
        }
    }

    /** Whether the reader has a reason to look. */
    synchronized boolean tellsReader(long now) {
        settle(now);
        return arrived > read || now >= endsAt || now >= resetAt;
    }

    /** The reader is gone; gives whether it leaves something unread that has arrived. */
    synchronized boolean abandon(long now) {
        settle(now);
        isAbandoned = true;
        return arrived > read;
    }

    synchronized boolean isAbandoned() {
        return isAbandoned;
    }

    /** Whether something will still arrive. */
    synchronized boolean isInFlight() {
        return !inFlight.isEmpty();
    }

    /** From then on the reader sees that it was reset, perhaps not even what had arrived before. */
    synchronized void resetAt(long nanos) {
        if (nanos < resetAt) {
            resetAt = nanos;
            resetTakesAll = random.nextBoolean();
        }
    }

    // ---- in between

    /** What is in flight is lost, all of it or the end of it, in the middle of something or not. */
    synchronized void sever(long now) {
        settle(now);
        long least = random.nextInt(3) == 0 ? arrived : read;
        long kept = random.nextInt(4) == 0 ? 0 : random.nextLong(entered - least + 1);
        limit = Math.min(limit, least + kept);
        arrived = Math.min(arrived, limit);
    }

    /** The reader sees an end in due form then, of what is not. */
    synchronized void endAt(long nanos) {
        endsAt = Math.min(endsAt, nanos);
    }
}
