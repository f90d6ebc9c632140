package io.zmq4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** A PUSH and a PULL that know each other. */
final class Pipeline implements AutoCloseable {
    static final Duration IN_TIME = Duration.ofSeconds(20);

    private static final long LOOK_NANOS = 1_000_000;

    final Context context = Context.create();
    final PushSocket push = context.push();
    final PullSocket pull = context.pull();

    Pipeline(String endpoint) {
        push.connect(pull.bind(endpoint));
        assertThat(push.awaitPeer(IN_TIME)).isTrue();
    }

    /** Sends these numbers, the last one not included, and waits until they can be received. */
    void send(int from, int to) {
        for (int i = from; i < to; i++) {
            push.send(Integer.toString(i));
        }
        awaitUntil("all have come", () -> pull.statistics().traffic().messagesIn() >= to);
    }

    static void awaitUntil(String what, BooleanSupplier condition) {
        long deadline = System.nanoTime() + IN_TIME.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("%s, in time", what).isLessThan(deadline);
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }

    static void awaitWaiting(Thread thread) {
        awaitUntil("a thread waits", () -> switch (thread.getState()) {
            case WAITING, TIMED_WAITING -> true;
            // In a selector.
            case RUNNABLE ->
                List.of(thread.getStackTrace()).stream()
                        .anyMatch(frame -> frame.getMethodName().equals("lockAndDoSelect"));
            default -> false;
        });
    }

    @Override
    public void close() {
        context.close(Duration.ofSeconds(1));
    }
}
