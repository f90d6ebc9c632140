package io.zmq4j.zmtp.mechanism;

import io.zmq4j.zmtp.CloseReason;
import io.zmq4j.zmtp.wire.Command;
import io.zmq4j.zmtp.wire.Metadata;
import io.zmq4j.zmtp.wire.Printable;
import io.zmq4j.zmtp.wire.ProtocolException;
import java.util.List;
import java.util.Objects;

/**
 * No security: READY each way and that is all (RFC 37, "The NULL Security Mechanism").
 *
 * <p>RFC 37 lets the connecting side speak first, RFC 23 has both sides send before they receive. Sending at once and
 * accepting READY whenever it comes satisfies peers of either kind.
 *
 * <p>Where somebody decides about the peer, that is asked first, by the address alone, and READY held back until the answer is
 * there: a peer that has our READY begins to send. The peer's READY is not waited for, because a peer that asks as well would wait
 * for ours.
 */
public final class NullMechanism implements Mechanism {
    public static final String NAME = "NULL";

    private final Metadata own;
    private final boolean authenticates;

    public NullMechanism(Metadata own) {
        this(own, false);
    }

    /** One that asks somebody about the peer, or not. */
    public NullMechanism(Metadata own, boolean authenticates) {
        this.own = Objects.requireNonNull(own, "own");
        this.authenticates = authenticates;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Step start() {
        return authenticates ? Step.authenticating(new Admission(List.of(), this::ready)) : ready();
    }

    private Step ready() {
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
