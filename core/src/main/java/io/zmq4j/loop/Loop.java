package io.zmq4j.loop;

import io.zmq4j.jfr.JfrEvents;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * An I/O loop: a {@link Place} to wait in, timers and chores, driven by a thread that has to wait anyway. Waiting in the place needs
 * the {@link Token}; reading and writing a connection needs only that connection's {@link Gate}.
 *
 * <p><i>Wake-ups</i> are sent once: {@code wakePending} is set before the place is woken and cleared after its wait returns, before
 * anything is checked; one that is sent in between makes the next wait return at once.
 */
public final class Loop {
    private final Place place;
    private final Chores chores = new Chores(System::nanoTime);
    private final Timers timers = new Timers(this);
    private final Caretaker caretaker;
    private final Token token;
    private final JfrEvents jfr;
    private final AtomicBoolean wakePending = new AtomicBoolean();
    private final Runnable alarm = this::wakeup;

    /** How often the place was asked. Written by the token's holder. */
    private volatile long polls;

    /**
     * Starts the caretaker's thread.
     *
     * @throws UncheckedIOException if there is no descriptor left for a selector
     * @throws OutOfMemoryError if no thread can be started; then nothing is left behind
     */
    public Loop(ThreadFactory threads) {
        this(threads, JfrEvents.NONE);
    }

    /** As {@link #Loop(ThreadFactory)}; {@code jfr} is told who drives. */
    public Loop(ThreadFactory threads, JfrEvents jfr) {
        this.jfr = jfr;
        Failure.prepare();
        caretaker = new Caretaker(this, threads);
        token = new Token(chores, caretaker);
        place = new Place();
        boolean started = false;
        try {
            caretaker.start();
            started = true;
        } finally {
            if (!started) {
                place.close();
            }
        }
    }

    Token token() {
        return token;
    }

    // ---- driving, token held

    /** What wakes the driver, for a waiter that drives. */
    Runnable alarm() {
        return alarm;
    }

    /** Drives until the waiter is signalled or interrupted or the time has passed. */
    void driveFor(Waiter waiter, long nanos) {
        token.noteDriver();
        if (nanos == Long.MAX_VALUE) {
            while (mustDrive(waiter)) {
                drive(waiter, nanos);
            }
            return;
        }
        long deadline = System.nanoTime() + nanos;
        for (long left = nanos; left > 0 && mustDrive(waiter); left = deadline - System.nanoTime()) {
            drive(waiter, left);
        }
    }

    private boolean mustDrive(Waiter waiter) {
        return !waiter.isSignalled() && !Thread.currentThread().isInterrupted() && !place.isEnded();
    }

    /** One round: chores, timers, a wait of at most this long, ready channels. */
    @SuppressWarnings("NonAtomicVolatileUpdate") // written by the token's holder only
    void drive(Waiter waiter, long nanos) {
        chores.run();
        long now = System.nanoTime();
        place.mend(now);
        for (Timer timer = timers.pollDue(now); timer != null; timer = timers.pollDue(now)) {
            chores.run(timer.chore);
        }
        chores.runRested(now);
        chores.runNoted();
        long wait = Math.min(nanos, Math.min(timers.nanosToNext(now), chores.nanosToNext(now)));
        boolean onlyLooks = waiter.isSignalled() || !chores.isEmpty() || chores.anyNoted();
        polls++;
        try {
            place.await(onlyLooks ? 0 : wait);
        } finally {
            // Also if a handler failed for want of memory: a wake-up that was taken must not pass for one that is under
            // way.
            wakePending.set(false);
        }
        chores.run();
    }

    /** The calling thread drives now, and another did before, or nobody. Token held. */
    void handedOver(String cause) {
        jfr.handedOver(name(), cause);
    }

    // ---- any thread

    /** Of its caretaker's thread. */
    public String name() {
        return caretaker.name();
    }

    /** Whether its caretaker's thread runs. */
    public boolean isAlive() {
        return caretaker.isAlive();
    }

    /** How often it has looked for work. */
    public long rounds() {
        return polls;
    }

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
        if (token.tryTake()) {
            chores.run();
            token.giveBack();
        } else {
            wakeup();
        }
    }

    /** A driver looks for what is noted before each wait, and the thread that gives the token back looks once more. */
    void note(Chore chore) {
        if (chores.note(chore)) {
            needsDriver();
        }
    }

    /** Makes the driver look again. */
    public void wakeup() {
        if (token.isMine()) {
            return;
        }
        if (wakePending.compareAndSet(false, true)) {
            place.wakeup();
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
            doubtSelector();
        }
    }

    /** What the selector was to be told got lost in the middle: as in {@link #close(SelectableChannel)}. */
    public void doubtSelector() {
        place.doubt();
        needsDriver();
    }

    /**
     * Closes a selector, which can be done once only: if that fails in the middle, for want of memory, its descriptors and
     * those of its closed channels stay open for good.
     *
     * @throws OutOfMemoryError if it was not begun: then later
     */
    public static void closeWithMemory(Selector selector) {
        Place.closeWithMemory(selector);
    }

    /** A key's interest was widened: a driver that waits does not know yet. */
    public void interestChanged() {
        if (token.isTaken()) {
            wakeup();
        }
    }

    /**
     * Something must be waited for in the selector from now on, such as a connection being made: makes sure that a thread does,
     * though the application may go on with other work.
     */
    public void needsDriver() {
        if (!token.seesTo()) {
            wakeup();
        }
    }

    /** Somebody waits for what happens here without driving, such as a future: until {@link #removeDependent}. */
    public void addDependent() {
        token.addDependent();
    }

    /** As {@link #addDependent}, for a thread that may well come to drive within microseconds. */
    public void addDependentSoon() {
        token.addDependentSoon();
    }

    public void removeDependent() {
        token.removeDependent();
    }

    /** Whether another application thread than the calling one drives now, or did so last, or wanted to; a hint. */
    public boolean isDrivenByAnother() {
        return token.isDrivenByAnother();
    }

    /** Whether the calling thread holds the token. */
    public boolean isDrivenByMe() {
        return token.isMine();
    }

    /** Asks the caretaker to flush this within a tick or two, until it says it is done. */
    public void arm(Flushable flushable) {
        caretaker.arm(flushable);
    }

    /** A thread has moved bytes by itself: unless it is the driver, the caretaker keeps out of its way. */
    public void noteActivity() {
        token.noteActivity();
    }

    /** About how many channels have something to do at the same time: a thread that reads for them all reads less of each. */
    public int ready() {
        return place.ready();
    }

    /** How often the driver asked its place what there is. */
    public long polls() {
        return polls;
    }

    boolean isClosed() {
        return place.isEnded();
    }

    // ---- token held

    /** Registers a channel in non-blocking mode. */
    public SelectionKey register(SelectableChannel channel, int operations, LoopHandler handler)
            throws ClosedChannelException {
        return place.register(channel, operations, handler);
    }

    /**
     * Lets go of the channels that were closed: a selector keeps their file descriptors, and so their addresses, until it
     * is next asked. Not from within {@link LoopHandler#onReady}.
     */
    public void releaseClosed() {
        place.releaseClosed();
        // It may have swallowed a wake-up; whatever that was for is looked at before the next wait.
        wakePending.set(false);
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
        place.end();
        caretaker.stop();
        wakeup();
    }

    /** The caretaker's last act; false if it was not begun, for want of memory. */
    boolean closePlace() {
        return place.close();
    }
}
