package io.zmq4j.connection;

import io.zmq4j.loop.Chore;
import io.zmq4j.loop.Headroom;
import io.zmq4j.loop.Loop;
import io.zmq4j.loop.Timer;
import io.zmq4j.loop.Waiter;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Where a thread waits that waits for one connection only, while another drives the loop: the kernel then wakes it
 * itself. Otherwise the driver would be woken, read, and wake the thread, which costs two switches between threads
 * instead of one; with ten clients and four workers in one context, most of the machine's time.
 *
 * <pre>
 *   LOOP ──waited beside a driver a few times──► OWN ──somebody else waits, or nobody──► LOOP
 * </pre>
 *
 * <p>In OWN, the loop's selector does not look for what comes on this connection; it does for room to write. The thread
 * is away between its waits, and what comes then lies in the kernel's buffer; after 20 ms, which is also how late the
 * caretaker takes over, the loop reads again. A timer sees to that, unless the thread is here for so long: then the
 * thread sees to the timer when it leaves. A thread that begins to wait in any other way, such as in a poller, calls
 * {@link #share}, and the thread does if it finds others waiting when it leaves.
 *
 * <p><b>Nobody is forgotten:</b> the thread that leaves writes {@code occupied} and then looks at {@code timed}; the timer that finds
 * somebody here writes {@code timed} and then looks at {@code occupied}. Both are volatile, so one of them sees the other.
 */
final class OwnSelector {
    /** The way the bytes come. */
    private enum State {
        LOOP,
        OWN
    }

    private static final VarHandle OCCUPIED;
    private static final VarHandle TIMED;

    static {
        try {
            var lookup = MethodHandles.lookup();
            OCCUPIED = lookup.findVarHandle(OwnSelector.class, "occupied", boolean.class);
            TIMED = lookup.findVarHandle(OwnSelector.class, "timed", boolean.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    /** A selector is two file descriptors: not for those that wait once. */
    private static final int WAITS_BEFORE = 8;

    private static final long AWAY_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private final @Nullable SelectableChannel channel;
    private final Loop loop;
    private final Runnable read;
    private final Chore schedule;

    private volatile boolean occupied;

    @SuppressWarnings("unused") // by its handle
    private volatile boolean timed;

    private volatile State state = State.LOOP;
    private volatile boolean closed;
    private volatile @Nullable Selector selector;
    private volatile long leftAt;

    /** A hint, without a lock: a lost one is made up for. */
    private int waits;

    // ---- owned by the token

    private @Nullable Timer timer;
    private long lookedAt;

    /**
     * {@code channel} tells when something may have come; null if there is none, and then nobody can wait here. {@code read} reads
     * and sets the loop's interest anew.
     */
    OwnSelector(@Nullable SelectableChannel channel, Loop loop, Runnable read) {
        this.channel = channel;
        this.loop = loop;
        this.read = read;
        this.schedule = loop.chore(this::schedule);
    }

    /** Whether the loop's selector should look for what comes. Any thread. */
    boolean isLoops() {
        return state == State.LOOP;
    }

    /** Waits until something comes, the waiter is signalled, or the time is over; false at once if it cannot be here. */
    boolean await(Waiter waiter, long nanos) {
        if (channel == null || closed || !waiter.mayDrive() || (state == State.LOOP && !isWorthIt())) {
            return false;
        }
        if (!OCCUPIED.compareAndSet(this, false, true)) {
            return false;
        }
        try {
            Selector own = open(channel);
            if (own == null) {
                return false;
            }
            if (state == State.LOOP) {
                state = State.OWN;
                read.run();
            }
            waiter.block(own, own::wakeup, nanos);
            return true;
        } catch (IOException e) {
            // No file descriptors, or the connection has ended: there are other ways to wait.
            return false;
        } catch (Error e) {
            // Out of memory, a selector may forget what it was to look for: back to the loop, for good.
            close();
            share();
            throw e;
        } finally {
            leftAt = System.nanoTime();
            occupied = false;
            if (state == State.OWN) {
                haveTimed();
            }
        }
    }

    private boolean isWorthIt() {
        if (!loop.isDrivenByAnother()) {
            waits = 0;
            return false;
        }
        return ++waits > WAITS_BEFORE;
    }

    /** The occupant's. */
    private @Nullable Selector open(SelectableChannel its) throws IOException {
        Selector own = selector;
        if (own == null) {
            Headroom.need();
            own = Selector.open();
            // From here on it is closed with the connection, whatever comes of it.
            selector = own;
            try {
                its.register(own, SelectionKey.OP_READ);
            } catch (ClosedChannelException e) {
                closeIfReleased(own);
                return null;
            }
            closeIfReleased(own);
        }
        return own;
    }

    /** The connection may have ended, and let go of everything, before there was this. */
    private void closeIfReleased(Selector own) {
        if (closed) {
            Loop.closeWithMemory(own);
        }
    }

    private void haveTimed() {
        if (TIMED.compareAndSet(this, false, true)) {
            schedule.post();
        }
    }

    // ---- token held

    private void schedule() {
        lookedAt = System.nanoTime();
        timer = closed ? null : loop.schedule(AWAY_NANOS, this::look);
    }

    private void look() {
        if (state == State.OWN && leftAt - lookedAt > 0) {
            schedule();
            return;
        }
        timed = false;
        if (!occupied) {
            share();
        }
    }

    /** After {@link #close}: lets go of everything. */
    void release() {
        loop.cancel(timer);
        Selector own = selector;
        if (own != null) {
            Loop.closeWithMemory(own);
        }
    }

    // ---- any thread

    /** Somebody depends on the loop for what comes here. */
    void share() {
        if (state == State.OWN) {
            waits = 0;
            state = State.LOOP;
            read.run();
        }
    }

    /** Ends a wait; for good. Allocates nothing; {@link #release} follows. */
    void close() {
        closed = true;
        Selector own = selector;
        if (own != null) {
            own.wakeup();
        }
    }
}
