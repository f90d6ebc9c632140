package io.zmq4j.transport;

import io.zmq4j.zmtp.CloseReason;
import java.io.IOException;
import java.util.Objects;

/** Why a wire ended, where that is more than a connection that was lost: whether to try again depends on it. */
public final class WireException extends IOException {
    private static final long serialVersionUID = 1;

    private final CloseReason reason;

    public WireException(CloseReason reason, String detail) {
        super(Objects.requireNonNull(detail, "detail"));
        this.reason = Objects.requireNonNull(reason, "reason");
    }

    public CloseReason reason() {
        return reason;
    }
}
