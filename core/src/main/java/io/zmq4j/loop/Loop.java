package io.zmq4j.loop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * An I/O loop: a selector, timers and tasks, driven by whoever has to wait anyway. Blocking in the selector needs the
 * <i>token</i>; reading and writing a connection needs only that connection's {@link Gate}.
 *
 * <p><b>The token</b> is a thread in {@code driver}, taken with a compare-and-set, given back with a volatile store.
 * A thread that must wait takes it if it is free and drives until its own condition holds; otherwise it parks in
 * {@code parked}, and whoever completes its condition wakes it. Nobody waits for the token while holding a lock.
 * <ul>
 *   <li><i>A driver that leaves passes it on:</i> it gives the token back and then looks into {@code parked}; a waiter
 *       enters {@code parked} and then looks at the token. One of them sees the other. A parked waiter that leaves for
 *       its own reasons does the same. With nobody parked, the {@link Caretaker} watches.
 *   <li><i>Tasks</i> run with the token held. Who adds one takes the token for it if it is free, else wakes the driver;
 *       the driver looks for tasks after every select and once more after giving the token back.
 *   <li><i>Wake-ups</i> are sent once: {@code wakePending} is set before {@link Selector#wakeup} and cleared after select
 *       returns, before anything is checked; one sent in between makes the next select return at once.
 * </ul>
 */
public final class Loop {
    private static final System.Logger LOG = System.getLogger("io.zmq4j");

    private final Selector selector;
    private final AtomicReference<@Nullable Thread> driver = new AtomicReference<>();
    private final ConcurrentLinkedQueue<Waiter> parked = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean wakePending = new AtomicBoolean();
    private final Timers timers = new Timers();
    private final Caretaker caretaker;
    private final Runnable alarm = this::wakeup;
    private volatile boolean closed;
    /**
     * The identity hash code of the application thread that drove last, or parked because another drove: a hint must not keep
     * a thread alive.
     */
    private volatile int lastDriver;
    /** Those who wait for what happens here and do not drive. */
    private final AtomicInteger dependents = new AtomicInteger();

    /** How many channels were ready when the selector was last asked. Written by the token's holder; else a hint. */
    private volatile int ready;
    /** Of the round under way; the token's holder's. */
    private int readyNow;

    /** How often the selector was asked. Written by the token's holder. */
    private volatile long polls;
    /** Grows when an application thread reads or leaves; a hint, so lost increments do not matter. */
    private volatile long activity;

    public Loop(String name) {
        try {
            selector = Selector.open();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot open a selector: are file descriptors used up?", e);
        }
        caretaker = new Caretaker(this, name);
        caretaker.start();
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
        do {
            driver.set(null);
        } while (!tasks.isEmpty() && tryTake() && runTasks());
        passOn();
    }

    private void passOn() {
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
        if (anyParked || dependents.get() > 0) {
            caretaker.driveNow();
        } else {
            caretaker.watch();
        }
    }

    /** Waits while somebody else drives, or takes the token over from the caretaker. */
    void parkBeside(Waiter waiter, long nanos) {
        parked.add(waiter);
        try {
            Thread seen = driver.get();
            if (seen == null) {
                if (waiter.mayDrive()) {
                    return;
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
        } finally {
            parked.remove(waiter);
            // The one who left the token may have woken this waiter to take it up.
            passOn();
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

    /** One round: tasks, timers, select at most this long, ready channels. Token held. */
    @SuppressWarnings("NonAtomicVolatileUpdate") // written by the token's holder only
    void drive(Waiter waiter, long nanos) {
        runTasks();
        long now = System.nanoTime();
        runTimers(now);
        long wait = Math.min(nanos, timers.nanosToNext(now));
        polls++;
        readyNow = 0;
        try {
            if (wait <= 0 || waiter.isSignalled() || !tasks.isEmpty()) {
                selector.selectNow(this::dispatch);
            } else {
                selector.select(this::dispatch, Waiter.selectorMillis(wait));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("select failed", e);
        } catch (ClosedSelectorException e) {
            closed = true;
        }
        ready = readyNow;
        wakePending.set(false);
        runTasks();
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
            run(timer.task);
        }
    }

    private boolean runTasks() {
        for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
            run(task);
        }
        return true;
    }

    /** Tasks handle their own failures; one that does not must not take the waiting application thread down with it. */
    private static void run(Runnable task) {
        try {
            task.run();
        } catch (Throwable e) {
            LOG.log(System.Logger.Level.ERROR, "a task of the I/O loop failed", e);
        }
    }

    // ---- any thread

    /** Runs a task with the token held: at once if the token is free, else by its holder, soon. */
    public void execute(Runnable task) {
        tasks.add(task);
        if (tryTake()) {
            runTasks();
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

    /** A key's interest was widened: a driver that is in the selector does not know yet. */
    public void interestChanged() {
        if (driver.get() != null) {
            wakeup();
        }
    }

    /** Something must be waited for in the selector now, such as a full kernel buffer: makes sure somebody does. */
    public void needsDriver() {
        if (driver.get() == null) {
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
        return channel.register(selector, operations, handler);
    }

    /**
     * Lets go of the channels that were closed: a selector keeps their file descriptors, and so their addresses, until it
     * is next asked. Not from within {@link LoopHandler#onReady}.
     */
    public void releaseClosed() {
        try {
            selector.selectNow(this::dispatch);
            // It may have swallowed a wake-up; whatever that was for is looked at before the next select.
            wakePending.set(false);
        } catch (IOException | ClosedSelectorException e) {
            LOG.log(System.Logger.Level.WARNING, "select failed", e);
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

    /** The caretaker's last act. */
    void closeSelector() {
        try {
            selector.close();
        } catch (IOException e) {
            // Nothing depends on it any more.
        }
    }
}
