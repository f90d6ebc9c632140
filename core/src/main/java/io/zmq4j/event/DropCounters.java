package io.zmq4j.event;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.LongAdder;

/** How many messages were dropped, by reason. Grows only. Safe for any thread. */
public final class DropCounters {
    /** Is told of the first message that was dropped for a reason, and then of the 10th, the 100th and so on. */
    @FunctionalInterface
    public interface Listener {
        /** By the thread that dropped the last one, with whatever lock it has; never blocks, throws nothing. */
        void onDropped(DropReason reason, long count);
    }

    private static final DropReason[] REASONS = DropReason.values();

    private final LongAdder[] counts = new LongAdder[REASONS.length];

    private final Listener listener;
    /** The counts that are told next. Read without a lock: a thread that sees an older one looks again with it. */
    private final long[] next = new long[REASONS.length];

    public DropCounters() {
        this((reason, count) -> {});
    }

    public DropCounters(Listener listener) {
        this.listener = Objects.requireNonNull(listener, "listener");
        for (int i = 0; i < counts.length; i++) {
            counts[i] = new LongAdder();
            next[i] = 1;
        }
    }

    public void add(DropReason reason, long messages) {
        int index = Objects.requireNonNull(reason, "reason").ordinal();
        LongAdder counter = counts[index];
        counter.add(messages);
        if (counter.sum() >= next[index]) {
            tell(reason, counter);
        }
    }

    private void tell(DropReason reason, LongAdder counter) {
        long count;
        synchronized (next) {
            count = counter.sum();
            long due = next[reason.ordinal()];
            if (count < due) {
                return;
            }
            while (due <= count && due < Long.MAX_VALUE / 10) {
                due *= 10;
            }
            next[reason.ordinal()] = due;
        }
        listener.onDropped(reason, count);
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
