package io.zmq4j.gssapi;

import io.zmq4j.zmtp.CloseReason;
import io.zmq4j.zmtp.mechanism.Verdict;
import io.zmq4j.zmtp.wire.Command;
import io.zmq4j.zmtp.wire.Printable;
import io.zmq4j.zmtp.wire.ProtocolException;

/** How a handshake ends that does not complete, by whose fault it is. */
final class Refusals {
    private Refusals() {}

    /**
     * This side has no ticket, no key, or no KDC that answers: that may be otherwise in a while, so a connecting side tries again
     * (status 300).
     */
    static ProtocolException ofOurs(String what, Exception why) {
        return new ProtocolException(
                CloseReason.AUTHENTICATION_FAILED, what + ": " + message(why), Verdict.Status.TEMPORARY_ERROR.number());
    }

    /** The peer has not proved to be who it should be. */
    static ProtocolException ofPeer(String detail) {
        return new ProtocolException(
                CloseReason.AUTHENTICATION_FAILED, detail, Verdict.Status.AUTHENTICATION_FAILURE.number());
    }

    static ProtocolException malformed(String detail) {
        return new ProtocolException(CloseReason.MALFORMED_COMMAND, detail);
    }

    static ProtocolException unexpected(Command command, String expected) {
        return new ProtocolException(
                CloseReason.UNEXPECTED_COMMAND,
                "command %s came where %s belongs".formatted(Printable.text(command.name()), expected));
    }

    /** Some of it may be the peer's. */
    static String message(Exception why) {
        return Printable.text(why.getMessage() == null ? why.getClass().getSimpleName() : why.getMessage());
    }
}
