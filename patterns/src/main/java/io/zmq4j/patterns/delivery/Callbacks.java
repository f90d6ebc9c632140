package io.zmq4j.patterns.delivery;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Completes futures in a thread of their own, in order, so that what hangs on them may block without keeping the pump. The thread is
 * there while there is something to complete, and a second longer.
 */
final class Callbacks {
    private final ThreadPoolExecutor executor;

    Callbacks(String name) {
        executor = new ThreadPoolExecutor(1, 1, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
            var thread = new Thread(task, name + "-callbacks");
            thread.setDaemon(true);
            return thread;
        });
        executor.allowCoreThreadTimeOut(true);
    }

    /** Completes them, with a failure if there is one. */
    void complete(List<CompletableFuture<Void>> futures, @Nullable Exception failure) {
        if (futures.isEmpty()) {
            return;
        }
        executor.execute(() -> {
            for (CompletableFuture<Void> future : futures) {
                if (failure == null) {
                    future.complete(null);
                } else {
                    future.completeExceptionally(failure);
                }
            }
        });
    }
}
