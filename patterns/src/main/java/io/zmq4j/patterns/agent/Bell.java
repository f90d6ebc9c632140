package io.zmq4j.patterns.agent;

import io.zmq4j.Context;
import io.zmq4j.PairSocket;
import io.zmq4j.message.Message;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;

/** Ends an agent's wait in its poller: a pair of sockets, of which any thread may use one. */
final class Bell implements AutoCloseable {
    private final PairSocket rope;
    private final PairSocket clapper;

    /** Set by whoever rings, so that a flood of tasks rings once. */
    private final AtomicBoolean isRung = new AtomicBoolean();

    Bell(Context context) {
        rope = context.pair().linger(Duration.ZERO);
        clapper = context.pair().linger(Duration.ZERO);
        clapper.connect(rope.bind("inproc://zmq4j-agent-" + UUID.randomUUID()));
    }

    /** What the agent polls. */
    PairSocket heard() {
        return clapper;
    }

    /** Any thread. After this {@link #reset} will be called at least once, and what was written before the call is seen after it. */
    void ring() {
        if (isRung.compareAndSet(false, true)) {
            rope.trySend(Message.empty());
        }
    }

    /**
     * To be called before the agent looks for what it was rung for: whoever comes later rings again.
     *
     * @throws io.zmq4j.error.SocketClosedException if the context is closed
     */
    void reset() {
        while (clapper.tryReceive().isPresent()) {
            // One for each ring.
        }
        // Not before: a ring that came in between would be taken away with the others, and the next one would be none.
        isRung.set(false);
    }

    @Override
    public void close() {
        rope.close();
        clapper.close();
    }
}
