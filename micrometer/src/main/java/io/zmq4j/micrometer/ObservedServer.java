package io.zmq4j.micrometer;

import io.micrometer.observation.transport.Kind;
import io.zmq4j.Handler;
import io.zmq4j.Receiver;
import io.zmq4j.Sender;
import io.zmq4j.Server;
import io.zmq4j.ServerOptions;
import io.zmq4j.micrometer.Observing.Incoming;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/** A view of a REP or ROUTER, each {@link ZmqObservationDocumentation#HANDLE} observed. */
public final class ObservedServer extends ObservedSocket {
    private final Sender sends;
    private final Receiver receives;
    private final BiFunction<Handler, Consumer<ServerOptions>, Server> serve;

    ObservedServer(
            Observing observing,
            Sender sends,
            Receiver receives,
            BiFunction<Handler, Consumer<ServerOptions>, Server> serve) {
        super(observing, sends, receives);
        this.sends = sends;
        this.receives = receives;
        this.serve = serve;
    }

    @Override
    public ObservedServer traceFrame(boolean isWanted) {
        return new ObservedServer(observing.withTraceFrame(isWanted), sends, receives, serve);
    }

    /** As {@link io.zmq4j.RouterSocket#serve(Handler)}: the handler runs within its observation, in the trace of the one who asks. */
    public Server serve(Handler handler) {
        return serve(handler, it -> {});
    }

    /**
     * As {@link #serve(Handler)}, with settings.
     *
     * @param settings of which {@link ServerOptions#onError} sees the request with its trace frame
     */
    public Server serve(Handler handler, Consumer<ServerOptions> settings) {
        Objects.requireNonNull(handler, "handler");
        return serve.apply(
                request -> {
                    Incoming incoming = observing.open(request);
                    return observing.handle(Kind.SERVER, incoming, () -> handler.handle(incoming.message()));
                },
                settings);
    }
}
