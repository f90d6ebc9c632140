package io.zmq4j.interop.shortage;

import io.zmq4j.Context;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Whole lives of contexts: made, bound, connected, used, closed; also where the last of these fail. */
final class Churn extends Conversation {
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final long PAUSE_NANOS = 100_000_000;

    private final String endpoint;
    private volatile long done;

    /** {@code endpoint} is one with a wildcard. */
    Churn(String name, String endpoint) {
        super(name);
        this.endpoint = endpoint;
    }

    Churn begin() {
        sendWith(this::live);
        return this;
    }

    @SuppressWarnings("NonAtomicVolatileUpdate") // one thread writes
    private void live() {
        var context = Context.create();
        try {
            var pull = context.pull();
            var push = context.push();
            push.connect(pull.bind(endpoint));
            push.send(Numbers.message(1), PATIENCE);
            if (pull.receive(PATIENCE).isPresent()) {
                done++;
            }
        } finally {
            context.close(PATIENCE);
        }
        LockSupport.parkNanos(PAUSE_NANOS);
    }

    @Override
    long progress() {
        return done;
    }
}
