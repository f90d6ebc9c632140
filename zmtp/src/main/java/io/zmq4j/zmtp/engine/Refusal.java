package io.zmq4j.zmtp.engine;

import io.zmq4j.zmtp.CloseReason;
import io.zmq4j.zmtp.mechanism.Verdict;
import io.zmq4j.zmtp.wire.Command;
import io.zmq4j.zmtp.wire.Printable;
import io.zmq4j.zmtp.wire.ProtocolException;
import io.zmq4j.zmtp.wire.Unsigned;

/** A peer that may not come in, and what an ERROR of the peer means: the end, in words that may be logged. */
final class Refusal {
    private Refusal() {}

    /**
     * Of a peer, by somebody's verdict: told as the status alone, in words that common implementations understand, and not at all if
     * it may try again, for a peer that is told does not.
     */
    static ProtocolException of(Verdict verdict, ControlSender control) {
        int status = verdict.status().number();
        if (verdict.status() != Verdict.Status.TEMPORARY_ERROR) {
            control.send(Command.of(Command.ERROR, Command.prefix(String.valueOf(status)))
                    .frame());
            control.trace("sent ERROR " + status);
        }
        return new ProtocolException(
                CloseReason.AUTHENTICATION_FAILED,
                "the peer may not come in: %d \"%s\"".formatted(status, Printable.text(verdict.reason())),
                status);
    }

    /**
     * Of us, by the peer (RFC 37, "Error Handling"). A reason that is cut or missing is taken as far as it goes: a malformed refusal is still
     * one.
     */
    static ProtocolException by(Command error, ControlSender control) {
        String reason = "";
        if (error.dataSize() > 0) {
            int declared = Unsigned.uint8(error.body(), error.dataOffset());
            reason = Printable.text(error.body(), error.dataOffset() + 1, Math.min(declared, error.dataSize() - 1));
        }
        control.trace("received ERROR " + reason);
        int status = status(reason);
        if (status != 0) {
            return new ProtocolException(
                    CloseReason.AUTHENTICATION_FAILED, "the peer does not let us in: %d".formatted(status), status);
        }
        return new ProtocolException(CloseReason.REFUSED_BY_PEER, "the peer refused us: \"%s\"".formatted(reason));
    }

    private static int status(String reason) {
        for (Verdict.Status status : Verdict.Status.values()) {
            if (status != Verdict.Status.SUCCESS && reason.equals(String.valueOf(status.number()))) {
                return status.number();
            }
        }
        return 0;
    }
}
