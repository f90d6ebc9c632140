package io.zmq4j.micrometer;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.transport.Kind;
import io.zmq4j.Socket;
import io.zmq4j.message.Message;
import io.zmq4j.micrometer.ZmqObservationDocumentation.HighKey;
import io.zmq4j.micrometer.ZmqObservationDocumentation.LowKey;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How a socket is observed: makes observations, and puts on and takes off trace frames.
 *
 * @param socket what is observed
 * @param registry where it is told
 * @param traceFrame whether what is sent gets a trace frame, and what is received loses it
 */
record Observing(Socket socket, ObservationRegistry registry, boolean traceFrame) {
    private static final TraceContext NO_TRACE = new TraceContext();

    Observing {
        Objects.requireNonNull(socket, "socket");
        Objects.requireNonNull(registry, "registry");
    }

    Observing withTraceFrame(boolean isWanted) {
        return new Observing(socket, registry, isWanted);
    }

    /**
     * A send or a request that has begun.
     *
     * @param message with its trace frame if it gets one
     */
    record Outgoing(Observation observation, Message message) {}

    /** @param message without its trace frame */
    record Incoming(Message message, TraceContext trace) {}

    /** What may throw. */
    interface Call<T extends @Nullable Object, E extends Exception> {
        T call() throws E;
    }

    Outgoing begin(ZmqObservationDocumentation what, Kind kind, Message message) {
        Objects.requireNonNull(message, "message");
        var context = new ZmqSenderContext(kind, socket, message);
        Observation observation = observation(what, context, message).start();
        return new Outgoing(observation, traceFrame ? TraceFrame.append(message, context.trace()) : message);
    }

    Incoming open(Message message) {
        return traceFrame && TraceFrame.isIn(message)
                ? new Incoming(TraceFrame.without(message), TraceFrame.read(message))
                : new Incoming(message, NO_TRACE);
    }

    /** A message without its trace frame, after it was told that it has come. */
    Message received(Message message) {
        Incoming incoming = open(message);
        end(
                incoming(ZmqObservationDocumentation.RECEIVE, Kind.CONSUMER, incoming)
                        .start(),
                Outcome.OK);
        return incoming.message();
    }

    /** Tells that none came in time. */
    void receivedNothing() {
        end(withoutMessage().start(), Outcome.TIMEOUT);
    }

    /** Tells that receiving failed; what was given up has not. */
    void receiveFailed(Throwable failure) {
        if (!(failure instanceof CancellationException)) {
            end(withoutMessage().start(), failure);
        }
    }

    /** Has a message handled. */
    <T extends @Nullable Object, E extends Exception> T handle(Kind kind, Incoming incoming, Call<T, E> handler)
            throws E {
        Observation observation =
                incoming(ZmqObservationDocumentation.HANDLE, kind, incoming).start();
        return during(observation, handler, result -> Outcome.OK);
    }

    /** Makes a call within an observation that has begun, and ends it. */
    <T extends @Nullable Object, E extends Exception> T during(
            Observation observation, Call<T, E> call, Function<T, Outcome> outcome) throws E {
        Observation.Scope scope = observation.openScope();
        T result;
        try {
            result = call.call();
        } catch (Throwable e) {
            scope.close();
            end(observation, e);
            throw e;
        }
        scope.close();
        end(observation, outcome.apply(result));
        return result;
    }

    /** Makes a call that ends later; what it throws at once ends the observation. */
    <T> CompletableFuture<T> start(Observation observation, Supplier<CompletableFuture<T>> call) {
        try {
            return call.get();
        } catch (Throwable e) {
            end(observation, e);
            throw e;
        }
    }

    void end(Observation observation, Outcome outcome) {
        observation.lowCardinalityKeyValue(LowKey.OUTCOME.withValue(outcome.text()));
        observation.stop();
    }

    void end(Observation observation, Throwable failure) {
        observation.error(failure);
        end(observation, Outcome.of(failure));
    }

    private Observation incoming(ZmqObservationDocumentation what, Kind kind, Incoming incoming) {
        Message message = incoming.message();
        return observation(what, new ZmqReceiverContext(kind, socket, message, incoming.trace()), message);
    }

    private Observation withoutMessage() {
        var context = new ZmqReceiverContext(Kind.CONSUMER, socket, null, NO_TRACE);
        return observation(ZmqObservationDocumentation.RECEIVE, context, null);
    }

    private Observation observation(
            ZmqObservationDocumentation what, Observation.Context context, @Nullable Message message) {
        String name = socket.name().isEmpty() ? Group.UNNAMED : socket.name();
        Observation observation = Observation.createNotStarted(what.getName(), () -> context, registry)
                .contextualName(what.operation() + " " + name)
                .lowCardinalityKeyValue(LowKey.SYSTEM.withValue("zeromq"))
                .lowCardinalityKeyValue(LowKey.OPERATION.withValue(what.operation()))
                .lowCardinalityKeyValue(LowKey.DESTINATION.withValue(name))
                .lowCardinalityKeyValue(
                        LowKey.SOCKET_TYPE.withValue(socket.type().name()));
        return message == null
                ? observation
                : observation.highCardinalityKeyValue(HighKey.SIZE.withValue(Long.toString(message.size())));
    }
}
