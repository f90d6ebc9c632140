package io.zmq4j.test;

import io.zmq4j.Receiver;
import io.zmq4j.error.SocketClosedException;
import io.zmq4j.error.WaitInterruptedException;
import io.zmq4j.error.WaitTimeoutException;
import io.zmq4j.event.Received;
import io.zmq4j.message.Message;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A receiver without a socket: has what the test gives it, in order. A receive waits as long as {@link Receiver} says, and 5 seconds at
 * most: then {@link #receive()} throws a {@link WaitTimeoutException}, as if RCVTIMEO had passed. Safe for any thread.
 */
public final class FakeReceiver implements Receiver, AutoCloseable {
    private static final io.zmq4j.event.Peer TEST = io.zmq4j.event.Peer.withoutWire("the test", null, new byte[0]);

    /** What one receive comes to: a message, or a failure. */
    private record Turn(
            @Nullable Received received, @Nullable RuntimeException failure) {
        Received take() {
            if (failure != null) {
                throw failure;
            }
            return Objects.requireNonNull(received, "received");
        }

        boolean complete(CompletableFuture<Message> future) {
            return failure != null ? future.completeExceptionally(failure) : future.complete(take().message());
        }
    }

    private enum State {
        OPEN,
        /** Closed as soon as all that was given is taken. */
        ENDING,
        CLOSED
    }

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();

    // Guarded by the lock, all of it.
    private final Deque<Turn> turns = new ArrayDeque<>();
    private final Deque<CompletableFuture<Message>> futures = new ArrayDeque<>();
    private State state = State.OPEN;
    private long taken;

    /** One that is open and has nothing to give. */
    public FakeReceiver() {}

    /**
     * Gives a message of these frames, each as UTF-8.
     *
     * @return this receiver
     */
    public FakeReceiver give(String... frames) {
        return give(Message.of(frames));
    }

    /**
     * Gives a message.
     *
     * @return this receiver
     */
    public FakeReceiver give(Message message) {
        return give(new Received(message, TEST));
    }

    /**
     * Gives a message with a sender, for {@link #receiveFrom()}.
     *
     * @return this receiver
     */
    public FakeReceiver give(Received received) {
        return add(new Turn(Objects.requireNonNull(received, "received"), null));
    }

    /**
     * Has a receive fail with this, when its turn comes.
     *
     * @return this receiver
     */
    public FakeReceiver failWith(RuntimeException failure) {
        return add(new Turn(null, Objects.requireNonNull(failure, "failure")));
    }

    /** Closes it as soon as all that was given is taken: what a loop over messages ends by. */
    public void end() {
        change(State.ENDING);
    }

    /** Closes it at once, as a socket is closed: what was not taken is lost, and whatever waits fails. */
    @Override
    public void close() {
        change(State.CLOSED);
    }

    /** What was given and is not taken yet. */
    public List<Message> left() {
        lock.lock();
        try {
            return turns.stream()
                    .filter(turn -> turn.failure() == null)
                    .map(turn -> turn.take().message())
                    .toList();
        } finally {
            lock.unlock();
        }
    }

    private FakeReceiver add(Turn turn) {
        lock.lock();
        try {
            if (state != State.OPEN) {
                throw closed();
            }
            turns.add(turn);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        serve();
        return this;
    }

    private void change(State next) {
        lock.lock();
        try {
            if (next.compareTo(state) > 0) {
                state = next;
            }
            if (state == State.CLOSED) {
                turns.clear();
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        serve();
    }

    /** Completes the futures that have their turn, without the lock: their callbacks are the application's. */
    private void serve() {
        while (true) {
            CompletableFuture<Message> future;
            Turn turn;
            lock.lock();
            try {
                futures.removeIf(CompletableFuture::isDone);
                future = futures.peek();
                turn = future == null ? null : poll();
                if (future == null || turn == null) {
                    return;
                }
                futures.remove();
            } finally {
                lock.unlock();
            }
            if (!turn.complete(future)) {
                putBack(turn);
            }
        }
    }

    /** The future was given up in the same moment. */
    private void putBack(Turn turn) {
        lock.lock();
        try {
            if (turn.received() != null && state != State.CLOSED) {
                turns.addFirst(turn);
                taken--;
                changed.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /** The next turn, which is the closing if that has come; null if there is none now. With the lock held. */
    private @Nullable Turn poll() {
        Turn turn = turns.poll();
        if (turn != null) {
            taken += turn.received() == null ? 0 : 1;
            return turn;
        }
        return state == State.OPEN ? null : new Turn(null, closed());
    }

    private static SocketClosedException closed() {
        return new SocketClosedException("the FakeReceiver is closed");
    }

    private Optional<Received> take(Duration timeout) {
        long left = Patience.nanos(timeout);
        lock.lock();
        try {
            Turn turn = poll();
            while (turn == null && left > 0) {
                left = changed.awaitNanos(left);
                turn = poll();
            }
            if (turn == null && Patience.isForEver(timeout)) {
                throw new WaitTimeoutException("a FakeReceiver had nothing to give within " + Patience.LIMIT.toSeconds()
                        + " s; taken before: " + taken + "; give it more, or end it");
            }
            return Optional.ofNullable(turn).map(Turn::take);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new WaitInterruptedException("interrupted while a FakeReceiver had nothing to give");
        } finally {
            lock.unlock();
        }
    }

    @Override
    public Message receive() {
        return receiveFrom().message();
    }

    @Override
    public Optional<Message> tryReceive() {
        return receive(Duration.ZERO);
    }

    @Override
    public Optional<Message> receive(Duration timeout) {
        return receiveFrom(timeout).map(Received::message);
    }

    @Override
    public CompletableFuture<Message> receiveAsync() {
        var future = new CompletableFuture<Message>();
        lock.lock();
        try {
            futures.add(future);
        } finally {
            lock.unlock();
        }
        serve();
        return future;
    }

    @Override
    public Received receiveFrom() {
        return take(Duration.ofSeconds(-1)).orElseThrow();
    }

    @Override
    public Optional<Received> tryReceiveFrom() {
        return receiveFrom(Duration.ZERO);
    }

    @Override
    public Optional<Received> receiveFrom(Duration timeout) {
        return take(timeout);
    }
}
