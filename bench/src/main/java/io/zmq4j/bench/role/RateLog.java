package io.zmq4j.bench.role;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * What a counter stood at, now and then, and what that says of its rate. Any thread may note; whoever asks does so when the
 * others have ended.
 */
final class RateLog {
    private static final double SECOND = TimeUnit.SECONDS.toNanos(1);

    private record Note(long nanos, long count) {
        double perSecondUntil(Note later) {
            return (later.count - count) * SECOND / Math.max(later.nanos - nanos, 1);
        }
    }

    private final LongSupplier nanoClock;
    private final LongSupplier counter;
    private final List<Note> notes = new ArrayList<>();

    RateLog(LongSupplier nanoClock, LongSupplier counter) {
        this.nanoClock = nanoClock;
        this.counter = counter;
    }

    /** Notes what it stands at now; gives the time. */
    synchronized long note() {
        var note = new Note(nanoClock.getAsLong(), counter.getAsLong());
        notes.add(note);
        return note.nanos();
    }

    /** From the first note to the last. */
    double perSecond() {
        return perSecond(notes);
    }

    /** From the first to the last note in this time. */
    double perSecond(long fromNanos, long toNanos) {
        return perSecond(within(fromNanos, toNanos));
    }

    /** The longest time in a row, within this time and from note to note, in which the rate was below this one. */
    long nanosBelow(double perSecond, long fromNanos, long toNanos) {
        var within = within(fromNanos, toNanos);
        long longest = 0;
        long below = 0;
        for (int i = 1; i < within.size(); i++) {
            var before = within.get(i - 1);
            var after = within.get(i);
            below = before.perSecondUntil(after) < perSecond ? below + after.nanos() - before.nanos() : 0;
            longest = Math.max(longest, below);
        }
        return longest;
    }

    private List<Note> within(long fromNanos, long toNanos) {
        return notes.stream()
                .filter(note -> note.nanos() - fromNanos >= 0 && note.nanos() - toNanos <= 0)
                .toList();
    }

    private static double perSecond(List<Note> notes) {
        if (notes.size() < 2) {
            throw new RunFailedException("the rate was noted %d times: it takes 2".formatted(notes.size()));
        }
        return notes.get(0).perSecondUntil(notes.get(notes.size() - 1));
    }
}
