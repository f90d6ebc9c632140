package io.zmq4j.socket;

import io.zmq4j.event.SocketEvent;
import io.zmq4j.zmtp.CloseReason;
import org.jspecify.annotations.Nullable;

/** libzmq's numbers for what happens, where they are not those of {@link SocketEvent.Type}. */
final class MonitorNumbers {
    /** How much is queued for a peer and from it; in version 2 alone. */
    static final long PIPES_STATS = 0x10000;

    /** A handshake failed for no reason that is the peer's words. */
    private static final int HANDSHAKE_FAILED_NO_DETAIL = 0x0800;

    // What a peer said that it may not: the values of HANDSHAKE_FAILED.
    private static final int UNEXPECTED_COMMAND = 0x1000_0001;
    private static final int MALFORMED_COMMAND = 0x1000_0011;
    private static final int MALFORMED_MESSAGE = 0x1000_0012;
    private static final int INVALID_METADATA = 0x1000_0018;
    private static final int MECHANISM_MISMATCH = 0x1100_0002;

    private MonitorNumbers() {}

    static int event(SocketEvent event) {
        return event.type() == SocketEvent.Type.HANDSHAKE_FAILED && protocolError(event.reason()) == 0
                ? HANDSHAKE_FAILED_NO_DETAIL
                : event.type().number();
    }

    static long value(SocketEvent event) {
        return event.type() == SocketEvent.Type.HANDSHAKE_FAILED ? protocolError(event.reason()) : event.value();
    }

    private static int protocolError(@Nullable CloseReason reason) {
        if (reason == null) {
            return 0;
        }
        return switch (reason) {
            case UNEXPECTED_COMMAND -> UNEXPECTED_COMMAND;
            case MALFORMED_COMMAND -> MALFORMED_COMMAND;
            case MALFORMED_FRAME -> MALFORMED_MESSAGE;
            // libzmq finds a wrong socket type among the metadata.
            case INVALID_METADATA, INCOMPATIBLE_SOCKET_TYPE -> INVALID_METADATA;
            case MECHANISM_MISMATCH -> MECHANISM_MISMATCH;
            default -> 0;
        };
    }
}
