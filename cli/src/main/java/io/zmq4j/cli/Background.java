package io.zmq4j.cli;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Work on a daemon thread, whose failure ends the rest and is told by {@link #await}. */
final class Background {
    /** Work that reads or writes a stream. */
    interface Work {
        void run() throws IOException;
    }

    private final Work work;
    private final Runnable onFailure;
    private final Thread thread;
    private volatile @Nullable Throwable failure;

    Background(Work work, Runnable onFailure) {
        this.work = work;
        this.onFailure = onFailure;
        this.thread = new Thread(this::run, "zmq-background");
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    private void run() {
        try {
            work.run();
        } catch (Throwable e) {
            failure = e;
            onFailure.run();
        }
    }

    /** Waits for the end; throws what the work threw. */
    void await() throws IOException {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        throwFailure();
    }

    /** Waits this long for the end; whether it has come. */
    boolean await(Duration patience) {
        try {
            TimeUnit.NANOSECONDS.timedJoin(thread, patience.toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return !thread.isAlive();
    }

    /** Throws what the work threw, if it has. */
    void throwFailure() throws IOException {
        if (failure instanceof IOException e) {
            throw e;
        }
        if (failure instanceof RuntimeException e) {
            throw e;
        }
        if (failure instanceof Error e) {
            throw e;
        }
    }
}
