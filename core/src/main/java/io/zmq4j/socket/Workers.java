package io.zmq4j.socket;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import org.jspecify.annotations.Nullable;

/**
 * What works for a socket's futures.
 *
 * @param pool the context's workers, as long as it has not ended
 * @param late makes a thread for what comes after that
 * @param tellers where the application wants its futures completed; null for the workers themselves
 */
record Workers(Executor pool, ThreadFactory late, @Nullable Executor tellers) {
    /** In another thread, also after the context's end: a future that is left is told all the same. */
    void begin(Runnable task) {
        try {
            pool.execute(task);
        } catch (RejectedExecutionException e) {
            late.newThread(task).start();
        }
    }

    /** Completes a future that was served. What its callbacks throw is caught by the future. */
    void tell(Pending<?> call) {
        if (tellers == null) {
            call.tell();
        } else {
            tellers.execute(call::tell);
        }
    }
}
