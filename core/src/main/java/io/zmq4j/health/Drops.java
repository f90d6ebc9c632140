package io.zmq4j.health;

import io.zmq4j.event.DropReason;
import io.zmq4j.snapshot.SocketSnapshot;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which counts of dropped messages grow. */
final class Drops {
    private record Key(long socketId, DropReason reason) {}

    /** Since when messages have been dropped without a long pause, and how many. */
    record Growth(Duration began, Duration grewAt, long before, long count) {
        long dropped() {
            return count - before;
        }
    }

    private final Duration memory;
    private Map<Key, Growth> before = new HashMap<>();
    private Map<Key, Growth> now = new HashMap<>();
    private Duration lastAge = Duration.ZERO;
    private Duration age = Duration.ZERO;

    /**
     * @param memory how long a drop counts
     */
    Drops(Duration memory) {
        this.memory = memory;
    }

    /** Another look, at this age of the context. */
    void look(Duration age) {
        lastAge = this.age;
        this.age = age;
        before = now;
        now = new HashMap<>();
    }

    Duration age() {
        return age;
    }

    /** How it grows; null if it does not. */
    @Nullable
    Growth count(SocketSnapshot socket, DropReason reason, long count) {
        var key = new Key(socket.id(), reason);
        Growth growth = next(before.get(key), socket, count);
        now.put(key, growth);
        return growth.dropped() > 0 ? growth : null;
    }

    private Growth next(@Nullable Growth last, SocketSnapshot socket, long count) {
        if (last == null) {
            return first(socket, count);
        }
        if (count > last.count) {
            return last.dropped() > 0
                    ? new Growth(last.began, age, last.before, count)
                    : new Growth(lastAge, age, last.count, count);
        }
        return age.minus(last.grewAt).compareTo(memory) > 0 ? new Growth(age, last.grewAt, count, count) : last;
    }

    /** Nobody knows when they were, but for a young socket that it was lately; or that there were none at the last look. */
    private Growth first(SocketSnapshot socket, long count) {
        Duration opened = age.minus(socket.age());
        boolean isLate = socket.age().compareTo(memory) <= 0;
        Duration began = opened.compareTo(lastAge) > 0 ? opened : lastAge;
        return isLate || !lastAge.isZero() ? new Growth(began, age, 0, count) : new Growth(age, age, count, count);
    }
}
