package io.zmq4j.zmtp.engine;

import io.zmq4j.zmtp.mechanism.Mechanism;
import io.zmq4j.zmtp.wire.Command;
import io.zmq4j.zmtp.wire.Metadata;
import io.zmq4j.zmtp.wire.ProtocolException;

/**
 * No security, but as slow as one: on the peer's HELLO it asks, and tells the peer READY when it has the answer.
 *
 * <pre>
 *   start: send HELLO      HELLO came: ask      answer: send READY      READY came: done
 * </pre>
 */
final class ToyMechanism implements Mechanism {
    static final String NAME = "TOY";

    private final Metadata own;
    private final boolean takesEmpty;

    ToyMechanism(Metadata own) {
        this(own, false);
    }

    /** One for which a command without a name stands for HELLO, or not. */
    ToyMechanism(Metadata own, boolean takesEmpty) {
        this.own = own;
        this.takesEmpty = takesEmpty;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Step start() {
        return Step.sending(Command.of("HELLO", new byte[0]));
    }

    @Override
    public boolean takesEmptyCommands() {
        return takesEmpty;
    }

    @Override
    public Step receive(Command command) throws ProtocolException {
        if (command.name().equals("HELLO") || command.equals(Command.EMPTY)) {
            return Step.working(() -> () -> Step.sending(Command.of(Command.READY, own.encode())));
        }
        return Step.done(Metadata.parse(command.body(), command.dataOffset()));
    }
}
