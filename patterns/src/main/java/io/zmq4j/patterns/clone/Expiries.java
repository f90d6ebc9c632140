package io.zmq4j.patterns.clone;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** When which key expires. Pure: owned by one thread; times are those of {@link System#nanoTime}, which may overflow. */
final class Expiries {
    private record Expiry(String key, long at) {}

    private final Map<String, Expiry> byKey = new HashMap<>();
    private final TreeSet<Expiry> byTime = new TreeSet<>((one, other) -> {
        long later = one.at - other.at;
        return later != 0 ? Long.signum(later) : one.key.compareTo(other.key);
    });

    /** In place of what was said of the key before. */
    void set(String key, long at) {
        forget(key);
        var expiry = new Expiry(key, at);
        byKey.put(key, expiry);
        byTime.add(expiry);
    }

    void forget(String key) {
        Expiry old = byKey.remove(key);
        if (old != null) {
            byTime.remove(old);
        }
    }

    /** When the key expires, in nanoseconds from now; null if it does not. */
    @Nullable
    Long remaining(String key, long now) {
        Expiry expiry = byKey.get(key);
        return expiry == null ? null : expiry.at - now;
    }

    /** A key whose time is over; null if there is none. */
    @Nullable
    String due(long now) {
        return byTime.isEmpty() || byTime.first().at - now > 0 ? null : byTime.first().key;
    }

    /** In how many nanoseconds the next one is due; {@link Long#MAX_VALUE} if none is. */
    long next(long now) {
        return byTime.isEmpty() ? Long.MAX_VALUE : byTime.first().at - now;
    }

    int size() {
        return byKey.size();
    }

    void clear() {
        byKey.clear();
        byTime.clear();
    }
}
