package io.zmq4j.micrometer;

import io.micrometer.observation.Observation;
import io.micrometer.observation.transport.Kind;
import io.zmq4j.DealerSocket;
import io.zmq4j.message.Message;
import io.zmq4j.micrometer.Observing.Outgoing;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

/** A view of a DEALER, each {@link ZmqObservationDocumentation#REQUEST} observed. */
public final class ObservedDealer extends ObservedSocket {
    private final DealerSocket dealer;

    ObservedDealer(Observing observing, DealerSocket dealer) {
        super(observing, dealer, dealer);
        this.dealer = dealer;
    }

    @Override
    public ObservedDealer traceFrame(boolean isWanted) {
        return new ObservedDealer(observing.withTraceFrame(isWanted), dealer);
    }

    /** As {@link DealerSocket#request(String, Duration)}. */
    public CompletableFuture<Message> request(String request, Duration timeout) {
        return request(Message.of(Objects.requireNonNull(request, "request")), timeout);
    }

    /** As {@link DealerSocket#request(Message, Duration)}; observed until the future is done, in whatever way. */
    public CompletableFuture<Message> request(Message request, Duration timeout) {
        Objects.requireNonNull(timeout, "timeout");
        Outgoing outgoing = observing.begin(ZmqObservationDocumentation.REQUEST, Kind.CLIENT, request);
        Observation observation = outgoing.observation();
        CompletableFuture<Message> reply =
                observing.start(observation, () -> dealer.request(outgoing.message(), timeout));
        return Derived.of(
                reply,
                message -> {
                    observing.end(observation, Outcome.OK);
                    return observing.open(message).message();
                },
                failure -> observing.end(observation, failure));
    }
}
