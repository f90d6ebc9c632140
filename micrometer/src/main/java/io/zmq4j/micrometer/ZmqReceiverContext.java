package io.zmq4j.micrometer;

import io.micrometer.observation.transport.Kind;
import io.micrometer.observation.transport.Propagator;
import io.micrometer.observation.transport.ReceiverContext;
import io.zmq4j.Socket;
import io.zmq4j.message.Message;
import org.jspecify.annotations.Nullable;

/** The context of {@link ZmqObservationDocumentation#RECEIVE} and {@link ZmqObservationDocumentation#HANDLE}. */
public final class ZmqReceiverContext extends ReceiverContext<TraceContext> {
    private final Socket socket;
    private final @Nullable Message message;

    ZmqReceiverContext(Kind kind, Socket socket, @Nullable Message message, TraceContext trace) {
        super(new Header(), kind);
        this.socket = socket;
        this.message = message;
        setCarrier(trace);
    }

    private static final class Header implements Propagator.Getter<TraceContext> {
        @Override
        public @Nullable String get(TraceContext trace, String header) {
            return trace.get(header);
        }
    }

    /** By which it was received. */
    public Socket socket() {
        return socket;
    }

    /** As the application gets it, without a trace frame; null if none came. */
    public @Nullable Message message() {
        return message;
    }
}
