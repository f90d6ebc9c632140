package io.zmq4j.socket;

import io.zmq4j.loop.Failure;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The worker threads of one socket's futures. They serve the calls when the socket signals, and complete the futures of
 * those that were served.
 *
 * <p><b>One teller, one helper.</b> The teller completes futures one after the other, in order, and what the application
 * hung on them runs in this thread. Such a callback may block, or wait for the next future: so while one runs and
 * something else is to be done, a helper stands by. It looks every millisecond; if the teller waits, or does not get done
 * with one future for long, the helper becomes the teller, begins with what is left of that future, and the other thread
 * leaves when its callback has returned. So the order is kept, and each callback that blocks costs one thread and holds up
 * nobody for longer than that. A worker that has nothing to do stays as the helper for some milliseconds: the next future
 * needs no start of a thread then.
 *
 * <p><b>No signal is lost.</b> A thread that signals stores {@code signalled} and then looks whether there is a helper, and whether a
 * teller. A helper or teller that leaves says so and then looks at {@code signalled} again. One of them sees the other.
 *
 * <p><b>If no thread can be started</b>, or serving fails, everything stays as it is and the next signal, or the helper's
 * next look, goes on from there. A worker survives whatever fails, even to wait for the lock.
 */
final class Completer {
    /** How soon a callback that blocks is noticed. */
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

    /** Starting a thread, or waking one of the pool, costs more than looking a few times. */
    private static final long LINGER_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

    /** A callback that takes longer does not hold up the others even if it waits for nothing but the processor. */
    private static final long LONG_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    /** After a failure to serve, such as for want of memory. */
    private static final long RETRY_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final Workers workers;
    private final ReentrantLock lock;
    private final Runnable serve;

    private volatile boolean signalled;
    /** Whether there is a helper, or one was asked for: it sees to signals. */
    private final AtomicBoolean helped = new AtomicBoolean();

    /** The helper, if it is there already. */
    private volatile @Nullable Thread helper;

    // ---- guarded by the lock

    private final PendingList served = new PendingList();
    private volatile @Nullable Thread teller;
    /** What the teller is telling. */
    private @Nullable Pending<?> current;
    /** Futures that were told, about. */
    private long told;

    /** {@code serve}, called with the lock held, serves what can be served and {@link #add adds} it here. */
    Completer(Workers workers, ReentrantLock lock, Runnable serve) {
        this.workers = workers;
        this.lock = lock;
        this.serve = serve;
    }

    /** A call that was served. With the lock held. */
    void add(Pending<?> call) {
        served.add(call);
    }

    /** Whether there is something to do for a worker. With the lock held. */
    boolean isHelpWanted() {
        return signalled || !served.isEmpty();
    }

    /** There may be something to serve. Any thread; never blocks; false if no thread could be had to look after it now. */
    boolean signal() {
        signalled = true;
        return summon();
    }

    /** Sees to it that there is a helper. Any thread; never blocks; false if no thread could be had. */
    boolean summon() {
        if (!helped.compareAndSet(false, true)) {
            if (teller == null) {
                LockSupport.unpark(helper);
            }
            return true;
        }
        boolean started = isStarted();
        if (!started) {
            // The next signal tries again.
            helped.set(false);
        }
        return started;
    }

    private boolean isStarted() {
        try {
            workers.begin(this::help);
            return true;
        } catch (RuntimeException | Error e) {
            return false;
        }
    }

    /** As {@link #signal}, in the calling thread if there is no other. Nobody may come to try again later. */
    void finish() {
        signalled = true;
        while (!helped.compareAndSet(false, true)) {
            if (helper != null) {
                LockSupport.unpark(helper);
                return;
            }
            // Another thread is about to start one, which may fail.
            LockSupport.parkNanos(this, LOOK_NANOS);
        }
        if (!isStarted()) {
            help();
        }
    }

