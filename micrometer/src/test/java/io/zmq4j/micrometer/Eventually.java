package io.zmq4j.micrometer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.assertj.core.api.ThrowingConsumer;

/** Waits for what is on its way. */
final class Eventually {
    static final Duration IN_TIME = Duration.ofSeconds(20);

    private Eventually() {}

    static void awaitUntil(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + IN_TIME.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as(what + ", in time").isLessThan(end);
            pause();
        }
    }

    /** Until the assertions hold; then what they say. */
    static <T> void awaitAsserted(T subject, ThrowingConsumer<T> assertions) {
        long end = System.nanoTime() + IN_TIME.toNanos();
        while (true) {
            try {
                assertions.accept(subject);
                return;
            } catch (AssertionError e) {
                if (System.nanoTime() > end) {
                    throw e;
                }
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(5);
        } catch (InterruptedException e) {
            throw new AssertionError("interrupted", e);
        }
    }
}
