package io.zmq4j.micrometer;

import io.micrometer.observation.transport.Kind;
import io.zmq4j.Consumption;
import io.zmq4j.MessageHandler;
import io.zmq4j.Receiver;
import io.zmq4j.event.Received;
import io.zmq4j.message.Message;
import io.zmq4j.micrometer.Observing.Call;
import io.zmq4j.micrometer.Observing.Incoming;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;

/**
 * A view of a socket that receives, each {@link ZmqObservationDocumentation#RECEIVE} observed, or, with {@link #onMessage}, each
 * {@link ZmqObservationDocumentation#HANDLE}. Made by {@link ZmqObservations}.
 */
public class ObservedReceiver implements Receiver {
    final Observing observing;
    private final Receiver receiver;

    ObservedReceiver(Observing observing, Receiver receiver) {
        this.observing = observing;
        this.receiver = receiver;
    }

    /** This view with another setting: see {@link ZmqObservations}. Unless it is set there is no trace frame. */
    public ObservedReceiver traceFrame(boolean isWanted) {
        return new ObservedReceiver(observing.withTraceFrame(isWanted), receiver);
    }

    @Override
    public Message receive() {
        return observing.received(observed(receiver::receive));
    }

    /** Not observed if there is none. */
    @Override
    public Optional<Message> tryReceive() {
        return observed(receiver::tryReceive).map(observing::received);
    }

    @Override
    public Optional<Message> receive(Duration timeout) {
        return orNothing(observed(() -> receiver.receive(timeout))).map(observing::received);
    }

    /** Observed when the message comes; not if the future is cancelled. */
    @Override
    public CompletableFuture<Message> receiveAsync() {
        return Derived.of(receiver.receiveAsync(), observing::received, observing::receiveFailed);
    }

    @Override
    public Received receiveFrom() {
        return received(observed(receiver::receiveFrom));
    }

    /** Not observed if there is none. */
    @Override
    public Optional<Received> tryReceiveFrom() {
        return observed(receiver::tryReceiveFrom).map(this::received);
    }

    @Override
    public Optional<Received> receiveFrom(Duration timeout) {
        return orNothing(observed(() -> receiver.receiveFrom(timeout))).map(this::received);
    }

    /** The handler runs within its observation, in the trace of whoever sent the message. */
    @Override
    public Consumption onMessage(MessageHandler handler) {
        return receiver.onMessage(handling(handler));
    }

    /** As {@link #onMessage(MessageHandler)}. */
    @Override
    public Consumption onMessage(MessageHandler handler, BiConsumer<? super Message, ? super Throwable> onError) {
        Objects.requireNonNull(onError, "onError");
        return receiver.onMessage(
                handling(handler),
                (message, failure) -> onError.accept(observing.open(message).message(), failure));
    }

    private MessageHandler handling(MessageHandler handler) {
        Objects.requireNonNull(handler, "handler");
        return message -> {
            Incoming incoming = observing.open(message);
            observing.handle(Kind.CONSUMER, incoming, () -> {
                handler.handle(incoming.message());
                return Outcome.OK;
            });
        };
    }

    private Received received(Received received) {
        return new Received(observing.received(received.message()), received.peer());
    }

    private <T> T observed(Call<T, RuntimeException> call) {
        try {
            return call.call();
        } catch (Throwable e) {
            observing.receiveFailed(e);
            throw e;
        }
    }

    private <T> Optional<T> orNothing(Optional<T> came) {
        if (came.isEmpty()) {
            observing.receivedNothing();
        }
        return came;
    }

    @Override
    public String toString() {
        return observing.socket().toString();
    }
}