    /** A worker's life: there is but one that is not the teller. */
    private void help() {
        boolean stays = true;
        while (stays) {
            try {
                stays = becomesTeller();
                if (stays) {
                    tellAll();
                    stays = helped.compareAndSet(false, true);
                }
            } catch (RuntimeException | Error e) {
                stays = helpsAfter(e);
            }
        }
    }

    /** Waits until the teller's place is free, or its holder is held up; false if there is nothing to do. */
    private boolean becomesTeller() {
        helper = Thread.currentThread();
        long toldBefore = -1;
        long since = 0;
        while (true) {
            lockSurely();
            try {
                long now = System.nanoTime();
                if (told != toldBefore) {
                    toldBefore = told;
                    since = now;
                }
                if (isHelpWanted()) {
                    if (teller == null || isHeldUp(teller, now - since)) {
                        teller = Thread.currentThread();
                        leave();
                        return true;
                    }
                } else if (now - since > LINGER_NANOS) {
                    leave();
                    if (!signalled || !helped.compareAndSet(false, true)) {
                        return false;
                    }
                    helper = Thread.currentThread();
                }
            } finally {
                lock.unlock();
            }
            LockSupport.parkNanos(this, LOOK_NANOS);
        }
    }

    /** Is not the helper any more. */
    private void leave() {
        helper = null;
        helped.set(false);
    }

    /** The JDK's lock allocates where it has to wait. */
    private void lockSurely() {
        while (true) {
            try {
                lock.lock();
                return;
            } catch (OutOfMemoryError e) {
                LockSupport.parkNanos(this, LOOK_NANOS);
            }
        }
    }

    /** Where a thread waits only for this lock, the two swap their parts, which does no harm. */
    private static boolean isHeldUp(Thread thread, long nanos) {
        return nanos >= LONG_NANOS || thread.getState() != Thread.State.RUNNABLE;
    }

    /** After a failure: gives up the teller's place and waits a little; whether this thread is the helper again. */
    private boolean helpsAfter(Throwable failure) {
        lockSurely();
        try {
            if (teller == Thread.currentThread()) {
                teller = null;
                current = null;
            }
        } finally {
            lock.unlock();
        }
        if (helper != Thread.currentThread() && !helped.compareAndSet(false, true)) {
            return false;
        }
        helper = Thread.currentThread();
        Failure.FUTURES.log(failure);
        LockSupport.parkNanos(this, RETRY_NANOS);
        return true;
    }

    private void tellAll() {
        Pending<?> call = current();
        do {
            if (call != null) {
                tell(call);
            }
            call = next();
        } while (call != null);
    }

    /** The future that a teller before was held up with: not told yet, or some of its callbacks have not been run. */
    private @Nullable Pending<?> current() {
        lock.lock();
        try {
            return current;
        } finally {
            lock.unlock();
        }
    }

    /** The next future to tell; null if there is none, or if another thread has become the teller. */
    private @Nullable Pending<?> next() {
        lock.lock();
        try {
            if (teller != Thread.currentThread()) {
                return null;
            }
            told++;
            while (true) {
                if (signalled) {
                    serveAll();
                }
                Pending<?> call = served.poll();
                current = call;
                if (call != null) {
                    if (!served.isEmpty()) {
                        summon();
                    }
                    return call;
                }
                teller = null;
                if (!signalled) {
                    return null;
                }
                teller = Thread.currentThread();
            }
        } finally {
            lock.unlock();
        }
    }

    private void serveAll() {
        // Cleared before anything is tried: a signal from here on is for the next time.
        signalled = false;
        boolean done = false;
        try {
            serve.run();
            done = true;
        } finally {
            if (!done) {
                signalled = true;
            }
        }
    }

    /** What a callback throws is caught by the future; what comes from here is a shortage, in the middle of telling. */
    private void tell(Pending<?> call) {
        try {
            workers.tell(call);
        } catch (RuntimeException | Error e) {
            Failure.CALLBACK.log(e);
            call.tell();
        }
    }
}
