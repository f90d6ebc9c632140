package io.zmq4j.socket;

import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.message.Message;
import io.zmq4j.options.SocketOptions;
import io.zmq4j.zmtp.SocketType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/** Sockets in two contexts, so that neither side's threads do the other's work, and threads that end in time. */
final class Sockets implements AutoCloseable {
    static final Duration IN_TIME = Duration.ofSeconds(20);

    final ContextCore here = new ContextCore(ContextSettings.standard());
    final ContextCore there = new ContextCore(ContextSettings.standard());

    SocketCore open(SocketType type) {
        return here.open(type);
    }

    /** A socket of the other context, unless it is to be reached without a wire. */
    SocketCore openFar(SocketType type, String endpoint) {
        return (endpoint.startsWith("inproc:") ? here : there).open(type);
    }

    /** A pair of sockets with this high-water mark everywhere; the first one is bound, both know of each other. */
    List<SocketCore> pair(SocketType bound, SocketType connected, String endpoint, int highWaterMark) {
        SocketCore first = open(bound);
        SocketCore second = openFar(connected, endpoint);
        for (SocketCore each : List.of(first, second)) {
            each.set(SocketOptions.SNDHWM, highWaterMark);
            each.set(SocketOptions.RCVHWM, highWaterMark);
            each.set(SocketOptions.LINGER, Duration.ZERO);
        }
        if (connected == SocketType.SUB) {
            second.subscribe(new byte[0]);
        }
        second.connect(first.bind(endpoint).uri());
        assertThat(first.awaitPeer(IN_TIME)).as("peer of the bound socket").isTrue();
        assertThat(second.awaitPeer(IN_TIME)).as("peer of the connected socket").isTrue();
        return List.of(first, second);
    }

    static Message message(int number) {
        return Message.of(Integer.toString(number));
    }

    static int number(Message message) {
        return Integer.parseInt(message.text());
    }

    static void awaitUntil(String what, BooleanSupplier condition) {
        long deadline = System.nanoTime() + IN_TIME.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("%s, in time", what).isLessThan(deadline);
            Thread.onSpinWait();
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

    /** What an action gives or throws, in a thread of its own. */
    static final class Running<T> {
        private final CompletableFuture<T> result = new CompletableFuture<>();
        final Thread thread;

        Running(Callable<T> action) {
            thread = new Thread(() -> {
                try {
                    result.complete(action.call());
                } catch (Throwable e) {
                    result.completeExceptionally(e);
                }
            });
            thread.setDaemon(true);
            thread.start();
        }

        T get() throws Exception {
            return inTime(result);
        }

        Throwable failure() throws Exception {
            return inTime(result.handle((value, error) -> error));
        }

        private <R> R inTime(CompletableFuture<R> future) throws Exception {
            try {
                return future.get(IN_TIME.toSeconds(), TimeUnit.SECONDS);
            } catch (TimeoutException e) {
                var where = new AssertionError("the thread is not done in time, but here; interrupted: "
                        + thread.isInterrupted() + ", " + thread.getState());
                where.setStackTrace(thread.getStackTrace());
                throw where;
            }
        }
    }

    static List<Integer> receiveAll(SocketCore socket, int count) {
        List<Integer> received = new ArrayList<>();
        while (received.size() < count) {
            Message message = socket.receive(IN_TIME);
            assertThat(message).as("message %d", received.size()).isNotNull();
            received.add(number(message));
        }
        return received;
    }

    @Override
    public void close() {
        here.close(Duration.ofSeconds(1));
        there.close(Duration.ofSeconds(1));
    }
}
