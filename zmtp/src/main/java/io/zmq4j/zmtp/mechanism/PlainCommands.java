package io.zmq4j.zmtp.mechanism;

import io.zmq4j.zmtp.CloseReason;
import io.zmq4j.zmtp.wire.Command;
import io.zmq4j.zmtp.wire.Printable;
import io.zmq4j.zmtp.wire.ProtocolException;

/** The names of RFC 24's commands, and which of them belongs where. */
final class PlainCommands {
    static final String HELLO = "HELLO";
    static final String WELCOME = "WELCOME";
    static final String INITIATE = "INITIATE";

    private PlainCommands() {}

    /** Insists on a command. */
    static void expect(String name, Command command) throws ProtocolException {
        if (!command.name().equals(name)) {
            throw new ProtocolException(
                    CloseReason.UNEXPECTED_COMMAND,
                    "command %s came where %s belongs".formatted(Printable.text(command.name()), name));
        }
    }
}
