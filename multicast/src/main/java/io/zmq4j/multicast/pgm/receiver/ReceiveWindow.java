package io.zmq4j.multicast.pgm.receiver;

import io.zmq4j.multicast.pgm.RateLimit;
import io.zmq4j.multicast.pgm.packet.Sequence;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Which packets of one source are there, and how the missing ones are asked for (RFC 3208, section 6). While none is
 * missing it is two numbers; the first gap makes it a ring.
 *
 * <pre>
 *           next                               lead
 *    ────────┬───────┬────────┬──────┬──────────┬───────
 *    delivered missing received lost  …          unknown
 * </pre>
 *
 * {@code next} is what is delivered next. A packet that is there but not next is held; what is lost for good is marked,
 * and delivery steps over it. A missing packet goes through the states of section 6.3:
 *
 * <pre>
 *                back-off over, NAK                  NCF
 *   BACK_OFF ──────────────────────► WAIT_NCF ───────────────► WAIT_DATA
 *    ▲    ▲                              │                        │
 *    │    └──────time is up, try again───┘                        │
 *    └───────────time is up, try again────────────────────────────┘
 *   any ──data──► RECEIVED      any ──tries used up, source's trail, window full──► LOST
 * </pre>
 */
final class ReceiveWindow {
    /** What a packet's arrival means. */
    enum Arrival {
        /** It is next: to be delivered right away. */
        NEXT,
        /** It waits for others: to be held. */
        EARLY,
        DUPLICATE,
        /** It is far away from all others, or would take more work than packets may make now. */
        STRAY,
        NO_MEMORY
    }

    /** What is at {@code next}. */
    enum Head {
        MISSING,
        LOST,
        HELD
    }

    // States of a packet in the ring.
    private static final byte BACK_OFF = 0;
    private static final byte WAIT_NCF = 1;
    private static final byte WAIT_DATA = 2;
    private static final byte RECEIVED = 3;
    private static final byte LOST = 4;

    // Times and tries are libzmq's.
    private static final long SHORTEST_BACK_OFF_NANOS = TimeUnit.MILLISECONDS.toNanos(1);
    private static final long LONGEST_BACK_OFF_NANOS = TimeUnit.MILLISECONDS.toNanos(50);
    private static final long NCF_NANOS = TimeUnit.MILLISECONDS.toNanos(200);
    private static final long DATA_NANOS = TimeUnit.MILLISECONDS.toNanos(200);
    private static final int MOST_TRIES = 50;

    /** NCFs and NAKs of others are heeded so often for a packet: whoever sends more of them does not want it to come. */
    private static final int MOST_DEFERRALS = 50;

    private static final int SMALLEST_RING = 64;

    /** A gap of so many packets is usual, and little work. */
    private static final int SMALL_GAP = 64;

    /** One place in the ring: a reference, three counts, a state, a time, an entry in the list of the missing. */
    private static final int BYTES_PER_PLACE = 24;

    /** After so many strays in a row that agree with each other it is they who are right; SPMs behind us as well. */
    private static final int STRAYS_BELIEVED = 3;

    /** Data that is behind us, but not far, may have been doubled by the network: not so much of it in a row. */
    private static final int DUPLICATES_BELIEVED = 64;

    private static final byte[] NO_COUNTS = {};
    private static final long[] NO_TIMES = {};
    private static final int[] NO_SEQUENCES = {};
    private static final @Nullable Payload[] NO_PAYLOADS = {};

    private final int size;
    private final Share memory;
    private final RateLimit work;
    private final RandomGenerator random;

    private boolean defined;
    private int next;
    private int lead = -1;

    /** Rings, as long as each other, a power of two; a sequence number's place is its lower bits. */
    private byte[] states = NO_COUNTS;

    private byte[] ncfTries = NO_COUNTS;
    private byte[] dataTries = NO_COUNTS;
    private byte[] deferrals = NO_COUNTS;
    private long[] dueNanos = NO_TIMES;
    private @Nullable Payload[] held = NO_PAYLOADS;
    private long heldBytes;

    /**
     * Sequence numbers that were missed, in order, from {@code missingFrom} on. What has come since is taken out when the
     * list was gone through.
     */
    private int[] missing = NO_SEQUENCES;

    private int missingFrom;
    private int missingCount;
    private long nextDueNanos;

    /** Where the list is being gone through, when that began, and what is due soonest of what was seen; 0 for nowhere. */
    private int passAt;

    private long passAgainNanos;
    private long passSoonestNanos;
    private int passed;

    private int strays;
    private int strayAt;
    private long skipped;
    private boolean wentBack;

