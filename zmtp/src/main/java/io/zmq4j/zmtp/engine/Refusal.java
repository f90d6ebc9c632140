package io.zmq4j.zmtp.engine;

import io.zmq4j.zmtp.CloseReason;
import io.zmq4j.zmtp.wire.Command;
import io.zmq4j.zmtp.wire.Printable;
import io.zmq4j.zmtp.wire.ProtocolException;
import io.zmq4j.zmtp.wire.Unsigned;

/** What an ERROR command of the peer means: the end, in words that may be logged (RFC 37, "Error Handling"). */
final class Refusal {
    private Refusal() {}

    /** A reason that is cut or missing is taken as far as it goes: a malformed refusal is still one. */
    static ProtocolException by(Command error, ControlSender control) {
        String reason = "";
        if (error.dataSize() > 0) {
            int declared = Unsigned.uint8(error.body(), error.dataOffset());
            reason = Printable.text(error.body(), error.dataOffset() + 1, Math.min(declared, error.dataSize() - 1));
        }
        control.trace("received ERROR " + reason);
        return new ProtocolException(CloseReason.REFUSED_BY_PEER, "the peer refused us: \"%s\"".formatted(reason));
    }
}
