package org.zeromq;

import org.zeromq.timer.TimerHandler;

/**
 * Timers that fire again and again, each after its own interval, whenever their owner calls {@link #execute}. Safe for any thread.
 *
 * @deprecated use {@link org.zeromq.timer.ZTimer}, whose timers change and cancel themselves
 */
@Deprecated
public final class ZTimer {
    private final org.zeromq.timer.ZTimer timers = new org.zeromq.timer.ZTimer();

    public ZTimer() {}

    /**
     * Adds a timer.
     *
     * @param interval milliseconds until it fires, and then from one time to the next
     * @param handler what it calls
     * @param args what the handler is given
     * @return null if there is no handler
     * @throws IllegalArgumentException if the interval is not above 0
     */
    public Timer add(long interval, Handler handler, Object... args) {
        org.zeromq.timer.ZTimer.Timer timer = timers.add(interval, handler, args);
        return timer == null ? null : new Timer(timer);
    }

    /** Changes a timer's interval, in milliseconds, and begins it anew; false if it was cancelled. */
    @Deprecated
    public boolean setInterval(Timer timer, long interval) {
        return timer.timer.setInterval(interval);
    }

    /** Begins a timer's interval anew; false if it was cancelled. */
    @Deprecated
    public boolean reset(Timer timer) {
        return timer.timer.reset();
    }

    /** Ends a timer; false if it was cancelled before. */
    @Deprecated
    public boolean cancel(Timer timer) {
        return timer.timer.cancel();
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

    /** One timer. */
    public static final class Timer {
        private final org.zeromq.timer.ZTimer.Timer timer;

        private Timer(org.zeromq.timer.ZTimer.Timer timer) {
            this.timer = timer;
        }
    }

    /** What a timer calls. */
    public interface Handler extends TimerHandler {}
}