    /**
     * A window without packets.
     *
     * @param size how many packets behind the lead are waited for
     * @param work how many packets may be found missing, over time: one packet that is far ahead says it of many
     */
    ReceiveWindow(int size, Share memory, RateLimit work, RandomGenerator random) {
        this.size = size;
        this.memory = memory;
        this.work = work;
        this.random = random;
    }

    /**
     * A data packet has come. The first one defines where the window begins: nothing before it is asked for (RFC 3208,
     * section 6.1).
     *
     * @param repair whether it was sent again, maybe for somebody with a larger window: it says nothing about where the
     *     source is
     */
    Arrival arrive(int sequence, int trail, boolean repair, long nowNanos) {
        if (!defined) {
            if (repair) {
                return Arrival.STRAY;
            }
            define(sequence);
        } else if (isFar(sequence)) {
            if (repair || !isBelieved(sequence, STRAYS_BELIEVED)) {
                return Arrival.STRAY;
            }
            moveTo(sequence, trail);
        } else if (Sequence.isBefore(sequence, next)) {
            if (repair || !isBelieved(sequence, DUPLICATES_BELIEVED)) {
                return Arrival.DUPLICATE;
            }
            moveTo(sequence, trail);
        } else if (!repair) {
            strays = 0;
        }
        if (sequence == next) {
            if (lead == next - 1) {
                lead++;
            } else if (isMissing(sequence)) {
                states[place(sequence)] = RECEIVED;
            } else {
                return Arrival.DUPLICATE;
            }
            next++;
            return Arrival.NEXT;
        }
        if (Sequence.isBefore(lead + 1, sequence)) {
            if (!mayExtend(sequence - 1, nowNanos)) {
                return Arrival.STRAY;
            }
            if (!extend(sequence - 1, nowNanos)) {
                return Arrival.NO_MEMORY;
            }
        }
        if (sequence == lead + 1 && !append(nowNanos)) {
            return Arrival.NO_MEMORY;
        }
        giveUpBefore(trail);
        return isMissing(sequence) ? Arrival.EARLY : Arrival.DUPLICATE;
    }

    /** An SPM has come: the source has sent up to {@code newLead}, and holds it from {@code trail} on. */
    void announce(int trail, int newLead, long nowNanos) {
        if (!defined) {
            define(newLead + 1);
            return;
        }
        if (isFar(newLead) || Sequence.isBefore(newLead, lead)) {
            if (!isBelieved(newLead, STRAYS_BELIEVED)) {
                return;
            }
            moveTo(newLead + 1, trail);
        } else {
            strays = 0;
        }
        boolean ahead = Sequence.isBefore(lead, newLead);
        if (!ahead || (mayExtend(newLead, nowNanos) && extend(newLead, nowNanos))) {
            giveUpBefore(Sequence.isBefore(lead + 1, trail) ? lead + 1 : trail);
        }
    }

    private void define(int first) {
        defined = true;
        next = first;
        lead = first - 1;
    }

    private boolean isFar(int sequence) {
        int farthestBack = next - size;
        return Integer.compareUnsigned(sequence - farthestBack, lead + size - farthestBack) > 0;
    }

    /** Whether this and others before say where the source is, and nothing since says that it is where we are. */
    private boolean isBelieved(int sequence, int enough) {
        int distance = sequence - strayAt;
        strays = strays > 0 && distance >= 0 && distance <= size ? strays + 1 : 1;
        strayAt = sequence;
        return strays >= enough;
    }

    /** Begins anew, where {@code sequence} and as much as possible of what is before it can still be had. */
    private void moveTo(int sequence, int trail) {
        int from = sequence;
        if (Sequence.isBefore(lead, sequence)) {
            from = Sequence.later(Sequence.later(trail, sequence - size + 1), lead + 1);
            skipped += Integer.toUnsignedLong(from - next);
        } else {
            wentBack = true;
        }
        clear();
        define(from);
    }

    /** Whether there is time to note all that is missing up to {@code sequence}. */
    private boolean mayExtend(int sequence, long nowNanos) {
        int gap = sequence - lead;
        if (gap <= SMALL_GAP) {
            return true;
        }
        if (!work.allows(nowNanos)) {
            return false;
        }
        work.take(gap, nowNanos);
        return true;
    }

    /** Everything up to {@code sequence} is known to exist, and missing. Whether there is memory to know it. */
    private boolean extend(int sequence, long nowNanos) {
        if (!reserve(sequence - next + 1)) {
            return false;
        }
        long due = nowNanos + backOff();
        if (!isWaiting() || due - nextDueNanos < 0) {
            nextDueNanos = due;
        }
        do {
            addMissing(due);
        } while (lead != sequence);
        giveUpBefore(sequence - size + 1);
        return true;
    }

