package io.zmq4j;

import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.RejectedExecutionException;

/**
 * Where an application's code is run on behalf of a socket: in its context's worker threads. A stand-in for a socket has no
 * context: there it is the common pool.
 */
final class HandlerWorkers implements Executor {
    private final Executor executor;

    private HandlerWorkers(Executor executor) {
        this.executor = executor;
    }

    static HandlerWorkers of(Object socketOrStandIn) {
        return new HandlerWorkers(
                socketOrStandIn instanceof Socket socket
                        ? socket.core.context().executor()
                        : ForkJoinPool.commonPool());
    }

    /** If no thread can be had, which is so when the context has ended, the task is run here: nothing it has in hand is lost. */
    @Override
    public void execute(Runnable task) {
        try {
            executor.execute(task);
        } catch (RejectedExecutionException | OutOfMemoryError e) {
            task.run();
        }
    }
}
