package io.zmq4j.pipe;

import io.zmq4j.message.Message;
import io.zmq4j.outbox.Flush;
import io.zmq4j.outbox.Run;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A far end that has one message held back, and then more with it. */
public final class HoldingFar extends QuietFar {
    /** How many it would hold back beside the first one. */
    public int holdable = 100;

    /** Messages in runs, once for each pipe. */
    public int grown;

    /** The runs that have ended. */
    public final List<Run> ended = new ArrayList<>();

    private boolean holds;

    /** Takes out all that was written to a pipe. */
    public static List<Message> queued(PipeEnd pipe) {
        List<Message> all = new ArrayList<>();
        for (@Nullable Message next; (next = pipe.outbound().poll()) != null; ) {
            all.add(next);
        }
        return all;
    }

    @Override
    public Flush onWritten(Message message) {
        holds = true;
        return Flush.HELD_BACK;
    }

    @Override
    public int holdable(long size) {
        return holds ? holdable : 0;
    }

    @Override
    public void onGrown(int pipes) {
        grown += pipes;
    }

    @Override
    public Flush onEnded(Run run) {
        ended.add(run);
        return Flush.NOW;
    }
}