    /**
     * As {@link #extend} by one that has come, and is missing only until it is held: it brings no forward time to ask, or
     * in a flood behind a gap all that is missing would be gone through all the time.
     */
    private boolean append(long nowNanos) {
        if (!reserve(lead + 1 - next + 1)) {
            return false;
        }
        long due = nowNanos + LONGEST_BACK_OFF_NANOS;
        if (!isWaiting()) {
            nextDueNanos = due;
        }
        addMissing(due);
        giveUpBefore(lead - size + 1);
        return true;
    }

    private void addMissing(long due) {
        lead++;
        int place = place(lead);
        states[place] = BACK_OFF;
        ncfTries[place] = 0;
        dataTries[place] = 0;
        deferrals[place] = 0;
        dueNanos[place] = due;
        if (missingCount == missing.length) {
            forgetFound();
            if (missingCount >= missing.length / 2) {
                missing = Arrays.copyOf(missing, Math.max(SMALLEST_RING, 2 * missing.length));
            }
        }
        missing[missingCount++] = lead;
    }

    /** One for all that is missed, or tried again, at a time: then one NAK asks for all of it. */
    private long backOff() {
        return random.nextLong(SHORTEST_BACK_OFF_NANOS, LONGEST_BACK_OFF_NANOS);
    }

    private boolean reserve(int places) {
        if (places <= states.length) {
            return true;
        }
        // At most twice the window: what is next when a packet comes is missing, and so at most a window behind the
        // lead.
        int length = Math.max(SMALLEST_RING, Integer.highestOneBit(places - 1) << 1);
        if (!memory.take((long) (length - states.length) * BYTES_PER_PLACE)) {
            return false;
        }
        var newStates = new byte[length];
        var newNcfTries = new byte[length];
        var newDataTries = new byte[length];
        var newDeferrals = new byte[length];
        var newDueNanos = new long[length];
        var newHeld = new @Nullable Payload[length];
        for (int sequence = next; sequence != lead + 1; sequence++) {
            int from = place(sequence);
            int to = sequence & (length - 1);
            newStates[to] = states[from];
            newNcfTries[to] = ncfTries[from];
            newDataTries[to] = dataTries[from];
            newDeferrals[to] = deferrals[from];
            newDueNanos[to] = dueNanos[from];
            newHeld[to] = held[from];
        }
        states = newStates;
        ncfTries = newNcfTries;
        dataTries = newDataTries;
        deferrals = newDeferrals;
        dueNanos = newDueNanos;
        held = newHeld;
        return true;
    }

    private int place(int sequence) {
        return sequence & (states.length - 1);
    }

    private boolean isMissing(int sequence) {
        return states[place(sequence)] <= WAIT_DATA;
    }

    private void forgetFound() {
        int kept = 0;
        for (int i = missingFrom; i < missingCount; i++) {
            if (isStillMissing(missing[i])) {
                missing[kept++] = missing[i];
            }
        }
        missingFrom = 0;
        missingCount = kept;
        passAt = 0;
    }

    private boolean isStillMissing(int sequence) {
        return !Sequence.isBefore(sequence, next) && isMissing(sequence);
    }

    /** Nothing before {@code bound}, which is at most one behind the lead, is to be had any more. */
    private void giveUpBefore(int bound) {
        if (!Sequence.isBefore(next, bound)) {
            return;
        }
        for (; missingFrom < missingCount && Sequence.isBefore(missing[missingFrom], bound); missingFrom++) {
            if (isStillMissing(missing[missingFrom])) {
                states[place(missing[missingFrom])] = LOST;
            }
        }
    }

    /** Keeps an early packet until it is next. Whether there was memory for it; if not it stays missing. */
    boolean hold(int sequence, Payload payload) {
        if (!memory.take(payload.cost())) {
            return false;
        }
        int place = place(sequence);
        states[place] = RECEIVED;
        held[place] = payload.copy();
        heldBytes += payload.cost();
        if (missing[missingCount - 1] == sequence) {
            // The lead itself, which was never missed: the usual case behind a gap.
            missingCount--;
        }
        return true;
    }

    /** What is next of what is known to exist; MISSING as well if all of that was delivered. */
    Head head() {
        if (next == lead + 1) {
            return Head.MISSING;
        }
        return switch (states[place(next)]) {
            case RECEIVED -> Head.HELD;
            case LOST -> Head.LOST;
            default -> Head.MISSING;
        };
    }

    /** Takes what is next, which is held. */
    Payload takeHeld() {
        int place = place(next++);
        Payload payload = held[place];
        if (payload == null) {
            throw new IllegalStateException("nothing is held in place " + place);
        }
        held[place] = null;
        heldBytes -= payload.cost();
        memory.give(payload.cost());
        return payload;
    }

