package io.zmq4j.loop;

import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The loop's own thread, which drives when nobody else does and flushes what its owner left behind.
 *
 * <pre>
 *   SLEEPING   somebody has been driving for 20 ms: nothing to do until it leaves     no wake-ups
 *   WATCHING   looks every 20 ms whether anybody has driven since                     while the application is active
 *   TICKING    something is held back: looks every 50 µs, 400 if in vain               while a burst lasts
 *   DRIVING    nobody has driven for 20 ms, or somebody needs it now: in the selector no wake-ups when idle
 * </pre>
 *
 * <p>It takes over late on purpose: an application that asks every few milliseconds would else find the token taken
 * each time and pay two thread hops. It steps aside as soon as an application thread wants to wait, or reads by itself:
 * two threads at the same readiness would only disturb each other.
 */
final class Caretaker implements Runnable {
    private static final long WATCH_NANOS = TimeUnit.MILLISECONDS.toNanos(20);
    private static final long TICK_NANOS = TimeUnit.MICROSECONDS.toNanos(50);
    private static final long LONGEST_TICK_NANOS = TimeUnit.MICROSECONDS.toNanos(400);
    /** A sender that has left something once will do so again. */
    private static final long NEEDED_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

    private final Loop loop;
    private final Thread thread;
    private final AtomicReference<@Nullable Flushable> arriving = new AtomicReference<>();
    private @Nullable Flushable armed;
    /** Until the next tick: grows while the senders flush by themselves: they need the core more. */
    private long tick = TICK_NANOS;
    /** When a tick last found something to flush. */
    private long neededAt = System.nanoTime();

    private final Waiter waiter;
    private volatile boolean sleeping;
    private volatile boolean driveNow;
    private volatile boolean driveSoon;
    private volatile boolean stepAside;
    private volatile boolean stopped;

    // ---- the caretaker's thread's: what it saw when it last looked, and whether nobody had driven since then

    private long pollsSeen;
    private long activitySeen;
    private long lookedAt;
    private boolean unattended;

    Caretaker(Loop loop, ThreadFactory threads) {
        this.loop = loop;
        thread = threads.newThread(this);
        waiter = new Waiter(thread);
    }

    void start() {
        thread.start();
    }

    // ---- any thread

    /** The token is free and nobody is there to take it. */
    void watch() {
        if (sleeping) {
            LockSupport.unpark(thread);
        }
    }

    /** Somebody must drive at once. */
    void driveNow() {
        driveNow = true;
        waiter.signal();
    }

    /** Somebody must drive, unless an application thread does within a tick. */
    void driveSoon() {
        driveSoon = true;
        waiter.signal();
    }

    /** An application thread wants the token. */
    void stepAside() {
        if (!stepAside) {
            stepAside = true;
            waiter.signal();
        }
    }

    boolean isAlive() {
        return thread.isAlive();
    }

    String name() {
        return thread.getName();
    }

    boolean isThread(@Nullable Thread other) {
        return thread == other;
    }

    void arm(Flushable flushable) {
        Flushable seen;
        do {
            seen = arriving.get();
            flushable.next = seen;
        } while (!arriving.compareAndSet(seen, flushable));
        waiter.signal();
    }

    void stop() {
        stopped = true;
        waiter.signal();
    }

    // ---- the caretaker's thread

    /** Nothing that happens in here may leave the loop without its caretaker. */
    @Override
    public void run() {
        pollsSeen = loop.polls();
        activitySeen = loop.token().activity();
        lookedAt = System.nanoTime();
        while (!stopped) {
            try {
                round();
            } catch (Throwable e) {
                Failure.CARETAKER.log(e);
                LockSupport.parkNanos(this, WATCH_NANOS);
            }
        }
        while (!loop.closePlace()) {
            LockSupport.parkNanos(this, WATCH_NANOS);
        }
    }

    private void round() {
        waiter.reset();
        flushArmed();
        if (driveSoon) {
            driveSoon = false;
            LockSupport.parkNanos(this, TICK_NANOS);
            if (!loop.token().isTaken()) {
                driveNow = true;
            }
        }
        long now = System.nanoTime();
        boolean needed = driveNow;
        if (needed || now - lookedAt >= WATCH_NANOS) {
            unattended = loop.polls() == pollsSeen;
            lookedAt = now;
            // Before the token is taken: a request that comes after that is for the drive that begins now. If somebody
            // else has it, there is a driver.
            driveNow = false;
            stepAside = false;
            if ((needed || unattended) && loop.token().tryTake()) {
                // An application that reads without ever waiting is served what else there is, and left alone.
                boolean absent = needed || loop.token().activity() == activitySeen;
                drive(absent ? Long.MAX_VALUE : 0);
            }
            pollsSeen = loop.polls();
            activitySeen = loop.token().activity();
        }
        rest(unattended);
    }

    private void flushArmed() {
        boolean anyNew = arriving.get() != null;
        if (anyNew) {
            takeIn(arriving.getAndSet(null));
        }
        if (armed == null) {
            return;
        }
        long now = System.nanoTime();
        Flushable rest = armed;
        armed = null;
        while (rest != null) {
            // Taken out before it is asked: one that says it is done may be armed anew at once.
            Flushable each = rest;
            rest = each.next;
            Flushable.Tick tick = tick(each);
            if (tick != Flushable.Tick.DONE) {
                each.next = armed;
                armed = each;
            }
            if (tick == Flushable.Tick.NEEDED) {
                neededAt = now;
            }
        }
        boolean soon = anyNew || now - neededAt < NEEDED_NANOS;
        tick = soon ? TICK_NANOS : Math.min(2 * tick, LONGEST_TICK_NANOS);
    }

    private void takeIn(@Nullable Flushable arrived) {
        while (arrived != null) {
            Flushable each = arrived;
            arrived = each.next;
            each.next = armed;
            armed = each;
        }
    }

    /** One that fails must not keep the others from being looked at; it is looked at again. */
    private static Flushable.Tick tick(Flushable flushable) {
        try {
            return flushable.flushTick();
        } catch (Throwable e) {
            Failure.HELD_BACK.log(e);
            return Flushable.Tick.NOT_NEEDED;
        }
    }

    /** Drives until an application thread takes part again; with {@code nanos} 0 just once. */
    private void drive(long nanos) {
        try {
            if (nanos > 0) {
                loop.handedOver("no other thread drives");
            }
            long activity;
            do {
                activity = loop.token().activity();
                waiter.reset();
                // What was asked before the reset is seen here; what is asked after it is a signal.
                flushArmed();
                boolean urgent = stepAside || stopped || armed != null;
                waiter.drive(loop, urgent ? 0 : nanos);
                if (armed != null) {
                    LockSupport.parkNanos(this, tick);
                }
            } while (nanos > 0 && !stepAside && !stopped && loop.token().activity() == activity && !loop.isClosed());
        } finally {
            loop.token().giveBack();
        }
    }

    /** A thread that drives again and again, with pauses, shall not have to wake the caretaker at each. */
    private void rest(boolean unattended) {
        if (armed != null) {
            LockSupport.parkNanos(this, tick);
        } else if (waiter.isSignalled()) {
            return;
        } else if (unattended && loop.token().isTaken()) {
            sleeping = true;
            if (loop.token().isTaken() && !waiter.isSignalled()) {
                LockSupport.park(this);
            }
            sleeping = false;
        } else {
            LockSupport.parkNanos(this, WATCH_NANOS);
        }
    }
}
