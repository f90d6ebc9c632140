package zmq.util;

import io.zmq4j.jeromq.Due;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import zmq.util.function.Supplier;

/**
 * Timers that fire again and again, each after its own interval, whenever their owner calls {@link #execute}. They have no thread:
 * {@link #timeout} says how long the owner can wait, for instance in a poll. Safe for any thread; a handler runs in the thread that
 * executes.
 *
 * <p>The next time is counted from the beginning of the {@link #execute} that fired: who comes late is not called several times to
 * make up for it.
 */
@SuppressWarnings("InlineMeSuggester") // it would want an annotation library
public final class Timers {
    private final Object lock = new Object();
    private final Supplier<Long> clock;

    /** By when they are due, and then in the order in which they were given that time. Guarded by the lock. */
    private final TreeSet<Timer> waiting =
            new TreeSet<>(Comparator.comparingLong((Timer timer) -> timer.due).thenComparingLong(timer -> timer.turn));

    /** Guarded by the lock. */
    private long turns;

    public Timers() {
        this(Due::now);
    }

    /**
     * Timers on a clock of the caller's.
     *
     * @param clock the time in milliseconds
     */
    public Timers(Supplier<Long> clock) {
        this.clock = clock;
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
    public Timer add(long interval, Handler handler, Object... args) {
        if (interval <= 0) {
            throw new IllegalArgumentException("A timer's interval is above 0 milliseconds, not " + interval);
        }
        if (handler == null) {
            return null;
        }
        Timer timer = new Timer(this, interval, handler, args);
        synchronized (lock) {
            schedule(timer, clock.get());
        }
        return timer;
    }

    private void schedule(Timer timer, long now) {
        timer.due = Due.after(now, timer.interval);
        timer.turn = ++turns;
        waiting.add(timer);
    }

    /** @deprecated use {@link Timer#setInterval} */
    @Deprecated
    public boolean setInterval(Timer timer, long interval) {
        return timer.setInterval(interval);
    }

    /** @deprecated use {@link Timer#reset} */
    @Deprecated
    public boolean reset(Timer timer) {
        return timer.reset();
    }

    /** @deprecated use {@link Timer#cancel} */
    @Deprecated
    public boolean cancel(Timer timer) {
        return timer.cancel();
    }

    /** Milliseconds until the next timer is due; 0 if one is, -1 if there are none. */
    public long timeout() {
        synchronized (lock) {
            return waiting.isEmpty() ? -1 : Due.left(waiting.first().due, clock.get());
        }
    }

    /**
     * Fires the timers that are due, the earliest first, each once. What a handler throws ends the call; the timers after it fire with
     * the next one.
     *
     * @return how many have fired
     */
    public int execute() {
        long now = clock.get();
        int fired = 0;
        for (Timer timer : due(now)) {
            if (begin(timer, now)) {
                timer.handler.time(timer.args);
                fired++;
            }
        }
        return fired;
    }

    private List<Timer> due(long now) {
        synchronized (lock) {
            List<Timer> due = new ArrayList<>();
            for (Timer timer : waiting) {
                if (timer.due > now) {
                    break;
                }
                due.add(timer);
            }
            return due;
        }
    }

    /** False if a handler before it, or another thread, has cancelled it or put it off. */
    private boolean begin(Timer timer, long now) {
        synchronized (lock) {
            if (timer.due > now || !waiting.remove(timer)) {
                return false;
            }
            schedule(timer, now);
            return true;
        }
    }

    /**
     * Waits until a timer is due, and executes. An interrupt ends the waiting; the thread's flag stays set.
     *
     * @return how many have fired; 0 if there are no timers, or after an interrupt
     */
    public int sleepAndExecute() {
        long left = timeout();
        while (left > 0 && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(this, TimeUnit.MILLISECONDS.toNanos(left));
            left = timeout();
        }
        return execute();
    }

    /** One timer, to be changed or cancelled. */
    public static final class Timer {
        private final Timers timers;
        private final Handler handler;
        private final Object[] args;

        // ---- guarded by the timers' lock; what orders the timer changes only while it is not among those that wait

        private long interval;
        private long due;
        private long turn;

        private Timer(Timers timers, long interval, Handler handler, Object... args) {
            this.timers = timers;
            this.interval = interval;
            this.handler = handler;
            this.args = args;
        }

        /**
         * Changes the interval, and begins it anew.
         *
         * @param interval milliseconds; with 0 or less it fires at each {@link Timers#execute}
         * @return false if the timer was cancelled
         */
        public boolean setInterval(long interval) {
            synchronized (timers.lock) {
                return timers.waiting.remove(this) && restart(Math.max(0, interval));
            }
        }

        /**
         * Begins the interval anew.
         *
         * @return false if the timer was cancelled
         */
        public boolean reset() {
            synchronized (timers.lock) {
                return timers.waiting.remove(this) && restart(interval);
            }
        }

        private boolean restart(long interval) {
            this.interval = interval;
            timers.schedule(this, timers.clock.get());
            return true;
        }

        /**
         * Ends the timer.
         *
         * @return false if it was cancelled before
         */
        public boolean cancel() {
            synchronized (timers.lock) {
                return timers.waiting.remove(this);
            }
        }
    }

    /** What a timer calls. */
    public interface Handler {
        /** The timer has fired; {@code args} are those it was added with. */
        void time(Object... args);
    }
}
