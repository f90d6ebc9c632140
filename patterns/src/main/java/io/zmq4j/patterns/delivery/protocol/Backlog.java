package io.zmq4j.patterns.delivery.protocol;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * What is to be sent, to whomever: first what has come back, by its number, then what is new, in the order in which it was accepted. So
 * a receiver that is alone sees each message for the first time in that order.
 */
final class Backlog {
    /** More is another run, perhaps for another receiver. */
    static final int MOST_MESSAGES = 512;

    static final long MOST_BYTES = 64 * 1024;

    private final ArrayDeque<Outstanding> fresh = new ArrayDeque<>();
    private final PriorityQueue<Outstanding> returned =
            new PriorityQueue<>(Comparator.comparingLong((Outstanding it) -> it.number));

    void add(Outstanding message) {
        fresh.add(message);
    }

    void giveBack(Outstanding message) {
        returned.add(message);
    }

    int size() {
        return fresh.size() + returned.size();
    }

    boolean hasReturned() {
        return !returned.isEmpty();
    }

    /** The size of the message that is next; -1 if there is none. */
    long nextSize() {
        Outstanding next = peek();
        return next == null ? -1 : next.size;
    }

    /**
     * Takes a run for a receiver: messages with numbers in a row, at least one, whose window has room for the first.
     *
     * @param most how many at most
     */
    Run take(Window credit, int most) {
        boolean isRedelivered = hasReturned();
        List<Outstanding> messages = new ArrayList<>(Math.min(most, size()));
        Outstanding next = take();
        long bytes = next.size;
        credit.add(next.size);
        messages.add(next);
        while (!next.isWhole && messages.size() < most && hasReturned() == isRedelivered) {
            Outstanding candidate = peek();
            if (candidate == null
                    || candidate.isWhole
                    || candidate.number != next.number + 1
                    || bytes + candidate.size > MOST_BYTES
                    || !credit.fits(candidate.size)) {
                break;
            }
            next = take();
            bytes += next.size;
            credit.add(next.size);
            messages.add(next);
        }
        return new Run(messages.toArray(Outstanding[]::new), isRedelivered);
    }

    private @Nullable Outstanding peek() {
        return returned.isEmpty() ? fresh.peek() : returned.peek();
    }

    private Outstanding take() {
        return returned.isEmpty() ? fresh.remove() : returned.remove();
    }

    /** Takes everything, as nothing is sent any more. */
    List<Outstanding> clear() {
        var all = new ArrayList<Outstanding>(returned);
        all.addAll(fresh);
        returned.clear();
        fresh.clear();
        return all;
    }
}
