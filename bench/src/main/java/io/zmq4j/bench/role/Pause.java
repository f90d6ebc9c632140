package io.zmq4j.bench.role;

import java.util.concurrent.TimeUnit;

/** A sleep that an interrupt turns into a failure. */
final class Pause {
    private Pause() {}

    static void seconds(double seconds) {
        millis((long) (seconds * TimeUnit.SECONDS.toMillis(1)));
    }

    static void millis(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RunFailedException("interrupted");
        }
    }
}
