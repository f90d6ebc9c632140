package io.zmq4j.patterns.titanic;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The one thread that works with the store. What is asked at once is done in a row and forced to the disk together, before anybody is told
 * that it is done. Nobody interrupts it: an interrupt would close the files.
 */
final class StoreThread implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger("io.zmq4j.titanic");

    private static final int QUEUED = 10_000;
    private static final int BATCH = 256;
    private static final long CLOSE_MILLIS = TimeUnit.SECONDS.toMillis(10);

    /** What is done with the store. */
    @FunctionalInterface
    interface Work<T> {
        T with(RequestStore store) throws IOException, RefusedException;
    }

    private static final class Task<T> {
        private final Work<T> work;
        final CompletableFuture<T> done = new CompletableFuture<>();
        private @Nullable T result;
        private @Nullable Exception failure;

        Task(Work<T> work) {
            this.work = work;
        }

        void run(RequestStore store) {
            try {
                result = work.with(store);
            } catch (IOException | RefusedException | RuntimeException e) {
                failure = e;
            }
        }

        void tell(@Nullable IOException syncFailure) {
            Exception reason = failure == null ? syncFailure : failure;
            if (reason != null) {
                done.completeExceptionally(reason);
            } else {
                done.complete(result);
            }
        }
    }

    private final RequestStore store;
    private final TitanicOptions options;
    private final BlockingQueue<Task<?>> tasks = new ArrayBlockingQueue<>(QUEUED);
    private final Thread thread;

    private volatile boolean isClosing;
    private long nextSync;

    StoreThread(RequestStore store, TitanicOptions options, String name) {
        this.store = store;
        this.options = options;
        this.nextSync = System.nanoTime() + options.fsyncIntervalNanos;
        this.thread = new Thread(this::run, name);
        thread.setDaemon(true);
        thread.start();
    }

    /**
     * Has something done. What depends on the future runs in the store's thread: it must be short.
     *
     * @return a future that fails with {@link RefusedException} or {@link IOException}
     */
    <T> CompletableFuture<T> submit(Work<T> work) {
        var task = new Task<T>(work);
        if (isClosing || !tasks.offer(task)) {
            task.done.completeExceptionally(new RefusedException(
                    isClosing ? "the store is closed" : "more than " + QUEUED + " calls wait for the store"));
        }
        return task.done;
    }

    private void run() {
        List<Task<?>> batch = new ArrayList<>();
        try {
            while (!isClosing) {
                Task<?> first = tasks.poll(options.fsyncIntervalNanos, TimeUnit.NANOSECONDS);
                if (first != null) {
                    batch.add(first);
                    tasks.drainTo(batch, BATCH - 1);
                }
                run(batch);
                batch.clear();
            }
        } catch (InterruptedException e) {
            LOG.log(System.Logger.Level.ERROR, "the store was interrupted, and closes", e);
        } finally {
            isClosing = true;
            closeStore();
            tasks.drainTo(batch);
            batch.forEach(task -> task.tell(new IOException("the store is closed")));
        }
    }

    private void run(List<Task<?>> batch) {
        batch.forEach(task -> task.run(store));
        IOException failure = null;
        try {
            syncIfDue(!batch.isEmpty());
        } catch (IOException e) {
            failure = e;
            LOG.log(System.Logger.Level.ERROR, "what was written may not be on the disk", e);
        }
        for (Task<?> task : batch) {
            task.tell(failure);
        }
        if (failure == null && !batch.isEmpty()) {
            compact();
        }
    }

    private void syncIfDue(boolean hasWork) throws IOException {
        boolean isDue = switch (options.fsync) {
            case ALWAYS -> hasWork;
            case INTERVAL -> System.nanoTime() - nextSync >= 0;
            case NEVER -> false;
        };
        if (isDue) {
            store.sync();
            nextSync = System.nanoTime() + options.fsyncIntervalNanos;
        }
    }

    private void compact() {
        try {
            store.compact();
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "no room was given back, which is tried again", e);
        }
    }

    private void closeStore() {
        try {
            store.close();
        } catch (IOException e) {
            LOG.log(System.Logger.Level.ERROR, "the store was not closed well", e);
        }
    }

    /** Ends what is under way, and closes the store; what was asked for and not begun fails. Waits at most 10 seconds. */
    @Override
    public void close() {
        isClosing = true;
        // Something to wake it.
        var unused = tasks.offer(new Task<>(any -> true));
        try {
            thread.join(CLOSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
