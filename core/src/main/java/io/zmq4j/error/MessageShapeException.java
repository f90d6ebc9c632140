package io.zmq4j.error;

import io.zmq4j.message.Message;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A message was received that has another shape than the call expects, such as several frames where a text was asked for. It
 * will not come again: {@link #received} has it, and the text of the exception shows its first bytes.
 */
public final class MessageShapeException extends ZmqException {
    private static final long serialVersionUID = 1L;

    /** Not serialized with the exception. */
    private final transient Message received;

    public MessageShapeException(@Nullable String text, Message received) {
        super(text);
        this.received = Objects.requireNonNull(received, "received");
    }

    /** The message, whole. */
    public Message received() {
        return received;
    }
}
