package io.zmq4j;

import io.zmq4j.message.Message;
import java.util.Objects;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Sends what a publisher publishes: asks for another message whenever one was sent, so that at most {@code window} of them wait
 * for the sender's peers.
 *
 * <p><b>One thread at a time</b> asks and cancels (Reactive Streams, §2.7): what is to be asked for is added to {@code owed}, and
 * the one that finds it zero asks, until it is zero again. A publisher that publishes from within a request is so not
 * asked from within its publishing either.
 */
final class SendingSubscriber implements Flow.Subscriber<Message> {
    private enum State {
        OPEN,
        /** A message could not be sent. */
        FAILED,
        /** The publisher has said that it is over, or was told so. */
        OVER
    }

    private final Sender sender;
    private final int window;

    private final AtomicLong owed = new AtomicLong();
    private final AtomicInteger underWay = new AtomicInteger();
    private final AtomicLong lost = new AtomicLong();
    private volatile State state = State.OPEN;
    private volatile Flow.@Nullable Subscription subscription;

    SendingSubscriber(Sender sender, int window) {
        this.sender = sender;
        this.window = window;
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        Objects.requireNonNull(given, "subscription");
        if (subscription != null) {
            given.cancel();
            return;
        }
        subscription = given;
        ask(window);
    }

    @Override
    public void onNext(Message message) {
        Objects.requireNonNull(message, "message");
        try {
            // Nothing waits that it could overtake.
            if (underWay.get() == 0 && sender.trySend(message)) {
                ask(1);
                return;
            }
            underWay.incrementAndGet();
            var unused = sender.sendAsync(message).whenComplete(this::sent);
        } catch (RuntimeException | Error e) {
            fail(e);
            ask(1);
        }
    }

    private void sent(@Nullable Void nothing, @Nullable Throwable failure) {
        if (failure != null) {
            fail(failure);
        }
        underWay.decrementAndGet();
        ask(1);
    }

    private void fail(Throwable reason) {
        state(State.FAILED);
        HandlerLog.tell(
                sender,
                lost.incrementAndGet(),
                "a published message could not be sent by " + sender + ", and no more are asked for",
                reason);
    }

    private void ask(long messages) {
        if (owed.getAndAdd(messages) != 0) {
            return;
        }
        long asked = messages;
        do {
            askOrCancel(asked);
            asked = owed.addAndGet(-asked);
        } while (asked != 0);
    }

    private void askOrCancel(long messages) {
        Flow.Subscription upstream = subscription;
        if (upstream == null) {
            return;
        }
        if (state == State.FAILED) {
            state(State.OVER);
            upstream.cancel();
        } else if (state == State.OPEN) {
            upstream.request(messages);
        }
    }

    private synchronized void state(State next) {
        if (next.compareTo(state) > 0) {
            state = next;
        }
    }

    @Override
    public void onError(Throwable reason) {
        Objects.requireNonNull(reason, "reason");
        state(State.OVER);
        HandlerLog.tell(sender, 1, "the publisher of what " + sender + " sends failed", reason);
    }

    @Override
    public void onComplete() {
        state(State.OVER);
    }
}
