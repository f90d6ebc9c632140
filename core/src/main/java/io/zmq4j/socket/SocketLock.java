package io.zmq4j.socket;

import io.zmq4j.loop.Failure;
import io.zmq4j.outbox.FlushPace;
import io.zmq4j.pipe.Mailbox;
import io.zmq4j.pipe.PipeEnd;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A socket's lock, the {@link Mailbox} that is worked off with it, and what is due when it is released.
 *
 * <p><b>The lock</b> is held for the few nanoseconds a pattern needs, never while anything blocks: what follows from an operation
 * (flush this pipe, tell that one of room) is noted in an {@link Aftermath} and done after the release. Only the rare closing of
 * a pipe by its pattern happens inside.
 *
 * <p><b>Signals</b> from pipes come from any thread into the mailbox and are worked off by the thread that holds the lock
 * next. So that a new peer, a subscription or a departure does not wait for the application's next call, the thread that
 * signals tries the lock; if another has it, that one looks into the mailbox again after releasing it.
 *
 * <p>It is a lock, and does not have one, because what is loaded one after the other is most of what a message costs.
 */
@SuppressWarnings("serial") // what it inherits can be written to a stream; nobody does
final class SocketLock extends PlainLock {
    private static final long serialVersionUID = 1;

    /**
     * The lock whose mailbox the thread is working off. Reading makes room, room makes a connection read on, and what it
     * reads is a signal again: without this, a peer that sends fast enough would decide how deep the stack gets.
     */
    private static final ThreadLocal<@Nullable SocketLock> WORKING = new ThreadLocal<>();

    /**
     * Bytes queued behind a full kernel from which on a sender had better help than queue more. Far more than the kernel
     * takes at a time, so that nothing runs dry; little enough to stay in caches and young generations: a thousand
     * messages of a megabyte halve the throughput.
     */
    private static final long HIGH_BACKLOG = 8 << 20;

    private final Mailbox mailbox = new Mailbox();
    private final Mailbox.Handler handler;

    /** A pipe that a sender found with a large backlog, until one has seen to it. */
    private volatile @Nullable PipeEnd backlogged;

    // ---- guarded by this lock

    private final FlushPace pace = new FlushPace(System::nanoTime);
    private final Aftermath toFlush;
    private final Aftermath wereRead;
    private final Aftermath heldBack;
    private final Aftermath newlyHeldBack;

    /**
     * @param handler is given the signals, with the lock held
     * @param pipes gives the socket's pipes, with the lock held
     */
    SocketLock(Mailbox.Handler handler, Supplier<List<PipeEnd>> pipes) {
        this.handler = handler;
        toFlush = new Aftermath(1, pipes);
        wereRead = new Aftermath(2, pipes);
        heldBack = new Aftermath(4, pipes);
        newlyHeldBack = new Aftermath(8, pipes);
    }

    /** Takes it, with the mailbox worked off. */
    void enter() {
        lock();
        if (!mailbox.isEmpty()) {
            mailbox.drain(handler);
        }
    }

    /** Releases it and does what was put off until then. */
    void leave() {
        leave(true);
    }

    /** {@code keeps}: whether the caretaker is asked to look after what is newly held back. */
    void leave(boolean keeps) {
        try {
            unlockAndSeeTo(keeps);
            if (!mailbox.isEmpty()) {
                workOffMailbox();
            }
        } catch (OutOfMemoryError e) {
            // What was sent or received is so, whatever memory is missing for what follows.
            Failure.AFTERMATH.log(e);
        }
    }

