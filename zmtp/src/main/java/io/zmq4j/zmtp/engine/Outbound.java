package io.zmq4j.zmtp.engine;

import io.zmq4j.message.Message;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The outbound half: the greeting and the handshake, then the traffic. Owned by the thread that drives it. */
final class Outbound {
    private final ControlQueue control;

    /** Written once, by the inbound half, when the handshake is complete. */
    private volatile @Nullable TrafficOut traffic;

    /** Written by the inbound half, when a reason to close was thrown: no message goes to a peer that is not there for us. */
    private volatile boolean closed;

    /** All the bytes of the greeting and the handshake: the traffic counts from its own first. */
    private long opening;

    Outbound(ControlQueue control) {
        this.control = control;
    }

    /** The inbound half's: what was queued of the handshake goes first. */
    void begin(TrafficOut begun) {
        traffic = begun;
    }

    /** The inbound half's: what is left of the handshake, such as an ERROR, may still go. */
    void close() {
        closed = true;
    }

    boolean transmit(Outgoing out, MessageSource source) {
        // Traffic before queue: the last bytes of the handshake are in the queue when the traffic is seen.
        TrafficOut current = traffic;
        if (!control.isEmpty() && putHandshake(out)) {
            return true;
        }
        return current != null && !closed && current.transmit(out, source);
    }

    /**
     * Returns whether there was any. They go alone: whoever must read back what was not sent can tell messages from frames of
     * commands, but not from a greeting.
     */
    private boolean putHandshake(Outgoing out) {
        boolean room = true;
        byte[] bytes;
        while (room && (bytes = control.pollHandshake()) != null) {
            room = Batch.put(out, bytes);
            opening += bytes.length;
        }
        if (out.isEmpty()) {
            return false;
        }
        out.begun = null;
        out.messagesAt = Outgoing.NO_MESSAGE;
        return true;
    }

    @Nullable
    Message begun() {
        TrafficOut current = traffic;
        return current == null ? null : current.begun();
    }

    void left(long total) {
        TrafficOut current = traffic;
        if (current != null) {
            current.left(total - opening);
        }
    }

    void rest() {
        TrafficOut current = traffic;
        if (current != null) {
            current.rest();
        }
    }

    void recover(@Nullable Unsent unsent, Consumer<Message> messages) {
        TrafficOut current = traffic;
        if (current != null) {
            current.recover(unsent, messages);
        }
    }
}
