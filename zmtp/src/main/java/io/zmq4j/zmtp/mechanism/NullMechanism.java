package io.zmq4j.zmtp.mechanism;

import io.zmq4j.zmtp.CloseReason;
import io.zmq4j.zmtp.wire.Command;
import io.zmq4j.zmtp.wire.Metadata;
import io.zmq4j.zmtp.wire.Printable;
import io.zmq4j.zmtp.wire.ProtocolException;
import java.util.Objects;

/**
 * No security: READY each way and that is all (RFC 37, "The NULL Security Mechanism").
 *
 * <p>RFC 37 lets the connecting side speak first, RFC 23 has both sides send before they receive. Sending at once and
 * accepting READY whenever it comes satisfies peers of either kind.
 */
public final class NullMechanism implements Mechanism {
    public static final String NAME = "NULL";

    private final Metadata own;

    public NullMechanism(Metadata own) {
        this.own = Objects.requireNonNull(own, "own");
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Step start() {
        return Step.sending(Command.of(Command.READY, own.encode()));
    }

    @Override
    public Step receive(Command command) throws ProtocolException {
        Objects.requireNonNull(command, "command");
        if (!command.name().equals(Command.READY)) {
            throw new ProtocolException(
                    CloseReason.UNEXPECTED_COMMAND,
                    "command %s came where READY belongs".formatted(Printable.text(command.name())));
        }
        return Step.done(Metadata.parse(command.body(), command.dataOffset()));
    }
}
