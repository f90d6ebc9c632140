package io.zmq4j.bench.role;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * What a counter stood at, now and then, and what that says of its rate. Times are in nanoseconds of any clock. Owned by the
 * thread that notes; another one may ask when that has ended.
 */
final class RateLog {
    private static final double SECOND = TimeUnit.SECONDS.toNanos(1);

    private record Note(long nanos, long count) {
        double perSecondUntil(Note later) {
            return (later.count - count) * SECOND / Math.max(later.nanos - nanos, 1);
        }
    }

    private final List<Note> notes = new ArrayList<>();

    /** Not earlier than the note before. */
    void note(long nanos, long count) {
        notes.add(new Note(nanos, count));
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