    /** Releases it, and then sees to what was noted. Until it is released nothing is allocated, not even an iterator. */
    private void unlockAndSeeTo(boolean keeps) {
        PipeEnd flush = toFlush.takeFirst();
        List<PipeEnd> flushes = flush == null ? null : toFlush.takeOthers();
        PipeEnd read = wereRead.takeFirst();
        List<PipeEnd> reads = read == null ? null : wereRead.takeOthers();
        PipeEnd newlyHeld = newlyHeldBack.takeFirst();
        List<PipeEnd> newlyHelds = newlyHeld == null ? null : newlyHeldBack.takeOthers();
        PipeEnd held = pace.isDue() ? heldBack.takeFirst() : null;
        List<PipeEnd> others = held == null ? null : takeHeldBack(held);
        if (keeps && held == null && newlyHeld != null) {
            newlyHeld.keep();
            if (newlyHelds != null) {
                for (int i = 0; i < newlyHelds.size(); i++) {
                    newlyHelds.get(i).keep();
                }
            }
        }
        unlock();
        // Mostly one of them or none; where both are possible, a second call would be compiled into every send.
        if (flush == null) {
            flush = held;
            flushes = others;
        } else if (held != null) {
            flushAll(held, others);
        }
        if (flush != null) {
            flushAll(flush, flushes);
        }
        if (read != null) {
            read.afterRead();
            if (reads != null) {
                reads.forEach(PipeEnd::afterRead);
            }
        }
    }

    /** The pipes beside the first one that have something held back, or null; all of them are told that it goes out. */
    private @Nullable List<PipeEnd> takeHeldBack(PipeEnd first) {
        List<PipeEnd> others = heldBack.takeOthers();
        first.release();
        if (others != null) {
            for (int i = 0; i < others.size(); i++) {
                others.get(i).release();
            }
        }
        return others;
    }

    private void flushAll(PipeEnd first, @Nullable List<PipeEnd> others) {
        flush(first);
        if (others != null) {
            others.forEach(this::flush);
        }
    }

    private void flush(PipeEnd pipe) {
        pipe.flush();
        if (pipe.backlog() > HIGH_BACKLOG) {
            backlogged = pipe;
        }
    }

    // ---- held

    /** This pipe is to be flushed after the release. */
    void flushLater(PipeEnd pipe) {
        toFlush.add(pipe);
    }

    /** This pipe has something that may go out with what follows. */
    void holdBack(PipeEnd pipe) {
        heldBack.add(pipe);
        newlyHeldBack.add(pipe);
    }

    /** This pipe's far end is to be told of the room after the release. */
    void wasRead(PipeEnd pipe) {
        wereRead.add(pipe);
    }

    /** The pipe is gone: it need not be remembered. */
    void forget(PipeEnd pipe) {
        toFlush.forget(pipe);
        heldBack.forget(pipe);
        newlyHeldBack.forget(pipe);
        wereRead.forget(pipe);
    }

    // ---- any thread, without it

    /** Puts a signal into the mailbox; gives those of it that the thread is to see to. */
    int post(PipeEnd pipe, int signals) {
        return mailbox.post(pipe, signals);
    }

    /** Lets no signal lie, unless another thread has the lock, which will find it. */
    void workOffMailbox() {
        SocketLock outer = WORKING.get();
        if (outer == this) {
            return;
        }
        WORKING.set(this);
        try {
            while (!mailbox.isEmpty() && tryLock()) {
                mailbox.drain(handler);
                unlockAndSeeTo(true);
            }
        } finally {
            WORKING.set(outer);
        }
    }

    /** Runs something with the lock if that is free now; gives its result, or false if the lock is taken. */
    boolean tryLocked(BooleanSupplier action) {
        if (!tryLock()) {
            return false;
        }
        try {
            return action.getAsBoolean();
        } finally {
            leave();
        }
    }

    /** Sends off what was held back for company: before anybody waits. */
    void flushHeldBack() {
        pace.waiting();
        PipeEnd held;
        List<PipeEnd> others;
        lock();
        try {
            held = heldBack.takeFirst();
            if (held == null) {
                return;
            }
            others = takeHeldBack(held);
        } finally {
            leave();
        }
        flushAll(held, others);
    }

    /** A pipe with a large backlog that nobody has seen to since; asked again, null. */
    @Nullable
    PipeEnd takeBacklogged() {
        PipeEnd pipe = backlogged;
        if (pipe != null) {
            backlogged = null;
        }
        return pipe;
    }

    FlushPace pace() {
        return pace;
    }
}
