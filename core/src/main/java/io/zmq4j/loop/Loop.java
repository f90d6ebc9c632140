package io.zmq4j.loop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An I/O loop: a selector, timers and chores, driven by whoever has to wait anyway. Blocking in the selector needs the
 * <i>token</i>; reading and writing a connection needs only that connection's {@link Gate}.
 *
 * <p><b>The token</b> is a thread in {@code driver}, taken with a compare-and-set, given back with a volatile store.
 * A thread that must wait takes it if it is free and drives until its own condition holds; otherwise it parks in
 * {@code parked}, and whoever completes its condition wakes it. Nobody waits for the token while holding a lock.
 * <ul>
 *   <li><i>A driver that leaves passes it on:</i> it gives the token back and then looks into {@code parked}; a waiter
 *       enters {@code parked} and then looks at the token. One of them sees the other. A parked waiter that leaves for
 *       its own reasons does the same. With nobody parked, the {@link Caretaker} watches.
 *   <li><i>Chores</i> run with the token held. The thread that posts one takes the token for it if it is free, else wakes
 *       the driver; the driver looks for them after every select and once more after giving the token back. One that failed
 *       for want of memory or of a thread rests and runs again, so that a shortage is a state to come back from.
 *   <li><i>Wake-ups</i> are sent once: {@code wakePending} is set before {@link Selector#wakeup} and cleared after select
 *       returns, before anything is checked; one sent in between makes the next select return at once.
 * </ul>
 */
public final class Loop {
    /** How long to leave a doubtful selector at work if there is no memory for another one. */
    private static final long RENEWAL_REST_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    /** Changed with the token held. */
    private volatile Selector selector;

    private final AtomicReference<@Nullable Thread> driver = new AtomicReference<>();
    private final ConcurrentLinkedQueue<Waiter> parked = new ConcurrentLinkedQueue<>();
    private final Chores chores = new Chores(System::nanoTime);
    private final AtomicBoolean wakePending = new AtomicBoolean();
    private final Timers timers = new Timers(this);
    private final Caretaker caretaker;
    private final Runnable alarm = this::wakeup;
    private final Consumer<SelectionKey> dispatch = this::dispatch;
    private volatile boolean closed;
    /**
     * The identity hash code of the application thread that drove last, or parked because another drove: a hint must not keep
     * a thread alive.
     */
    private volatile int lastDriver;
    /** Those who wait for what happens here and do not drive. */
    private final AtomicInteger dependents = new AtomicInteger();

    /** The selector may have forgotten something. Any thread. */
    private volatile boolean isDoubtful;

    /** One that is not used and could not be closed yet; the token's holder's. */
    private @Nullable Selector retired;

    /** When it may be tried again to replace it; the token's holder's. */
    private long renewalAt = System.nanoTime();

    /** Somebody must drive when the token is given back; the token's holder's. */
    private boolean wantsDriver;

    /** How many channels were ready when the selector was last asked. Written by the token's holder; else a hint. */
    private volatile int ready;
    /** Of the round under way; the token's holder's. */
    private int readyNow;

    /** How often the selector was asked. Written by the token's holder. */
    private volatile long polls;
    /** Grows when an application thread reads or leaves; a hint, so lost increments do not matter. */
    private volatile long activity;

    /**
     * Starts the caretaker's thread.
     *
     * @throws UncheckedIOException if there is no descriptor left for a selector
     * @throws OutOfMemoryError if no thread can be started; then nothing is left behind
     */
    public Loop(String name) {
        Failure.prepare();
        caretaker = new Caretaker(this, name);
        Headroom.need();
        try {
            selector = Selector.open();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot open a selector: are file descriptors used up?", e);
        }
        boolean started = false;
        try {
            caretaker.start();
            started = true;
        } finally {
            if (!started) {
                close(selector);
            }
        }
    }

    // ---- the token

    boolean tryTake() {
        return driver.get() == null && driver.compareAndSet(null, Thread.currentThread());
    }

    boolean hasDriver() {
        return driver.get() != null;
    }

    /** What wakes the driver, for a waiter who drives. */
    Runnable alarm() {
        return alarm;
    }

    /** Whether another application thread than the calling one drives now, or did so last, or wanted to; a hint. */
    public boolean isDrivenByAnother() {
        Thread now = driver.get();
        if (now != null && now != Thread.currentThread() && !caretaker.isThread(now)) {
            return true;
        }
        int last = lastDriver;
        return last != 0 && last != System.identityHashCode(Thread.currentThread());
    }

    /** The calling thread drives, or would. */
    private void noteDriver() {
        int me = System.identityHashCode(Thread.currentThread());
        if (lastDriver != me) {
            lastDriver = me;
        }
    }

    /** Whether the calling thread holds the token. */
    public boolean isDrivenByMe() {
        return driver.get() == Thread.currentThread();
    }

    /** Gives the token back and makes sure that somebody takes it up if need be. */
    @SuppressWarnings("NonAtomicVolatileUpdate") // a hint
    void release() {
        activity++;
        boolean wanted = false;
        do {
            wanted |= wantsDriver;
            wantsDriver = false;
            driver.set(null);
        } while (!chores.isEmpty() && tryTake() && runChores());
        try {
            passOn(wanted);
        } catch (Throwable e) {
            // No memory even to go through a list: the caretaker does the work of those who are parked.
            caretaker.driveNow();
        }
    }

    private void passOn(boolean wanted) {
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
        if (wanted || anyParked || dependents.get() > 0 || chores.anyRests()) {
            caretaker.driveNow();
        } else {
            caretaker.watch();
        }
    }

    /**
     * Waits while somebody else drives.
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
            // it
            // would have to wake the next one, which would find the token taken after all.
            drives = !waiter.isSignalled() && waiter.mayDrive() && tryTake();
            return drives;
        } finally {
            parked.remove(waiter);
            if (!drives) {
                passOn(false);
            }
        }
    }

    /** Drives until the waiter is signalled or interrupted or the time has passed. Token held. */
    void driveFor(Waiter waiter, long nanos) {
        noteDriver();
        if (nanos == Long.MAX_VALUE) {
            while (!waiter.isSignalled() && !Thread.currentThread().isInterrupted() && !closed) {
                drive(waiter, nanos);
            }
            return;
        }
        long deadline = System.nanoTime() + nanos;
        for (long left = nanos;
                left > 0 && !waiter.isSignalled() && !Thread.currentThread().isInterrupted() && !closed;
                left = deadline - System.nanoTime()) {
            drive(waiter, left);
        }
    }

    /** One round: chores, timers, select at most this long, ready channels. Token held. */
    @SuppressWarnings("NonAtomicVolatileUpdate") // written by the token's holder only
    void drive(Waiter waiter, long nanos) {
        runChores();
        long now = System.nanoTime();
        if (retired != null) {
            closeRetired();
        } else if (isDoubtful) {
            renewSelector(now);
        }
        runTimers(now);
        chores.runRested(now);
        long wait = Math.min(nanos, Math.min(timers.nanosToNext(now), chores.nanosToNext(now)));
        if (isDoubtful || retired != null) {
            wait = Math.min(wait, RENEWAL_REST_NANOS);
        }
        polls++;
        readyNow = 0;
        try {
            if (wait <= 0 || waiter.isSignalled() || !chores.isEmpty()) {
                selector.selectNow(dispatch);
            } else {
                selector.select(dispatch, Waiter.selectorMillis(wait));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("select failed", e);
        } catch (ClosedSelectorException e) {
            closed = true;
        } catch (Error e) {
            isDoubtful = true;
            throw e;
        } finally {
            // Also if a handler failed for want of memory: a wake-up that was taken must not pass for one that is under
            // way.
            ready = readyNow;
            wakePending.set(false);
        }
        runChores();
    }

    /**
     * Puts another selector in the place of one that ran out of memory in the middle of something. Such a one may have forgotten
     * what it was told; or it keeps a channel that was closed, whose descriptor lives on, and reports it for ever. Its keys
     * alone tell what it was for.
     */
    private void renewSelector(long now) {
        if (now - renewalAt < 0) {
            return;
        }
        renewalAt = now + RENEWAL_REST_NANOS;
        Selector old = selector;
        Selector next = null;
        SelectionKey[] moved = null;
        try {
            Headroom.need();
            next = Selector.open();
            for (SelectionKey key : old.keys()) {
                move(key, old, next);
            }
            moved = next.keys().toArray(new SelectionKey[0]);
        } catch (IOException | RuntimeException | Error e) {
            // A little later; so long the old one does what it can.
        } finally {
            if (moved == null) {
                retired = next;
            }
        }
        if (moved != null && next != null) {
            replace(old, next, moved);
        }
    }

    private static void move(SelectionKey key, Selector from, Selector to) {
        SelectableChannel channel = key.channel();
        // One whose registration failed half-way is not known to its channel.
        if (channel.keyFor(from) == key && key.isValid()) {
            try {
                channel.register(to, key.interestOps(), key.attachment());
            } catch (ClosedChannelException | CancelledKeyException e) {
                // It is for nothing any more.
            }
        }
    }

    private void replace(Selector old, Selector next, SelectionKey[] moved) {
        isDoubtful = false;
        selector = next;
        retired = old;
        for (SelectionKey key : moved) {
            try {
                ((LoopHandler) key.attachment()).onMoved(key);
            } catch (RuntimeException | Error e) {
                isDoubtful = true;
            }
        }
        closeRetired();
        if (closed) {
            // Whoever ended the loop may have seen the old one alone.
            close(next);
        }
    }

    private void closeRetired() {
        Selector old = retired;
        if (old != null) {
            try {
                closeWithMemory(old);
                retired = null;
            } catch (OutOfMemoryError e) {
                // In a later round.
            }
        }
    }

    /**
     * Closes a selector, which can be done once only: if that fails in the middle, for want of memory, its descriptors and
     * those of its closed channels stay open for good.
     *
     * @throws OutOfMemoryError if it was not begun: then later
     */
    public static void closeWithMemory(Selector selector) {
        Headroom.need();
        close(selector);
    }

    private static void close(Selector selector) {
        try {
            selector.close();
        } catch (IOException | RuntimeException | Error e) {
            // Nothing depends on it any more.
        }
    }

    private void dispatch(SelectionKey key) {
        readyNow++;
        var handler = (LoopHandler) key.attachment();
        try {
            handler.onReady(key);
        } catch (Throwable e) {
            handler.onError(e);
        }
    }

    private void runTimers(long now) {
        for (Timer timer = timers.pollDue(now); timer != null; timer = timers.pollDue(now)) {
            chores.run(timer.chore);
        }
    }

    private boolean runChores() {
        chores.run();
        return true;
    }

    // ---- any thread

    /** A step that can be posted again and again; see {@link Chore}. */
    public Chore chore(Runnable step) {
        return new Chore(this, step);
    }

    /** Runs something with the token held: at once if the token is free, else by its holder, soon. */
    public void execute(Runnable task) {
        post(chore(task));
    }

    void post(Chore chore) {
        if (!chores.post(chore)) {
            return;
        }
        if (tryTake()) {
            runChores();
            release();
        } else {
            wakeup();
        }
    }

    /** Makes the driver look again. */
    public void wakeup() {
        if (driver.get() == Thread.currentThread()) {
            return;
        }
        if (wakePending.compareAndSet(false, true)) {
            selector.wakeup();
        }
    }

    /**
     * Closes a channel that may be registered here. Throws nothing: it is gone either way, if not for the selector. Where memory
     * ran out in the middle, that may keep the channel and its descriptor for ever, and so is replaced.
     */
    public void close(SelectableChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            // Nobody has a use for it any more.
        } catch (RuntimeException | Error e) {
            isDoubtful = true;
            needsDriver();
        }
    }

    /** A key's interest was widened: a driver that is in the selector does not know yet. */
    public void interestChanged() {
        if (driver.get() != null) {
            wakeup();
        }
    }

    /**
     * Something must be waited for in the selector from now on, such as a connection being made: makes sure that somebody
     * does, though the application may go on with other work.
     */
    public void needsDriver() {
        Thread seen = driver.get();
        if (seen == Thread.currentThread()) {
            wantsDriver = true;
        } else if (seen == null) {
            caretaker.driveNow();
        } else {
            wakeup();
        }
    }

    /** Somebody waits for what happens here without driving, such as a future: until {@link #removeDependent}. */
    public void addDependent() {
        dependents.incrementAndGet();
        if (driver.get() == null) {
            caretaker.driveNow();
        }
    }

    /** As {@link #addDependent}, for somebody who may well come to drive himself within microseconds. */
    public void addDependentSoon() {
        dependents.incrementAndGet();
        if (driver.get() == null) {
            caretaker.driveSoon();
        }
    }

    public void removeDependent() {
        dependents.decrementAndGet();
    }

    /** Asks the caretaker to flush this within a tick or two, until it says it is done. */
    public void arm(Flushable flushable) {
        caretaker.arm(flushable);
    }

    /** A thread has moved bytes by itself: unless it is the driver, the caretaker keeps out of its way. */
    @SuppressWarnings("NonAtomicVolatileUpdate") // a hint
    public void noteActivity() {
        if (!isDrivenByMe()) {
            activity++;
        }
    }

    /** About how many channels have something to do at the same time: whoever reads for them all reads less of each. */
    public int ready() {
        return ready;
    }

    /** How often the selector was asked. */
    public long polls() {
        return polls;
    }

    long activity() {
        return activity;
    }

    boolean isClosed() {
        return closed;
    }

    // ---- token held

    /** Registers a channel in non-blocking mode. */
    public SelectionKey register(SelectableChannel channel, int operations, LoopHandler handler)
            throws ClosedChannelException {
        try {
            return channel.register(selector, operations, handler);
        } catch (Error e) {
            isDoubtful = true;
            throw e;
        }
    }

    /**
     * Lets go of the channels that were closed: a selector keeps their file descriptors, and so their addresses, until it
     * is next asked. Not from within {@link LoopHandler#onReady}.
     */
    public void releaseClosed() {
        try {
            selector.selectNow(dispatch);
            // It may have swallowed a wake-up; whatever that was for is looked at before the next select.
            wakePending.set(false);
        } catch (IOException | ClosedSelectorException e) {
            Failure.SELECT.log(e);
        } catch (Error e) {
            isDoubtful = true;
            throw e;
        }
    }

    /** Runs a task after a delay. */
    public Timer schedule(long delayNanos, Runnable task) {
        return timers.add(System.nanoTime() + delayNanos, task);
    }

    /** Forgets a timer; without effect if it has run. */
    public void cancel(@Nullable Timer timer) {
        if (timer != null) {
            timers.cancel(timer);
        }
    }

    /** Ends the loop; its channels are closed already. Any thread but a driver. */
    public void close() {
        closed = true;
        caretaker.stop();
        wakeup();
    }

    /** The caretaker's last act; false if it was not begun, for want of memory. */
    boolean closeSelector() {
        try {
            closeWithMemory(selector);
            Selector other = retired;
            if (other != null) {
                close(other);
            }
            return true;
        } catch (OutOfMemoryError e) {
            return false;
        }
    }
}
