package io.zmq4j.health;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** When what holds began to, in the age of the context. What is not asked for between two looks is over. */
final class Onsets {
    private record Key(Finding.Kind kind, long socketId, String where) {}

    private Map<Key, Duration> before = new HashMap<>();
    private Map<Key, Duration> now = new HashMap<>();
    private Duration age = Duration.ZERO;

    /** Another look, at this age. */
    void look(Duration age) {
        this.age = age;
        before = now;
        now = new HashMap<>();
    }

    /** It holds: for how long, at least {@code known}, which something else says. */
    Duration hold(Finding.Kind kind, long socketId, String where, Duration known) {
        var key = new Key(kind, socketId, where);
        Duration onset = age.minus(known);
        Duration earlier = before.get(key);
        if (earlier != null && earlier.compareTo(onset) < 0) {
            onset = earlier;
        }
        now.put(key, onset);
        return age.minus(onset);
    }

    /** Whether it held at the last look. */
    boolean held(Finding.Kind kind, long socketId, String where) {
        return before.containsKey(new Key(kind, socketId, where));
    }
}
