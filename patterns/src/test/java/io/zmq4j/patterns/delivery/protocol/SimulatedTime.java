package io.zmq4j.patterns.delivery.protocol;

import java.util.PriorityQueue;

/** What happens when, in virtual time: at the same moment in the order in which it was planned. */
final class SimulatedTime {
    private record Step(long nanos, long order, Runnable action) implements Comparable<Step> {
        @Override
        public int compareTo(Step other) {
            int byTime = Long.compare(nanos - other.nanos, 0);
            return byTime != 0 ? byTime : Long.compare(order, other.order);
        }
    }

    private final PriorityQueue<Step> steps = new PriorityQueue<>();
    private long order;
    private long now;

    /** Begins shortly before the clock overflows. */
    SimulatedTime() {
        now = Long.MAX_VALUE - 2_000_000_000L;
    }

    long now() {
        return now;
    }

    void after(long nanos, Runnable action) {
        steps.add(new Step(now + nanos, order++, action));
    }

    /** Takes the next step; false if there is none, or none before the end. */
    boolean step(long endNanos) {
        Step next = steps.peek();
        if (next == null || next.nanos() - endNanos > 0) {
            return false;
        }
        steps.remove();
        now = next.nanos();
        next.action().run();
        return true;
    }
}
