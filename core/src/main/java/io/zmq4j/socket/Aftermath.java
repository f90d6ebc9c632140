package io.zmq4j.socket;

import io.zmq4j.pipe.PipeEnd;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Pipes to see to when the socket's lock is released: almost always none or one, and then the same one again and again,
 * which costs a flag and no allocation. Guarded by the socket's lock; what is taken is the taker's own.
 *
 * <p>The flag stands beside the reference, instead of the reference being null, because storing a reference into an old
 * object is what some collectors charge a memory fence for: that would be paid for every message.
 */
final class Aftermath {
    /** Marks the pipes that are in {@code others}; each instance of one socket has its own. */
    private final int bit;

    private @Nullable PipeEnd first;
    /** Whether {@code first} is to be seen to; else it is only remembered. */
    private boolean any;

    private @Nullable List<PipeEnd> others;

    private final Supplier<List<PipeEnd>> all;
    /** There was no memory to note one of the others: until there is, all of them may be meant. */
    private boolean missed;

    /** {@code all} gives the socket's pipes. */
    Aftermath(int bit, Supplier<List<PipeEnd>> all) {
        this.bit = bit;
        this.all = all;
    }

    void add(PipeEnd pipe) {
        if (!any) {
            any = true;
            if (pipe != first) {
                first = pipe;
            }
        } else if (pipe != first && pipe.note(bit)) {
            addOther(pipe);
        }
    }

    /** Must not fail: nobody would flush the pipe, or tell its far end of the room, until something else happens there. */
    private void addOther(PipeEnd pipe) {
        try {
            if (others == null) {
                others = new ArrayList<>();
            }
            others.add(pipe);
        } catch (OutOfMemoryError e) {
            pipe.strike(bit);
            missed = true;
        }
    }

    /** The one pipe, or the first of several, or null. */
    @Nullable
    PipeEnd takeFirst() {
        if (!any) {
            return null;
        }
        any = false;
        return first;
    }

    /** The others, or null. Allocates nothing, not even an iterator: a failure here would keep the lock for ever. */
    @Nullable
    List<PipeEnd> takeOthers() {
        List<PipeEnd> taken = others;
        if (taken != null) {
            for (int i = 0; i < taken.size(); i++) {
                taken.get(i).strike(bit);
            }
            others = null;
        }
        return missed ? takeAll(taken) : taken;
    }

    private @Nullable List<PipeEnd> takeAll(@Nullable List<PipeEnd> noted) {
        try {
            List<PipeEnd> everybody = all.get();
            missed = false;
            return everybody;
        } catch (OutOfMemoryError e) {
            // The next thread that releases the lock tries again.
            any = true;
            return noted;
        }
    }

    /** The pipe is gone: it need not be remembered. */
    void forget(PipeEnd pipe) {
        if (first == pipe && !any) {
            first = null;
        }
    }
}
