package io.zmq4j.socket;

import java.util.concurrent.Executor;

/** An executor of the application's, and another one for what it refuses: no work may be lost with it. */
record Preferred(Executor first, Executor other) implements Executor {
    /** {@code task} bears to be run twice: what an executor throws does not say whether it began. */
    @Override
    public void execute(Runnable task) {
        try {
            first.execute(task);
        } catch (RuntimeException | Error e) {
            other.execute(task);
        }
    }
}
