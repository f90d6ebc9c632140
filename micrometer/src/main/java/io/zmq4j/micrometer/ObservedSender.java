package io.zmq4j.micrometer;

import io.micrometer.observation.transport.Kind;
import io.zmq4j.Sender;
import io.zmq4j.message.Message;
import io.zmq4j.micrometer.Observing.Outgoing;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

/** A view of a socket that sends, each {@link ZmqObservationDocumentation#SEND} observed. Made by {@link ZmqObservations}. */
public final class ObservedSender implements Sender {
    private final Observing observing;
    private final Sender sender;

    ObservedSender(Observing observing, Sender sender) {
        this.observing = observing;
        this.sender = sender;
    }

    /** This view with another setting: see {@link ZmqObservations}. Unless it is set there is no trace frame. */
    public ObservedSender traceFrame(boolean isWanted) {
        return new ObservedSender(observing.withTraceFrame(isWanted), sender);
    }

    @Override
    public void send(Message message) {
        Outgoing outgoing = begin(message);
        observing.during(
                outgoing.observation(),
                () -> {
                    sender.send(outgoing.message());
                    return Outcome.OK;
                },
                outcome -> outcome);
    }

    @Override
    public boolean trySend(Message message) {
        Outgoing outgoing = begin(message);
        return observing.during(
                outgoing.observation(), () -> sender.trySend(outgoing.message()), ObservedSender::outcome);
    }

    @Override
    public boolean send(Message message, Duration timeout) {
        Objects.requireNonNull(timeout, "timeout");
        Outgoing outgoing = begin(message);
        return observing.during(
                outgoing.observation(), () -> sender.send(outgoing.message(), timeout), ObservedSender::outcome);
    }

    /** Observed until the message is sent, or is not. */
    @Override
    public CompletableFuture<Void> sendAsync(Message message) {
        Outgoing outgoing = begin(message);
        CompletableFuture<Void> sent =
                observing.start(outgoing.observation(), () -> sender.sendAsync(outgoing.message()));
        var unused = sent.whenComplete((nothing, failure) -> {
            if (failure == null) {
                observing.end(outgoing.observation(), Outcome.OK);
            } else {
                observing.end(outgoing.observation(), Outcome.cause(failure));
            }
        });
        return sent;
    }

    private Outgoing begin(Message message) {
        return observing.begin(ZmqObservationDocumentation.SEND, Kind.PRODUCER, message);
    }

    private static Outcome outcome(boolean isSent) {
        return isSent ? Outcome.OK : Outcome.TIMEOUT;
    }

    @Override
    public String toString() {
        return observing.socket().toString();
    }
}
