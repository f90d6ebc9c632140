package io.zmq4j;

import io.zmq4j.error.SocketClosedException;
import io.zmq4j.message.Message;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One subscriber's way to a receiver's messages: takes a message only if the subscriber has asked for one. Sections are those of
 * the Reactive Streams specification.
 *
 * <p><b>Turns.</b> Whatever happens (a request, a cancel, a message that came) adds to {@code calls}; the one that finds it
 * zero has a worker take a turn, and a worker that finds more when it is done takes another. So the subscriber is called by one
 * thread at a time (§1.3), not from within its own request, and the stack does not grow (§3.3).
 */
final class MessageSubscription implements Flow.Subscription, Runnable {
    private enum State {
        OPEN,
        /** The subscriber has asked for less than one message, and is to be told so. */
        REFUSED,
        /** Cancelled, or told the end. */
        OVER
    }

    private final Receiver receiver;
    private final HandlerWorkers workers;

    /** One at first: the first turn is {@link #begin}. */
    private final AtomicInteger calls = new AtomicInteger(1);

    private final AtomicLong demand = new AtomicLong();
    private volatile State state = State.OPEN;
    private volatile long refused;

    // ---- in turn

    /** Null when it is to hear nothing more: then it is not held either (§3.13). */
    private Flow.@Nullable Subscriber<? super Message> subscriber;

    /** A message was asked for when none was there. */
    private @Nullable CompletableFuture<Message> awaited;

    MessageSubscription(Receiver receiver, Flow.Subscriber<? super Message> subscriber) {
        this.receiver = receiver;
        this.workers = HandlerWorkers.of(receiver);
        this.subscriber = subscriber;
    }

    /** Tells nothing else until {@code onSubscribe} has returned (§1.9). */
    void begin() {
        tell(each -> each.onSubscribe(this));
        if (calls.decrementAndGet() > 0) {
            workers.execute(this);
        }
    }

    @Override
    public void request(long messages) {
        if (state != State.OPEN) {
            return;
        }
        if (messages > 0) {
            demand.accumulateAndGet(messages, MessageSubscription::sum);
        } else {
            refused = messages;
            state(State.REFUSED);
        }
        call();
    }

    private static long sum(long one, long other) {
        long sum = one + other;
        return sum < 0 ? Long.MAX_VALUE : sum;
    }

    @Override
    public void cancel() {
        if (state != State.OVER) {
            state(State.OVER);
            call();
        }
    }

    private synchronized void state(State next) {
        if (next.compareTo(state) > 0) {
            state = next;
        }
    }

    private void call() {
        if (calls.getAndIncrement() == 0) {
            workers.execute(this);
        }
    }

    // ---- turns

    @Override
    public void run() {
        int seen = calls.get();
        do {
            takeTurn();
            seen = calls.addAndGet(-seen);
        } while (seen != 0);
    }

    private void takeTurn() {
        Message message;
        do {
            message = nextOrEnd();
            if (message != null) {
                deliver(message);
            }
        } while (message != null);
    }

    private @Nullable Message nextOrEnd() {
        try {
            Message message = next();
            if (message == null && awaited == null && state != State.OPEN) {
                leave();
            }
            return message;
        } catch (SocketClosedException e) {
            end(Flow.Subscriber::onComplete);
        } catch (RuntimeException | Error e) {
            end(each -> each.onError(e));
        }
        return null;
    }

    /** The next message; null if none is wanted, or none has come. */
    private @Nullable Message next() {
        CompletableFuture<Message> next = awaited;
        if (next == null) {
            if (state != State.OPEN || demand.get() == 0) {
                return null;
            }
            Optional<Message> there = receiver.tryReceive();
            if (there.isPresent()) {
                return there.get();
            }
            next = receiver.receiveAsync();
            awaited = next;
            var unused = next.whenComplete((message, reason) -> call());
        }
        boolean isTakenBack = state != State.OPEN && next.cancel(false);
        if (!next.isDone()) {
            return null;
        }
        awaited = null;
        // What came before the cancel was asked for, and is delivered: it is nowhere else (§2.8).
        return isTakenBack ? null : result(next);
    }

    private static Message result(CompletableFuture<Message> done) {
        try {
            return done.join();
        } catch (CompletionException e) {
            throw Reasons.unchecked(e);
        }
    }

    private void deliver(Message message) {
        demand.updateAndGet(wanted -> wanted == Long.MAX_VALUE ? wanted : wanted - 1);
        tell(each -> each.onNext(message));
    }

    private void leave() {
        if (state == State.REFUSED) {
            end(each -> each.onError(new IllegalArgumentException(
                    "request of " + refused + " messages: it must be one or more (Reactive Streams, §3.9)")));
        } else {
            subscriber = null;
        }
    }

    private void end(Consumer<Flow.Subscriber<? super Message>> signal) {
        state(State.OVER);
        tell(signal);
        subscriber = null;
    }

    /** A subscriber that throws has cancelled by it (§2.13). */
    private void tell(Consumer<Flow.Subscriber<? super Message>> signal) {
        Flow.Subscriber<? super Message> each = subscriber;
        if (each == null) {
            return;
        }
        try {
            signal.accept(each);
        } catch (Throwable e) {
            HandlerLog.tell(
                    receiver,
                    1,
                    "a subscriber to the messages of " + receiver + " failed, and gets no more of them",
                    e);
            cancel();
        }
    }
}
