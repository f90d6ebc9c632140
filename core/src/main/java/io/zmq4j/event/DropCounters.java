package io.zmq4j.event;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.LongAdder;

/** How many messages were dropped, by reason. Grows only. Safe for any thread. */
public final class DropCounters {
    private static final DropReason[] REASONS = DropReason.values();

    private final LongAdder[] counts = new LongAdder[REASONS.length];

    public DropCounters() {
        for (int i = 0; i < counts.length; i++) {
            counts[i] = new LongAdder();
        }
    }

    public void add(DropReason reason, long messages) {
        counts[Objects.requireNonNull(reason, "reason").ordinal()].add(messages);
    }

    public long count(DropReason reason) {
        return counts[Objects.requireNonNull(reason, "reason").ordinal()].sum();
    }

    /** Adds these counts to others. Allocates nothing: it cannot fail. */
    public void addTo(DropCounters sum) {
        for (int i = 0; i < counts.length; i++) {
            sum.counts[i].add(counts[i].sum());
        }
    }

    /** The reasons that occurred, with their counts. */
    public Map<DropReason, Long> snapshot() {
        var map = new EnumMap<DropReason, Long>(DropReason.class);
        for (var reason : REASONS) {
            long count = count(reason);
            if (count > 0) {
                map.put(reason, count);
            }
        }
        return map;
    }
}
