package io.zmq4j.socket;

import io.zmq4j.pipe.PipeEnd;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Pipes to see to when the socket's lock is released: almost always none or one, which costs a field and no allocation.
 * Guarded by the socket's lock; what is taken is the taker's own.
 */
final class Aftermath {
    /** Marks the pipes that are in here; each instance of one socket has its own. */
    private final int bit;

    private @Nullable PipeEnd first;
    private @Nullable List<PipeEnd> others;

    Aftermath(int bit) {
        this.bit = bit;
    }

    void add(PipeEnd pipe) {
        if (!pipe.note(bit)) {
            return;
        }
        if (first == null) {
            first = pipe;
        } else {
            if (others == null) {
                others = new ArrayList<>();
            }
            others.add(pipe);
        }
    }

    /** The one pipe, or the first of several, or null. */
    @Nullable
    PipeEnd takeFirst() {
        PipeEnd taken = first;
        if (taken != null) {
            taken.strike(bit);
            first = null;
        }
        return taken;
    }

    /** The others, or null. */
    @Nullable
    List<PipeEnd> takeOthers() {
        List<PipeEnd> taken = others;
        if (taken != null) {
            for (PipeEnd pipe : taken) {
                pipe.strike(bit);
            }
            others = null;
        }
        return taken;
    }
}
