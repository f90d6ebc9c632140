package io.zmq4j.socket;

import io.zmq4j.pipe.PipeEnd;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Pipes to see to when the socket's lock is released: almost always none or one, which costs a field and no allocation.
 * Guarded by the socket's lock; what {@link #takeOthers} gives is the taker's own.
 */
final class Aftermath {
    private @Nullable PipeEnd first;
    private @Nullable List<PipeEnd> more;

    void add(PipeEnd pipe) {
        if (first == null || first == pipe) {
            first = pipe;
        } else {
            if (more == null) {
                more = new ArrayList<>();
            }
            more.add(pipe);
        }
    }

    /** The one pipe, or the first of several, or null. */
    @Nullable
    PipeEnd first() {
        return first;
    }

    /** The others, or null; from now on there are none. To be asked after {@link #first}. */
    @Nullable
    List<PipeEnd> takeOthers() {
        first = null;
        List<PipeEnd> others = more;
        more = null;
        return others;
    }
}
