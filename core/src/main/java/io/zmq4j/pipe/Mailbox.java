package io.zmq4j.pipe;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/**
 * Where a socket's pipes leave their signals, from any thread, for the thread that next holds the socket's lock.
 *
 * <p>A stack of pipes (Treiber's), linked through the pipes themselves, so that a signal allocates nothing. A pipe's
 * pending signals are bits; the thread that sets the first bit pushes the pipe, so it is on the stack at most once. The thread that
 * drains takes the whole stack at a time, and takes a pipe's bits only after it has read the pipe's link: from that
 * moment the pipe may be pushed again. Order between pipes is that of their first pending signal.
 *
 * <p>A thread that leaves a signal then wakes those whom it concerns, and they look into the mailbox. One that adds a bit to a pipe
 * that is about to be pushed wakes them too early, so the pushing thread wakes them again: a second set of bits, which only
 * a thread that has pushed takes, says what for. It may say too much, which costs a look in vain, and never too little.
 */
public final class Mailbox {
    /** Receives the signals of one pipe, with the socket's lock held. */
    public interface Handler {
        void onSignals(PipeEnd pipe, int signals);
    }

    private static final VarHandle TOP;

    static {
        try {
            TOP = MethodHandles.lookup().findVarHandle(Mailbox.class, "top", PipeEnd.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private volatile @Nullable PipeEnd top;

    /**
     * Leaves signals for a pipe. Any thread.
     *
     * @return the signals that the caller is to see to: its own, and those that others added while it was about to push the
     *     pipe; the threads that they woke found nothing in the mailbox yet
     */
    public int post(PipeEnd pipe, int signals) {
        if (pipe.addSignals(signals) != 0) {
            return signals;
        }
        PipeEnd seen;
        do {
            seen = top;
            pipe.below = seen;
        } while (!TOP.compareAndSet(this, seen, pipe));
        // After the push: a thread that adds a signal later than this finds the pipe there. What is pending would not
        // do, as a
        // third
        // thread may have drained it since the push, for itself alone.
        return signals | pipe.takeUntold();
    }

    /** Whether there is nothing to drain. Any thread. */
    public boolean isEmpty() {
        return top == null;
    }

    /** Hands out everything that is there, oldest first. With the socket's lock held. */
    public void drain(Handler handler) {
        PipeEnd pipe = reversed((PipeEnd) TOP.getAndSet(this, null));
        while (pipe != null) {
            PipeEnd next = pipe.below;
            pipe.below = null;
            handler.onSignals(pipe, pipe.takeSignals());
            pipe = next;
        }
    }

    private static @Nullable PipeEnd reversed(@Nullable PipeEnd stack) {
        PipeEnd result = null;
        while (stack != null) {
            PipeEnd next = stack.below;
            stack.below = result;
            result = stack;
            stack = next;
        }
        return result;
    }
}
