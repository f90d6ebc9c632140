package io.zmq4j.socket;

import io.zmq4j.error.ZmqException;
import io.zmq4j.loop.Loop;
import io.zmq4j.loop.Wakeable;
import io.zmq4j.message.Message;
import java.util.ArrayDeque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
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
            socket.addWaiter(this);
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
            socket.removeWaiter(this);
            if (dependsOn != null) {
                dependsOn.removeDependent();
                dependsOn = null;
            }
        }
    }

    @Override
    public void signal() {
        if (scheduled.compareAndSet(false, true)) {
            executor.execute(this::run);
        }
    }

    private void run() {
        // Cleared before anything is tried: a signal from here on makes another run.
        scheduled.set(false);
        lock.lock();
        try {
            if (waiting) {
                beginWaiting();
            }
            trySends();
            tryReceives();
            endWaitingIfDone();
        } finally {
            lock.unlock();
        }
    }

    private void trySends() {
        for (PendingSend next = sends.peek(); next != null; next = sends.peek()) {
            try {
                if (!next.future.isDone() && !socket.trySend(next.message)) {
                    return;
                }
                sends.poll();
                next.future.complete(null);
            } catch (ZmqException | UnsupportedOperationException e) {
                sends.poll();
                next.future.completeExceptionally(e);
            }
        }
    }

    private void tryReceives() {
        for (CompletableFuture<Message> next = receives.peek(); next != null; next = receives.peek()) {
            if (next.isDone()) {
                receives.poll();
                continue;
            }
            try {
                Message message = socket.tryReceive();
                if (message == null) {
                    return;
                }
                receives.poll();
                if (!next.complete(message)) {
                    // Cancelled in this very moment: the next one who asks gets it.
                    socket.putBack(message);
                }
            } catch (ZmqException | UnsupportedOperationException e) {
                receives.poll();
                next.completeExceptionally(e);
            }
        }
    }
}
