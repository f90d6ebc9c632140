package io.zmq4j.loop;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A loop's chores: those that are posted, in the order of their posts, and those that failed and rest. Linked through the
 * chores themselves, so that nothing is allocated.
 *
 * <p><b>No post is lost.</b> The thread that sets a chore's mark pushes it onto the stack, so it is there once at most. The
 * token's holder takes the whole stack, takes a chore's mark down and only then begins it: a post from that moment on pushes
 * it again.
 */
final class Chores {
    private static final long SHORTEST_REST_NANOS = TimeUnit.MILLISECONDS.toNanos(10);
    private static final int LONGEST_REST_SHIFT = 5;

    private final LongSupplier clock;
    private final AtomicReference<@Nullable Chore> posted = new AtomicReference<>();

    /** See {@link Chore#note}. */
    private final AtomicReference<@Nullable Chore> noted = new AtomicReference<>();

    /** Owned by the token; whether there are any is asked by any thread. */
    private volatile @Nullable Chore resting;

    /** {@code clock} in nanoseconds. */
    Chores(LongSupplier clock) {
        this.clock = clock;
    }

    /** 10 ms after the first failure in a row, up to 320. */
    static long restNanos(int failuresBefore) {
        return SHORTEST_REST_NANOS << Math.min(failuresBefore, LONGEST_REST_SHIFT);
    }

    /** False if the chore is posted already. Any thread. */
    boolean post(Chore chore) {
        return push(chore, posted);
    }

    /** As {@link #post}, but it is taken once in each round: a chore that is noted by its own step keeps no thread here. */
    boolean note(Chore chore) {
        return push(chore, noted);
    }

    private static boolean push(Chore chore, AtomicReference<@Nullable Chore> stack) {
        if (!chore.setPosted()) {
            return false;
        }
        Chore seen;
        do {
            seen = stack.get();
            chore.next = seen;
        } while (!stack.compareAndSet(seen, chore));
        return true;
    }

    /** Whether one is noted. Any thread. */
    boolean anyNoted() {
        return noted.get() != null;
    }

    /** Whether none is posted. Any thread. */
    boolean isEmpty() {
        return posted.get() == null;
    }

    /** Whether one waits for its rest to end. Any thread. */
    boolean anyRests() {
        return resting != null;
    }

    // ---- token held

    /** Takes every step that is posted, and those that are posted meanwhile. Never throws. */
    void run() {
        while (posted.get() != null) {
            runAll(reversed(posted.getAndSet(null)));
        }
    }

    /** Takes every step that is noted, and none that is noted meanwhile. Never throws. */
    void runNoted() {
        if (noted.get() != null) {
            runAll(reversed(noted.getAndSet(null)));
        }
    }

    private void runAll(@Nullable Chore first) {
        Chore chore = first;
        while (chore != null) {
            Chore next = chore.next;
            chore.next = null;
            run(chore);
            chore = next;
        }
    }

    /** Takes the steps again whose rest is over. Never throws. */
    void runRested(long now) {
        Chore chore = resting;
        if (chore == null) {
            return;
        }
        resting = null;
        while (chore != null) {
            Chore next = chore.next;
            if (chore.restEnds() - now <= 0) {
                chore.next = null;
                run(chore);
            } else {
                chore.next = resting;
                resting = chore;
            }
            chore = next;
        }
    }

    /** Nanoseconds until a rest is over; at least 0, {@link Long#MAX_VALUE} if none rests. */
    long nanosToNext(long now) {
        long nanos = Long.MAX_VALUE;
        for (Chore chore = resting; chore != null; chore = chore.next) {
            nanos = Math.min(nanos, Math.max(0, chore.restEnds() - now));
        }
        return nanos;
    }

    /** An Error passes, as a shortage does; any other failure is a bug, which a second try would only repeat. */
    void run(Chore chore) {
        try {
            chore.run();
        } catch (Throwable e) {
            if (e instanceof Error && chore.rest(clock.getAsLong())) {
                chore.next = resting;
                resting = chore;
            }
            if (e != Chore.AGAIN) {
                Failure.STEP.log(e);
            }
        }
    }

    private static @Nullable Chore reversed(@Nullable Chore stack) {
        Chore result = null;
        while (stack != null) {
            Chore next = stack.next;
            stack.next = result;
            result = stack;
            stack = next;
        }
        return result;
    }
}
