package io.zmq4j.message;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

/**
 * A subscription or its end, as an XPUB receives it and an XSUB sends it (RFC 29): a message of one frame, {@code %x01 topic}
 * or {@code %x00 topic}.
 */
public final class Subscription {
    private static final byte SUBSCRIBE = 1;
    private static final byte CANCEL = 0;

    private final byte[] frame;

    private Subscription(byte[] frame) {
        this.frame = frame;
    }

    /** What a message says; empty if it is another message, such as one that the application of an XSUB sent. */
    public static Optional<Subscription> of(Message message) {
        return is(message) ? Optional.of(new Subscription(message.array(0))) : Optional.empty();
    }

    /** Whether a message is a subscription or its end. */
    public static boolean is(Message message) {
        if (Objects.requireNonNull(message, "message").frameCount() != 1 || message.size(0) == 0) {
            return false;
        }
        byte first = message.array(0)[0];
        return first == SUBSCRIBE || first == CANCEL;
    }

    /** Whether the topic is wanted from now on; false if it is no longer. */
    public boolean added() {
        return frame[0] == SUBSCRIBE;
    }

    /** A copy of the topic: what a message must start with to be wanted. Empty for every message. */
    public byte[] topic() {
        return Arrays.copyOfRange(frame, 1, frame.length);
    }

    /** The topic as UTF-8 text. */
    public String text() {
        return Bytes.text(topic());
    }

    /** The message that says so, for an XSUB to send. */
    public Message message() {
        return Message.wrap(frame);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Subscription that && Arrays.equals(frame, that.frame);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(frame);
    }

    @Override
    public String toString() {
        return (added() ? "subscribe " : "unsubscribe ") + MessageText.of(topic());
    }
}
