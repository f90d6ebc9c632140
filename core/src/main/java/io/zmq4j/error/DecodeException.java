package io.zmq4j.error;

import io.zmq4j.message.Message;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A message was received that a codec cannot read. It will not come again: {@link #received} has it, whole, for what deals with
 * the unreadable. The text of the exception has sizes only and nothing of the content.
 */
public final class DecodeException extends ZmqException {
    private static final long serialVersionUID = 1L;

    /** Not serialized with the exception. */
    private final transient Message received;

    public DecodeException(@Nullable String text, Message received) {
        this(text, received, null);
    }

    public DecodeException(@Nullable String text, Message received, @Nullable Throwable cause) {
        super(text, cause);
        this.received = Objects.requireNonNull(received, "received");
    }

    /** The message, as the codec got it. */
    public Message received() {
        return received;
    }
}
