package io.zmq4j.socket;

import io.zmq4j.error.WaitInterruptedException;
import io.zmq4j.jfr.Interval;
import io.zmq4j.jfr.JfrEvents;
import io.zmq4j.loop.Loop;
import io.zmq4j.loop.Waiter;
import io.zmq4j.pipe.Far;
import io.zmq4j.pipe.PipeEnd;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How a thread waits for one socket: it first sends off what was held back, then looks a few times without blocking, then
 * drives the socket's loop, or, if another does, waits for its only connection in a selector of its own, or parks.
 *
 * <p><b>Looking without blocking</b> means to read the socket's only connection and to yield. A yield costs half a
 * microsecond, runs the peer if it shares the core, and saves two trips through the kernel if the answer is on its way:
 * 6 µs instead of 24 with a core for each side. Spinning instead would take the core from the peer, and its cache lines
 * from an inproc one. Over a wire it is worth it only for a conversation in full swing, so it needs a streak of short
 * waits; one long wait, or one long pause, ends the streak, and an idle or sporadic receiver never burns anything.
 * Inproc, where a wake-up costs more than the whole exchange, it is always worth it. And so it is while a large message
 * pours in: each time the reader slept, the sender pays for waking it, five times a megabyte.
 *
 * <p>The streak is a hint, kept without a lock.
 */
final class Waiting {
    private static final int WIRE_LOOKS = 20;
    private static final int INPROC_LOOKS = 50;
    private static final int STREAM_LOOKS = 50;
    private static final int STREAK = 8;
    private static final int MOST_FLOOD_YIELDS = 24;
    private static final long SHORT_WAIT_NANOS = TimeUnit.MICROSECONDS.toNanos(100);
    private static final long SHORT_PAUSE_NANOS = TimeUnit.MICROSECONDS.toNanos(50);

    /** How long a send may wait for each byte it adds to a backlog: it can still fill the queue, at half a gigabyte a second. */
    private static final double RELIEF_NANOS_PER_BYTE = 2;

    /** Shorter waits than a selector can tell apart are saved up, and none is longer than anybody would notice. */
    private static final long SHORTEST_RELIEF_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

    private static final long LONGEST_RELIEF_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

    /** How soon a thread that waits tries again what failed for want of memory. */
    private static final long CATCH_UP_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private final SocketCore socket;
    private final LockedPattern pattern;
    private final Runnable giveWay;
    private volatile int streak;
    private volatile long lastWaitEnded;
    /** Messages since the last wait, about. */
    private int atOnce;

    /** Bytes that were added to a backlog and not waited for. */
    private final AtomicLong added = new AtomicLong();

    /** {@code giveWay} to other threads: {@link Thread#yield}. */
    Waiting(SocketCore socket, LockedPattern pattern, Runnable giveWay) {
        this.socket = socket;
        this.pattern = pattern;
        this.giveWay = giveWay;
    }

    /** Moves what can be moved without waiting. */
    void advance() {
        socket.catchUp();
        pattern.flushHeldBack();
        PipeEnd only = pattern.onlyPipe();
        if (only != null) {
            only.pull();
        }
    }

    /**
     * Waits until the attempt gives something.
     *
     * @param kind what the attempt takes; see {@link Waiters}
     * @param nanos how long at most; {@link Long#MAX_VALUE} for ever
     * @return null if the time passed
     */
    <T> @Nullable T await(Waiters.Kind kind, long nanos, Supplier<@Nullable T> attempt) {
        checkInterrupt();
        advance();
        T result = attempt.get();
        if (result != null || nanos == 0) {
            return result;
        }
        long began = System.nanoTime();
        boolean inSwing = began - lastWaitEnded < SHORT_PAUSE_NANOS;
        if (!inSwing) {
            streak = 0;
        }
        Loop loop = socket.loopIfAny();
        if (loop == null) {
            letFlow();
        }
        result = look(attempt, loop == null ? INPROC_LOOKS : streak >= STREAK ? WIRE_LOOKS : 0);
        if (result == null) {
            result = block(kind, nanos, began, attempt);
        }
        long ended = System.nanoTime();
        streak = ended - began < SHORT_WAIT_NANOS ? streak + 1 : 0;
        lastWaitEnded = ended;
        return result;
    }

