package io.zmq4j.micrometer;

import io.micrometer.observation.transport.Kind;
import io.micrometer.observation.transport.SenderContext;
import io.zmq4j.Socket;
import io.zmq4j.message.Message;
import org.jspecify.annotations.Nullable;

/** The context of {@link ZmqObservationDocumentation#SEND} and {@link ZmqObservationDocumentation#REQUEST}. */
public final class ZmqSenderContext extends SenderContext<TraceContext> {
    private final Socket socket;
    private final Message message;
    private final TraceContext trace = new TraceContext();

    ZmqSenderContext(Kind kind, Socket socket, Message message) {
        super(ZmqSenderContext::put, kind);
        this.socket = socket;
        this.message = message;
        setCarrier(trace);
    }

    private static void put(@Nullable TraceContext trace, String header, String value) {
        if (trace != null) {
            trace.set(header, value);
        }
    }

    /** By which it is sent. */
    public Socket socket() {
        return socket;
    }

    /** As the application gave it, without a trace frame. */
    public Message message() {
        return message;
    }

    /** What a tracer has put here. */
    TraceContext trace() {
        return trace;
    }
}
