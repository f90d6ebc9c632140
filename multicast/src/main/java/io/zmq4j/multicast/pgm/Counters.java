package io.zmq4j.multicast.pgm;

import java.util.EnumMap;
import java.util.Map;

/** How often things happened. Grows only. Changed by one thread, looked at by that thread. */
public final class Counters<E extends Enum<E>> {
    private final Class<E> type;
    private final long[] counts;

    public Counters(Class<E> type) {
        this.type = type;
        counts = new long[type.getEnumConstants().length];
    }

    public void add(E what) {
        counts[what.ordinal()]++;
    }

    public void add(E what, long count) {
        counts[what.ordinal()] += count;
    }

    public long count(E what) {
        return counts[what.ordinal()];
    }

    /** What happened at all, with how often. */
    public Map<E, Long> snapshot() {
        var map = new EnumMap<E, Long>(type);
        for (E what : type.getEnumConstants()) {
            if (count(what) > 0) {
                map.put(what, count(what));
            }
        }
        return map;
    }
}