    /** Steps over what is lost up to the next packet that is not; gives how many that were. */
    long takeLost() {
        long count = skipped;
        skipped = 0;
        while (head() == Head.LOST) {
            next++;
            count++;
        }
        return count;
    }

    /** Whether packets were skipped without having a place in the ring. */
    boolean hasSkipped() {
        return skipped > 0;
    }

    /** Whether the window was moved backwards since this was asked last. */
    boolean takeWentBack() {
        boolean went = wentBack;
        wentBack = false;
        return went;
    }

    /** The source has heard that it is missing: no NAK for a while. Whether one was spared. */
    boolean confirm(int sequence, long nowNanos) {
        return defer(sequence, WAIT_DATA, nowNanos + DATA_NANOS, nowNanos);
    }

    /** Another receiver has sent a NAK for it: an NCF should follow. Whether a NAK was spared. */
    boolean overhear(int sequence, long nowNanos) {
        return defer(sequence, WAIT_NCF, nowNanos + NCF_NANOS, nowNanos);
    }

    private boolean defer(int sequence, byte state, long due, long nowNanos) {
        if (!defined || isFar(sequence) || Sequence.isBefore(sequence, next)) {
            return false;
        }
        boolean ahead = Sequence.isBefore(lead, sequence);
        if (ahead && !(mayExtend(sequence, nowNanos) && extend(sequence, nowNanos))) {
            return false;
        }
        int place = place(sequence);
        if (!isMissing(sequence) || deferrals[place] == MOST_DEFERRALS) {
            return false;
        }
        deferrals[place]++;
        boolean spared = states[place] == BACK_OFF;
        if (states[place] != WAIT_DATA) {
            states[place] = state;
        }
        dueNanos[place] = due;
        return spared;
    }

    /**
     * Lets the time pass for what is missing: goes through all of it, or as far as there is room for what to ask for. Then
     * the next call goes on there.
     *
     * @param naks takes the sequence numbers to ask for now
     * @param canAsk false if it is not known where: asking fails then
     * @return how many there are
     */
    int pass(int[] naks, boolean canAsk, long nowNanos) {
        int from = Math.max(passAt, missingFrom);
        if (passAt == 0) {
            passSoonestNanos = nowNanos + DATA_NANOS;
            passAgainNanos = nowNanos + backOff();
        }
        int count = 0;
        for (int i = from; i < missingCount; i++) {
            int sequence = missing[i];
            if (!isStillMissing(sequence)) {
                continue;
            }
            int place = place(sequence);
            if (dueNanos[place] - nowNanos <= 0) {
                if (states[place] != BACK_OFF) {
                    tryAgain(place, passAgainNanos);
                } else if (canAsk && count == naks.length) {
                    passAt = i;
                    passed = i - from;
                    nextDueNanos = nowNanos;
                    return count;
                } else {
                    if (canAsk) {
                        naks[count++] = sequence;
                    }
                    states[place] = WAIT_NCF;
                    dueNanos[place] = nowNanos + NCF_NANOS;
                }
            }
            if (states[place] != LOST && dueNanos[place] - passSoonestNanos < 0) {
                passSoonestNanos = dueNanos[place];
            }
        }
        passed = missingCount - from;
        forgetFound();
        nextDueNanos = passSoonestNanos;
        return count;
    }

    private void tryAgain(int place, long due) {
        byte[] tries = states[place] == WAIT_NCF ? ncfTries : dataTries;
        if (++tries[place] >= MOST_TRIES) {
            states[place] = LOST;
        } else {
            states[place] = BACK_OFF;
            dueNanos[place] = due;
        }
    }

    /** How many packets the last {@link #pass} looked at. */
    int passed() {
        return passed;
    }

    /** How many packets may be missing. */
    int missingCount() {
        return missingCount - missingFrom;
    }

    /** Whether something may be missing, so that {@link #nextDueNanos} means something. */
    boolean isWaiting() {
        return missingCount > missingFrom;
    }

    /** When {@link #pass} is to be called next. */
    long nextDueNanos() {
        return nextDueNanos;
    }

    /** Gives up all that is missing or held, and goes on behind it. */
    void giveUp() {
        skipped += Integer.toUnsignedLong(lead + 1 - next);
        next = lead + 1;
        clear();
    }

    /** Gives all memory back. */
    private void clear() {
        memory.give(heldBytes + (long) states.length * BYTES_PER_PLACE);
        heldBytes = 0;
        states = NO_COUNTS;
        ncfTries = states;
        dataTries = states;
        deferrals = states;
        dueNanos = NO_TIMES;
        held = NO_PAYLOADS;
        missing = NO_SEQUENCES;
        missingFrom = 0;
        missingCount = 0;
        passAt = 0;
        lead = next - 1;
        strays = 0;
    }
}
