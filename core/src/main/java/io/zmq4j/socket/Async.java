package io.zmq4j.socket;

import io.zmq4j.loop.Loop;
import io.zmq4j.loop.Wakeable;
import io.zmq4j.message.Message;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A socket's pending futures: a waiter without a thread. A signal makes an executor's thread try them in the order they
 * were asked for; while there are any, the loop has a dependent and never goes without a driver.
 */
final class Async implements Wakeable {
    private record PendingSend(Message message, CompletableFuture<Void> future) {}

    private final SocketCore socket;
    private final Executor executor;
    private final AtomicBoolean scheduled = new AtomicBoolean();
    private final ReentrantLock lock = new ReentrantLock();
    private final ArrayDeque<CompletableFuture<Message>> receives = new ArrayDeque<>();
    private final ArrayDeque<PendingSend> sends = new ArrayDeque<>();
    private boolean waiting;
    private @Nullable Loop dependsOn;

    Async(SocketCore socket, Executor executor) {
        this.socket = socket;
        this.executor = executor;
    }

    CompletableFuture<Message> receive() {
        var future = new CompletableFuture<Message>();
        lock.lock();
        try {
            receives.add(future);
            beginWaiting();
        } finally {
            lock.unlock();
        }
        signal();
        return future;
    }

    CompletableFuture<Void> send(Message message) {
        var future = new CompletableFuture<Void>();
        lock.lock();
        try {
            sends.add(new PendingSend(message, future));
            beginWaiting();
        } finally {
            lock.unlock();
        }
        signal();
        return future;
    }

    private void beginWaiting() {
        if (!waiting) {
            waiting = true;
            socket.pattern().addWaiter(this);
        }
        if (dependsOn == null) {
            dependsOn = socket.loopIfAny();
            if (dependsOn != null) {
                dependsOn.addDependent();
            }
        }
    }

    private void endWaitingIfDone() {
        if (waiting && receives.isEmpty() && sends.isEmpty()) {
            waiting = false;
            socket.pattern().removeWaiter(this);
            if (dependsOn != null) {
                dependsOn.removeDependent();
                dependsOn = null;
            }
        }
    }

    @Override
    public void signal() {
        if (!scheduled.compareAndSet(false, true)) {
            return;
        }
        try {
            executor.execute(this::run);
        } catch (RejectedExecutionException e) {
            // The context is closed: all there is to do is to tell the futures.
            run();
        }
    }

    private void run() {
        // Cleared before anything is tried: a signal from here on makes another run.
        scheduled.set(false);
        List<Runnable> completions = new ArrayList<>();
        lock.lock();
        try {
            if (waiting) {
                beginWaiting();
            }
            trySends(completions);
            tryReceives(completions);
            endWaitingIfDone();
        } finally {
            lock.unlock();
        }
        // Without the lock: what hangs on a future is somebody else's code.
        completions.forEach(Runnable::run);
    }

    private void trySends(List<Runnable> completions) {
        for (PendingSend next = sends.peek(); next != null; next = sends.peek()) {
            CompletableFuture<Void> future = next.future;
            try {
                if (!future.isDone() && !socket.trySend(next.message)) {
                    return;
                }
                completions.add(() -> future.complete(null));
            } catch (RuntimeException e) {
                completions.add(() -> future.completeExceptionally(e));
            }
            sends.poll();
        }
    }

    private void tryReceives(List<Runnable> completions) {
        for (CompletableFuture<Message> next = receives.peek(); next != null; next = receives.peek()) {
            CompletableFuture<Message> future = next;
            if (!future.isDone()) {
                try {
                    Message message = socket.tryReceive();
                    if (message == null) {
                        return;
                    }
                    completions.add(() -> deliver(future, message));
                } catch (RuntimeException e) {
                    completions.add(() -> future.completeExceptionally(e));
                }
            }
            receives.poll();
        }
    }

    /** If it was cancelled in this very moment, the next one who asks gets the message. */
    private void deliver(CompletableFuture<Message> future, Message message) {
        if (!future.complete(message)) {
            socket.pattern().putBack(message);
        }
    }
}
