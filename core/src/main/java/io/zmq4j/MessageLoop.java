package io.zmq4j;

import io.zmq4j.error.SocketClosedException;
import io.zmq4j.error.WaitInterruptedException;
import io.zmq4j.message.Message;
import io.zmq4j.socket.Activity;
import io.zmq4j.socket.SocketCore;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Calls a handler for one message after the other, in a worker thread while messages come. When none has come for a moment, the
 * thread is let go and the next message is awaited as a future, which is also what a stop takes back.
 *
 * <p><b>One call at a time.</b> Either a future is awaited or a worker runs; the one begins where the other has ended.
 *
 * <p><b>No stop is missed.</b> A stop stores the state and then looks for a future to cancel; the worker stores the future
 * and then looks at the state. One of them sees the other. A message that came before the cancel is handled.
 */
final class MessageLoop implements Consumption, Activity, Runnable {
    private enum State {
        RUNNING,
        STOPPING,
        ENDED
    }

    /** How long a worker waits for the next message: less than it costs to be called again, mostly. */
    private static final Duration MOMENT = Duration.ofMillis(1);

    private final Receiver receiver;
    private final HandlerCalls calls;
    private final HandlerWorkers workers;

    private final CountDownLatch end = new CountDownLatch(1);

    private volatile State state = State.RUNNING;
    private volatile @Nullable CompletableFuture<Message> awaited;

    /** What receiving failed with. Written before the end. */
    private @Nullable Throwable failure;

    /** For the worker that is asked for with it. */
    private @Nullable Message came;

    MessageLoop(Receiver receiver, HandlerCalls calls) {
        this.receiver = receiver;
        this.calls = calls;
        this.workers = HandlerWorkers.of(receiver);
    }

    MessageLoop begin() {
        if (receiver instanceof Socket socket) {
            socket.core.context().began(this);
        }
        try {
            awaitNext();
        } catch (RuntimeException | Error e) {
            endAfter(e);
            throw e;
        }
        return this;
    }

    private void awaitNext() {
        CompletableFuture<Message> next = receiver.receiveAsync();
        awaited = next;
        if (state == State.STOPPING) {
            next.cancel(false);
        }
        var unused = next.whenComplete(this::arrived);
    }

    private void arrived(@Nullable Message message, @Nullable Throwable reason) {
        if (message != null) {
            came = message;
            workers.execute(this);
        } else {
            endAfter(reason);
        }
    }

    @Override
    public void run() {
        try {
            for (Message message = came; message != null; message = nextNow()) {
                calls.call(message);
            }
            if (state == State.RUNNING) {
                awaitNext();
            } else {
                endAfter(null);
            }
        } catch (RuntimeException | Error e) {
            endAfter(e);
        }
    }

    private @Nullable Message nextNow() {
        return state == State.RUNNING ? receiver.receive(MOMENT).orElse(null) : null;
    }

    private void endAfter(@Nullable Throwable reason) {
        Throwable cause = reason == null ? null : Reasons.of(reason);
        if (state == State.RUNNING && cause != null && !(cause instanceof SocketClosedException)) {
            failure = cause;
            HandlerLog.tell(receiver, 1, "handling the messages of " + receiver + " ended, as receiving failed", cause);
        }
        state(State.ENDED);
        awaited = null;
        end.countDown();
        if (receiver instanceof Socket socket) {
            socket.core.context().ended(this);
        }
    }

    private synchronized void state(State next) {
        if (next.compareTo(state) > 0) {
            state = next;
        }
    }

    // ---- from outside

    @Override
    public void beginStop() {
        state(State.STOPPING);
        CompletableFuture<Message> next = awaited;
        if (next != null) {
            next.cancel(false);
        }
    }

    @Override
    public boolean endStop(long nanos) {
        if (calls.isCaller()) {
            return false;
        }
        boolean ended = hasEndedWithin(nanos);
        if (!ended) {
            calls.interrupt();
        }
        return ended;
    }

    private boolean hasEndedWithin(long nanos) {
        try {
            return end.await(nanos, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return isEnded();
        }
    }

    @Override
    public boolean stop(Duration grace) {
        long nanos = SocketCore.nanos(Objects.requireNonNull(grace, "grace"));
        beginStop();
        return endStop(nanos);
    }

    @Override
    public void close() {
        stop(CLOSE_TIMEOUT);
    }

    @Override
    public boolean await(Duration timeout) {
        long nanos = SocketCore.nanos(Objects.requireNonNull(timeout, "timeout"));
        if (calls.isCaller()) {
            throw new IllegalStateException("a handler cannot wait for the end of its own calls: let it return");
        }
        try {
            if (!end.await(nanos, TimeUnit.NANOSECONDS)) {
                return false;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new WaitInterruptedException("interrupted while messages were handled");
        }
        if (failure != null) {
            throw Reasons.unchecked(failure);
        }
        return true;
    }

    @Override
    public boolean isEnded() {
        return end.getCount() == 0;
    }

    @Override
    public long handled() {
        return calls.handled();
    }

    @Override
    public long failed() {
        return calls.failed();
    }
}
