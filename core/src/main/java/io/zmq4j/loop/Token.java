package io.zmq4j.loop;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The right to drive a loop: to wait in its {@link Place} and to take the steps of its {@link Chores}. Any thread, unless it says
 * that the token is held.
 *
 * <p>It is a thread in {@code driver}, taken with a compare-and-set, given back with a volatile store. A thread that must wait takes
 * it if it is free and drives until its own condition holds; otherwise it parks in {@code parked}, and the thread that completes its
 * condition wakes it. No thread waits for the token while it holds a lock.
 * <ul>
 *   <li><i>A driver that leaves passes it on:</i> it gives the token back and then looks into {@code parked}; a waiter
 *       enters {@code parked} and then looks at the token. One of them sees the other. A parked waiter that leaves for
 *       its own reasons does the same. With nobody parked, the {@link Caretaker} watches.
 *   <li><i>Chores</i> are run with the token held. The thread that posts one takes the token for it if it is free, else wakes the
 *       driver; the driver looks for them after every wait and once more after giving the token back.
 * </ul>
 */
final class Token {
    private final AtomicReference<@Nullable Thread> driver = new AtomicReference<>();
    private final ConcurrentLinkedQueue<Waiter> parked = new ConcurrentLinkedQueue<>();
    /** How many wait for what happens here and do not drive. */
    private final AtomicInteger dependents = new AtomicInteger();

    private final Chores chores;
    private final Caretaker caretaker;
    /**
     * The identity hash code of the application thread that drove last, or parked because another drove: a hint must not keep
     * a thread alive.
     */
    private volatile int lastDriver;
    /** Grows when an application thread reads or leaves; a hint, so lost increments do not matter. */
    private volatile long activity;

    /** Somebody must drive when the token is given back; its holder's. */
    private boolean wantsDriver;

    Token(Chores chores, Caretaker caretaker) {
        this.chores = chores;
        this.caretaker = caretaker;
    }

    boolean tryTake() {
        return driver.get() == null && driver.compareAndSet(null, Thread.currentThread());
    }

    boolean isTaken() {
        return driver.get() != null;
    }

    /** Whether the calling thread holds it. */
    boolean isMine() {
        return driver.get() == Thread.currentThread();
    }

    /** Whether another application thread than the calling one drives now, or did so last, or wanted to; a hint. */
    boolean isDrivenByAnother() {
        Thread now = driver.get();
        if (now != null && now != Thread.currentThread() && !caretaker.isThread(now)) {
            return true;
        }
        int last = lastDriver;
        return last != 0 && last != System.identityHashCode(Thread.currentThread());
    }

    /** The calling thread drives, or would. */
    void noteDriver() {
        int me = System.identityHashCode(Thread.currentThread());
        if (lastDriver != me) {
            lastDriver = me;
        }
    }

    /** With the token held: gives it back and makes sure that somebody takes it up if need be. */
    @SuppressWarnings("NonAtomicVolatileUpdate") // a hint
    void giveBack() {
        activity++;
        boolean wanted = false;
        do {
            wanted |= wantsDriver;
            wantsDriver = false;
            driver.set(null);
        } while (!chores.isEmpty() && tryTake() && runChores());
        passOn(wanted);
    }

    private boolean runChores() {
        chores.run();
        return true;
    }

    private void passOn(boolean wanted) {
        try {
            passOnTo(wanted);
        } catch (Throwable e) {
            // No memory even to go through a list: the caretaker does the work of those that are parked.
            caretaker.driveNow();
        }
    }

    private void passOnTo(boolean wanted) {
        if (driver.get() != null) {
            return;
        }
        boolean anyParked = false;
        for (Waiter waiter : parked) {
            if (waiter.mayDrive()) {
                waiter.unpark();
                return;
            }
            anyParked = true;
        }
        if (wanted || anyParked || dependents.get() > 0 || chores.anyRests() || chores.anyNoted()) {
            caretaker.driveNow();
        } else {
            caretaker.watch();
        }
    }

    /**
     * Waits while another thread drives.
     *
     * @return whether the thread was woken to drive itself, and has the token now
     */
    boolean parkBeside(Waiter waiter, long nanos) {
        boolean drives = false;
        parked.add(waiter);
        try {
            Thread seen = driver.get();
            if (seen == null) {
                if (waiter.mayDrive()) {
                    drives = tryTake();
                    return drives;
                }
                caretaker.driveNow();
            } else if (waiter.mayDrive()) {
                if (caretaker.isThread(seen)) {
                    caretaker.stepAside();
                } else {
                    noteDriver();
                }
            }
            if (!waiter.isSignalled()) {
                LockSupport.parkNanos(this, nanos);
            }
            // The driver that left may have woken this thread to take the token up. If the thread did not take it here,
            // it would have to wake the next one, which would find the token taken after all.
            drives = !waiter.isSignalled() && waiter.mayDrive() && tryTake();
            return drives;
        } finally {
            parked.remove(waiter);
            if (!drives) {
                passOn(false);
            }
        }
    }

    /** Something must be waited for from now on; false if a driver is at it that does not know yet and wants to be woken. */
    boolean seesTo() {
        Thread seen = driver.get();
        if (seen == Thread.currentThread()) {
            wantsDriver = true;
        } else if (seen == null) {
            caretaker.driveNow();
        } else {
            return false;
        }
        return true;
    }

    /** Somebody waits for what happens here without driving, until {@link #removeDependent}. */
    void addDependent() {
        dependents.incrementAndGet();
        if (driver.get() == null) {
            caretaker.driveNow();
        }
    }

    /** As {@link #addDependent}, for a thread that may well come to drive within microseconds. */
    void addDependentSoon() {
        dependents.incrementAndGet();
        if (driver.get() == null) {
            caretaker.driveSoon();
        }
    }

    void removeDependent() {
        dependents.decrementAndGet();
    }

    /** A thread has moved bytes by itself: unless it is the driver, the caretaker keeps out of its way. */
    @SuppressWarnings("NonAtomicVolatileUpdate") // a hint
    void noteActivity() {
        if (!isMine()) {
            activity++;
        }
    }

    long activity() {
        return activity;
    }
}
