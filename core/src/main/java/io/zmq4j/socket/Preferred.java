package io.zmq4j.socket;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;

/** An executor of the application's, and another one for what it refuses: no work may be lost with it, nor done twice. */
record Preferred(Executor first, Executor other) implements Executor {
    @Override
    public void execute(Runnable task) {
        var once = new Once(task);
        try {
            first.execute(once);
        } catch (RuntimeException | Error e) {
            other.execute(once);
        }
    }

    /** What an executor throws does not say whether it began: whoever begins first does it. */
    private static final class Once implements Runnable {
        private final Runnable task;
        private final AtomicBoolean hasBegun = new AtomicBoolean();

        Once(Runnable task) {
            this.task = task;
        }

        @Override
        public void run() {
            if (hasBegun.compareAndSet(false, true)) {
                task.run();
            }
        }
    }
}
