package io.zmq4j.curve;

import io.zmq4j.zmtp.CloseReason;
import io.zmq4j.zmtp.mechanism.Ask;
import io.zmq4j.zmtp.mechanism.Mechanism;
import io.zmq4j.zmtp.mechanism.Verdict;
import io.zmq4j.zmtp.wire.Command;
import io.zmq4j.zmtp.wire.Printable;
import io.zmq4j.zmtp.wire.ProtocolException;
import java.util.List;

/**
 * Of a client that may not come in. It is told the status as the reason of an ERROR (RFC 26, "The ERROR Command"), or nothing if it may
 * try again: a client that was sent an ERROR does not.
 */
final class Refusal {
    private Refusal() {}

    static Mechanism.Step step(Verdict verdict) throws ProtocolException {
        String status = String.valueOf(verdict.status().number());
        var refusal = new ProtocolException(
                CloseReason.AUTHENTICATION_FAILED,
                "the client may not come in: %s \"%s\"".formatted(status, Printable.text(verdict.reason())));
        if (verdict.status() == Verdict.Status.TEMPORARY_ERROR) {
            throw refusal;
        }
        Command error = Command.of(Command.ERROR, Command.prefix(status));
        // The command goes first, and nothing is taken of the peer until the end is told.
        Ask.Work end = () -> () -> {
            throw refusal;
        };
        return new Mechanism.Step(List.of(error), end, null, null);
    }
}
