package zmq;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/** Deadlines for tests: nothing here waits longer than 20 seconds. */
final class Within {
    static final Duration DEADLINE = Duration.ofSeconds(20);

    private Within() {}

    /** Runs something in a thread of its own; {@link #result} waits for it. */
    static <T> FutureTask<T> aside(Callable<T> task) {
        var future = new FutureTask<>(task);
        var thread = new Thread(future, "aside");
        thread.setDaemon(true);
        thread.start();
        return future;
    }

    /** As {@link #aside}, and waits until the thread waits. */
    static <T> Aside<T> waiting(Callable<T> task) {
        var future = new FutureTask<>(task);
        var thread = new Thread(future, "waiting");
        thread.setDaemon(true);
        thread.start();
        until(() -> isWaiting(thread));
        return new Aside<>(thread, future);
    }

    record Aside<T>(Thread thread, FutureTask<T> future) {
        T result() {
            return Within.result(future);
        }
    }

    /** Parked, or in a selector, where the state is RUNNABLE. */
    private static boolean isWaiting(Thread thread) {
        Thread.State state = thread.getState();
        if (state == Thread.State.WAITING || state == Thread.State.TIMED_WAITING) {
            return true;
        }
        StackTraceElement[] stack = thread.getStackTrace();
        return stack.length > 0 && stack[0].isNativeMethod();
    }

    static <T> T result(FutureTask<T> future) {
        try {
            return future.get(DEADLINE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new AssertionError("no result within " + DEADLINE, e);
        }
    }

    static void until(BooleanSupplier condition) {
        long deadline = System.nanoTime() + DEADLINE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("the condition did not hold within " + DEADLINE);
            }
            Thread.yield();
        }
    }
}
