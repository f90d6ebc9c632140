package io.zmq4j.bench.role;

import java.io.PrintWriter;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Ends the process if a run is not over in time, whatever it waits for: the run itself needs no clock for that. */
final class TimeLimit {
    private final CountDownLatch done = new CountDownLatch(1);

    TimeLimit(long seconds, PrintWriter err) {
        var thread = new Thread(() -> watch(seconds, err), "bench-limit");
        thread.setDaemon(true);
        thread.start();
    }

    private void watch(long seconds, PrintWriter err) {
        try {
            if (!done.await(seconds, TimeUnit.SECONDS)) {
                err.println("bench: not done after " + seconds + " seconds; --timeout gives it more");
                err.flush();
                Runtime.getRuntime().halt(1);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void over() {
        done.countDown();
    }
}
