package io.zmq4j.interop.shortage;

import io.zmq4j.PullSocket;
import io.zmq4j.error.EndpointException;
import java.util.concurrent.locks.LockSupport;

/** A PULL that is bound anew again and again, until it works, while somebody sends there. */
final class Rebinding extends Conversation {
    private static final long PAUSE_NANOS = 150_000_000;
    private static final long REST_NANOS = 20_000_000;

    private final PullSocket pull;
    private final String endpoint;
    private boolean isBound = true;
    private volatile long done;

    /** {@code pull} is bound there. */
    Rebinding(String name, PullSocket pull, String endpoint) {
        super(name);
        this.pull = pull;
        this.endpoint = endpoint;
    }

    Rebinding begin() {
        sendWith(this::bindAnew);
        return this;
    }

    @SuppressWarnings("NonAtomicVolatileUpdate") // one thread writes
    private void bindAnew() {
        unbind();
        LockSupport.parkNanos(REST_NANOS);
        pull.bind(endpoint);
        isBound = true;
        done++;
        LockSupport.parkNanos(PAUSE_NANOS);
    }

    /** What failed is done again; then it may turn out that it was done after all. */
    private void unbind() {
        if (isBound) {
            try {
                pull.unbind(endpoint);
            } catch (EndpointException e) {
                // It is not bound.
            }
            isBound = false;
        }
    }

    @Override
    long progress() {
        return done;
    }
}
