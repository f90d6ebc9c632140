package io.zmq4j.test;

import io.zmq4j.Sender;
import io.zmq4j.error.SocketClosedException;
import io.zmq4j.error.WaitInterruptedException;
import io.zmq4j.error.WaitTimeoutException;
import io.zmq4j.message.Message;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A sender without a socket: keeps what is sent, for the test to look at. A send waits, as long as {@link Sender} says and 5 seconds at
 * most, when as many messages were sent as it has room for. Safe for any thread.
 */
public final class FakeSender implements Sender, AutoCloseable {
    private record Waiting(Message message, CompletableFuture<Void> future) {}

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Arrivals<Message> sent = new Arrivals<>();

    // Guarded by the lock, all of it.
    private final Queue<RuntimeException> failures = new ArrayDeque<>();
    private final Queue<Waiting> waiting = new ArrayDeque<>();
    private long room = Long.MAX_VALUE;
    private boolean isClosed;

    /** One that is open and has endless room. */
    public FakeSender() {}

    /**
     * Has room for so many more messages: then it is as a socket whose peers take nothing, until it is given more.
     *
     * @param messages 0 or more; without this it is endless
     */
    public void room(int messages) {
        if (messages < 0) {
            throw new IllegalArgumentException("messages is " + messages + ": 0 or more is allowed");
        }
        List<Waiting> served = new ArrayList<>();
        lock.lock();
        try {
            room = messages;
            while (room > 0 && !waiting.isEmpty()) {
                Waiting next = waiting.remove();
                if (!next.future().isDone()) {
                    keep(next.message());
                    served.add(next);
                }
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        served.forEach(each -> each.future().complete(null));
    }

    /** Has the next send fail with this; a second call the one after it, and so on. Nothing is sent by those. */
    public void failWith(RuntimeException failure) {
        Objects.requireNonNull(failure, "failure");
        lock.lock();
        try {
            failures.add(failure);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Ends every call that waits, and every call to come, with a {@link SocketClosedException}. */
    @Override
    public void close() {
        List<Waiting> left;
        lock.lock();
        try {
            isClosed = true;
            left = List.copyOf(waiting);
            waiting.clear();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        left.forEach(each -> each.future().completeExceptionally(closed()));
    }

    /** All that was sent so far, in order. */
    public List<Message> sent() {
        return sent.all();
    }

    /**
     * The next message, which must be sent within 5 seconds and be of these frames.
     *
     * @return the message
     * @throws AssertionError if another one is sent, or none; it says what was sent
     */
    public Message expect(String... frames) {
        Message wanted = Message.of(frames);
        return Arrivals.checked(sent.next(Patience.LIMIT.toNanos()), wanted, "a FakeSender", sent());
    }

    @Override
    public void send(Message message) {
        if (!send(message, Patience.LIMIT)) {
            throw full(message);
        }
    }

    @Override
    public boolean trySend(Message message) {
        return send(message, Duration.ZERO);
    }

    @Override
    public boolean send(Message message, Duration timeout) {
        Objects.requireNonNull(message, "message");
        long left = Patience.nanos(timeout);
        lock.lock();
        try {
            while (!sendsNow(message)) {
                if (left <= 0) {
                    if (Patience.isForEver(timeout)) {
                        throw full(message);
                    }
                    return false;
                }
                left = changed.awaitNanos(left);
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new WaitInterruptedException("interrupted while a FakeSender was full");
        } finally {
            lock.unlock();
        }
    }

    @Override
    public CompletableFuture<Void> sendAsync(Message message) {
        Objects.requireNonNull(message, "message");
        var future = new CompletableFuture<Void>();
        lock.lock();
        try {
            if (!sendsNow(message)) {
                waiting.add(new Waiting(message, future));
                return future;
            }
        } catch (RuntimeException e) {
            future.completeExceptionally(e);
            return future;
        } finally {
            lock.unlock();
        }
        future.complete(null);
        return future;
    }

    /** With the lock held. */
    private boolean sendsNow(Message message) {
        if (isClosed) {
            throw closed();
        }
        @Nullable RuntimeException failure = failures.poll();
        if (failure != null) {
            throw failure;
        }
        if (room == 0) {
            return false;
        }
        keep(message);
        return true;
    }

    private void keep(Message message) {
        room--;
        sent.add(message);
    }

    private static SocketClosedException closed() {
        return new SocketClosedException("the FakeSender is closed");
    }

    private WaitTimeoutException full(Message message) {
        return new WaitTimeoutException("a FakeSender had no room for " + message + " within "
                + Patience.LIMIT.toSeconds() + " s: give it some with room(n); " + Arrivals.listed(sent()));
    }
}
