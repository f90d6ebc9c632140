package io.zmq4j.patterns.clone;

import io.zmq4j.message.Frame;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The ephemeral values that a client keeps alive, by setting them three times in their life. Pure: owned by one thread. */
final class Leases {
    private static final int TIMES = 3;

    /** What is to be set. */
    record Lease(String key, Frame value, Duration timeToLive) {}

    private record Held(Lease lease, long dueAt) {}

    private final Map<String, Held> byKey = new HashMap<>();

    void hold(Lease lease, long now) {
        byKey.put(lease.key, new Held(lease, now));
    }

    /** False if another value is held under its key, or none. */
    @SuppressWarnings("ReferenceEquality") // of two alike each is held for itself
    boolean release(Lease lease) {
        Held held = byKey.get(lease.key);
        return held != null && held.lease == lease && byKey.remove(lease.key) != null;
    }

    /** Those that are to be set now. */
    List<Lease> due(long now) {
        var due = new ArrayList<Lease>();
        byKey.replaceAll((key, held) -> {
            if (held.dueAt - now > 0) {
                return held;
            }
            due.add(held.lease);
            return new Held(held.lease, now + held.lease.timeToLive.toNanos() / TIMES);
        });
        return due;
    }

    /** In how many nanoseconds the next one is due; {@link Long#MAX_VALUE} if none is. */
    long next(long now) {
        long next = Long.MAX_VALUE;
        for (var held : byKey.values()) {
            next = Math.min(next, held.dueAt - now);
        }
        return next;
    }

    int size() {
        return byKey.size();
    }
}
