package io.zmq4j.cli.probe;

import io.zmq4j.zmtp.CloseReason;
import io.zmq4j.zmtp.mechanism.Mechanism;
import io.zmq4j.zmtp.mechanism.NullMechanism;
import io.zmq4j.zmtp.mechanism.Security;
import io.zmq4j.zmtp.wire.Command;
import io.zmq4j.zmtp.wire.Metadata;
import io.zmq4j.zmtp.wire.Printable;
import io.zmq4j.zmtp.wire.ProtocolException;
import org.jspecify.annotations.Nullable;

/**
 * NULL without a READY of its own: it hears what the peer is, and the peer has no peer to send to. Common implementations send
 * READY before they have one.
 */
final class SilentSecurity implements Security {
    private @Nullable Metadata heard;

    /** The properties of the peer's READY; null until it has come. */
    @Nullable
    Metadata heard() {
        return heard;
    }

    @Override
    public String mechanism() {
        return NullMechanism.NAME;
    }

    @Override
    public boolean isServer() {
        return false;
    }

    @Override
    public Mechanism create(Metadata own, boolean authenticates) {
        return new Mechanism() {
            @Override
            public String name() {
                return NullMechanism.NAME;
            }

            @Override
            public Step start() {
                return Step.sending();
            }

            @Override
            public Step receive(Command command) throws ProtocolException {
                if (!command.name().equals(Command.READY)) {
                    throw new ProtocolException(
                            CloseReason.UNEXPECTED_COMMAND,
                            "command %s came where READY belongs".formatted(Printable.text(command.name())));
                }
                Metadata told = Metadata.parse(command.body(), command.dataOffset());
                heard = told;
                return Step.done(told);
            }
        };
    }
}
