package org.zeromq.timer;

import zmq.util.Timers;
import zmq.util.function.Supplier;

/**
 * Timers that fire again and again, each after its own interval, whenever their owner calls {@link #execute}. They have no thread of
 * their own. Safe for any thread.
 *
 * @see ZTicket for what fires once
 */
public final class ZTimer {
    private final Timers timers;

    public ZTimer() {
        timers = new Timers();
    }

    ZTimer(Supplier<Long> clock) {
        timers = new Timers(clock);
    }

    /**
     * Adds a timer.
     *
     * @param interval milliseconds until it fires, and then from one time to the next
     * @param handler what it calls
     * @param args what the handler is given
     * @return null if there is no handler
     * @throws IllegalArgumentException if the interval is not above 0
     */
    public Timer add(long interval, TimerHandler handler, Object... args) {
        Timers.Timer timer = timers.add(interval, handler, args);
        return timer == null ? null : new Timer(timer);
    }

    /** Milliseconds until the next timer is due; 0 if one is, -1 if there are none. */
    public long timeout() {
        return timers.timeout();
    }

    /** Fires the timers that are due, the earliest first, each once; how many these were. */
    public int execute() {
        return timers.execute();
    }

    /** Waits until a timer is due, or for an interrupt, and executes; how many have fired, 0 if there are no timers. */
    public int sleepAndExecute() {
        return timers.sleepAndExecute();
    }

    /** One timer, to be changed or cancelled. */
    public static final class Timer {
        private final Timers.Timer timer;

        private Timer(Timers.Timer timer) {
            this.timer = timer;
        }

        /** Changes the interval, in milliseconds, and begins it anew; false if the timer was cancelled. */
        public boolean setInterval(long interval) {
            return timer.setInterval(interval);
        }

        /** Begins the interval anew; false if the timer was cancelled. */
        public boolean reset() {
            return timer.reset();
        }

        /** Ends the timer; false if it was cancelled before. */
        public boolean cancel() {
            return timer.cancel();
        }
    }
}
