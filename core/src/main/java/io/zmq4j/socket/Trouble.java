package io.zmq4j.socket;

import io.zmq4j.error.RequestFailedException.Reason;
import io.zmq4j.event.SocketEvent;
import io.zmq4j.zmtp.CloseReason;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What went wrong last at a socket's endpoints and has not been made good: for errors that are to say why. Any thread. */
final class Trouble {
    private volatile @Nullable SocketEvent last;
    private volatile boolean isRefused;
    private volatile int breaks;
    private final Supplier<String> lastEndpoint;

    /** {@code lastEndpoint} is where the socket was bound or connected last; empty if nowhere. */
    Trouble(Supplier<String> lastEndpoint) {
        this.lastEndpoint = lastEndpoint;
    }

    /** Events of an endpoint come from one thread at a time; those of several are in some order. */
    @SuppressWarnings(
            "NonAtomicVolatileUpdate") // a break more or less of two endpoints at the same moment is still a break
    void note(SocketEvent event) {
        switch (event.type()) {
            case HANDSHAKE_SUCCEEDED -> {
                last = null;
                isRefused = false;
            }
            case HANDSHAKE_FAILED, HANDSHAKE_FAILED_AUTH -> {
                last = event;
                CloseReason reason = event.reason();
                isRefused = reason != null && !reason.retry();
            }
            case DISCONNECTED -> {
                if (event.reason() != CloseReason.NO_REPLY) {
                    last = event;
                    breaks++;
                }
            }
            case CONNECT_RETRIED, CLOSED -> {
                if (!event.detail().isEmpty() || last == null) {
                    last = event;
                }
            }
            default -> {}
        }
    }

    /** Where it happened; if nothing is wrong, where a peer is expected; null if nowhere. */
    @Nullable
    String endpoint() {
        SocketEvent event = last;
        String expected = event == null ? lastEndpoint.get() : event.endpoint();
        return expected.isEmpty() ? null : expected;
    }

    /** In words; null if nothing is wrong. */
    @Nullable
    String sentence() {
        SocketEvent event = last;
        if (event == null) {
            return null;
        }
        return event.detail().isEmpty() ? String.valueOf(event.reason()) : event.detail();
    }

    /** How often a connection has ended. */
    int breaks() {
        return breaks;
    }

    /** Why nobody could be asked. */
    Reason whyNobody() {
        return isRefused ? Reason.REFUSED : Reason.NO_PEER;
    }
}