    /** A message came without waiting. */
    void cameAtOnce() {
        atOnce++;
    }

    /**
     * In an inproc flood, the side that is ahead waits a little longer than it must: a reader that takes each message as it is
     * put there fights with the writer for its cache line, and has to be called for each. The more messages came at once
     * since the last wait, the surer it is a flood, and the longer the wait: so a flood does not stay where each wait
     * finds but a few. In a conversation none came at once.
     */
    private void letFlow() {
        int yields = Math.min(atOnce, MOST_FLOOD_YIELDS);
        atOnce = 0;
        for (int i = 0; i < yields; i++) {
            giveWay.run();
        }
    }

    private <T> @Nullable T look(Supplier<@Nullable T> attempt, int times) {
        for (int i = 0; i < times; i++) {
            giveWay.run();
            PipeEnd only = pattern.onlyPipe();
            if (only != null) {
                only.pull();
            }
            T result = attempt.get();
            if (result != null) {
                return result;
            }
        }
        return null;
    }

    private <T> @Nullable T block(Waiters.Kind kind, long nanos, long began, Supplier<@Nullable T> attempt) {
        var waiter = new Waiter();
        PipeEnd own = null;
        Interval slow = null;
        Waiters.Entry entry = pattern.join(kind, waiter);
        try {
            while (true) {
                waiter.reset();
                pattern.renew(entry);
                T result = attempt.get();
                if (result != null) {
                    return result;
                }
                long left = nanos == Long.MAX_VALUE ? nanos : nanos - (System.nanoTime() - began);
                if (left <= 0) {
                    return null;
                }
                checkInterrupt();
                // An attempt may have left something to send, such as a request on its way out.
                pattern.flushHeldBack();
                result = look(attempt, isStreaming() ? STREAM_LOOKS : 0);
                if (result != null) {
                    return result;
                }
                if (slow == null) {
                    slow = socket.records().waits(kind);
                }
                own = blockOnce(waiter, entry, socket.catchUp() ? left : Math.min(left, CATCH_UP_NANOS), own);
            }
        } finally {
            try {
                pattern.leave(entry);
            } finally {
                JfrEvents.end(slow);
                if (own != null && (own != pattern.onlyPipe() || !pattern.isAlone(entry))) {
                    own.share();
                }
            }
        }
    }

    private boolean isStreaming() {
        PipeEnd only = pattern.onlyPipe();
        return only != null && only.isStreaming();
    }

    /** Gives the pipe that was waited for alone, this time or {@code before}, and is not shared again. */
    private @Nullable PipeEnd blockOnce(Waiter waiter, Waiters.Entry entry, long nanos, @Nullable PipeEnd before) {
        PipeEnd only = pattern.onlyPipe();
        if (only != null && pattern.isAlone(entry) && only.await(waiter, nanos)) {
            only.pull();
            return only;
        }
        if (before != null) {
            before.share();
        }
        waiter.block(socket.loopIfAny(), nanos);
        return null;
    }

    /**
     * After a message of {@code size} bytes was added to a backlog: helps to move that before more is added. Bounded by
     * the size, so that a peer that is slow, or takes nothing, may have its queue filled to the high-water mark.
     */
    void relieve(PipeEnd pipe, long size) {
        Loop loop = socket.loopIfAny();
        long nanos = (long) (added.addAndGet(size) * RELIEF_NANOS_PER_BYTE);
        if (loop == null || nanos < SHORTEST_RELIEF_NANOS) {
            return;
        }
        added.set(0);
        long deadline = System.nanoTime() + Math.min(nanos, LONGEST_RELIEF_NANOS);
        var waiter = new Waiter();
        pattern.addWaiter(waiter);
        try {
            for (long left = deadline - System.nanoTime(); left > 0; left = deadline - System.nanoTime()) {
                waiter.reset();
                if (pipe.backlog() < Far.LOW_BACKLOG || Thread.currentThread().isInterrupted()) {
                    return;
                }
                waiter.block(loop, left);
            }
        } finally {
            pattern.removeWaiter(waiter);
        }
    }

    static void checkInterrupt() {
        if (Thread.currentThread().isInterrupted()) {
            throw new WaitInterruptedException("interrupted while waiting");
        }
    }
}
