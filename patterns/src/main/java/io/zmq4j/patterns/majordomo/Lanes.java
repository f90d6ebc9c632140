package io.zmq4j.patterns.majordomo;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The connections of a client, which its requests take in turn. Safe for any thread. */
final class Lanes {
    private final int limit;
    private final int maxWaiting;

    // Guarded by this.
    private Supplier<Lane> maker;
    private final List<Lane> all = new ArrayList<>();
    private final ArrayDeque<Lane> idle = new ArrayDeque<>();
    private final ArrayDeque<CompletableFuture<Lane>> waiting = new ArrayDeque<>();

    Lanes(Supplier<Lane> maker, int limit, int maxWaiting) {
        this.maker = maker;
        this.limit = limit;
        this.maxWaiting = maxWaiting;
    }

    /**
     * A lane, now or as soon as one is given back.
     *
     * @return null if too many wait already; else a future that fails with {@link java.util.concurrent.TimeoutException}
     */
    synchronized @Nullable CompletableFuture<Lane> take(long nanos) {
        Lane free = idle.pollLast();
        if (free == null && all.size() < limit) {
            free = maker.get();
            all.add(free);
        }
        if (free != null) {
            return CompletableFuture.completedFuture(free);
        }
        if (waiting.size() >= maxWaiting) {
            // Those whose time is over stand there until somebody comes by.
            waiting.removeIf(CompletableFuture::isDone);
        }
        if (waiting.size() >= maxWaiting) {
            return null;
        }
        var turn = new CompletableFuture<Lane>();
        waiting.addLast(turn);
        return turn.orTimeout(nanos, TimeUnit.NANOSECONDS);
    }

    /** Gives a lane back: to who waits for longest. */
    void giveBack(Lane lane) {
        CompletableFuture<Lane> next;
        do {
            next = nextWaiting(lane);
        } while (next != null && !next.complete(lane));
    }

    private synchronized @Nullable CompletableFuture<Lane> nextWaiting(Lane lane) {
        CompletableFuture<Lane> next = waiting.pollFirst();
        if (next == null) {
            idle.addLast(lane);
        }
        return next;
    }

    /** How many requests have a connection or wait for one. */
    synchronized int outstanding() {
        return all.size() - idle.size() + waiting.size();
    }

    /** Ends all of them, and those that are made later. */
    void end() {
        List<Lane> made;
        synchronized (this) {
            Supplier<Lane> former = maker;
            maker = () -> {
                Lane ended = former.get();
                ended.end();
                return ended;
            };
            made = List.copyOf(all);
        }
        made.forEach(Lane::end);
    }
}
