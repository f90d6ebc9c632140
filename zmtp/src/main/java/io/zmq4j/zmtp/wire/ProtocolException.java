package io.zmq4j.zmtp.wire;

import io.zmq4j.zmtp.CloseReason;
import java.util.Objects;

/**
 * The peer broke the protocol, or a protocol timer ran out. Thrown by readers, mechanisms and the engine, caught in
 * exactly one place: where the connection is closed and the event told. Nothing else may leave the engine because of
 * what a peer sent.
 */
public final class ProtocolException extends Exception {
    private static final long serialVersionUID = 1L;

    private final CloseReason reason;
    private final int status;

    /** {@code detail} is a sentence with the offending value; text that came from the peer is escaped. */
    public ProtocolException(CloseReason reason, String detail) {
        this(reason, detail, 0);
    }

    /** With the status of RFC 27 that came of a question whether a peer may come in. */
    public ProtocolException(CloseReason reason, String detail, int status) {
        super(Objects.requireNonNull(detail, "detail"), null, false, false);
        this.reason = Objects.requireNonNull(reason, "reason");
        this.status = status;
    }

    public CloseReason reason() {
        return reason;
    }

    /** 300, 400 or 500 where a peer was not let in; else 0. */
    public int status() {
        return status;
    }
}
