package io.zmq4j.zmtp.mechanism;

import io.zmq4j.zmtp.wire.Command;
import io.zmq4j.zmtp.wire.Metadata;
import io.zmq4j.zmtp.wire.ProtocolException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One side of one connection's security handshake (RFC 37, "Authentication and Confidentiality"). Pure: it is given
 * the peer's commands and says what to send. An ERROR from the peer never comes here, it ends the connection.
 */
public interface Mechanism {
    /** The name in the greeting: up to 20 characters. */
    String name();

    /** What to send when both greetings are there, before the peer says anything. */
    Step start();

    /** The peer's next command. */
    Step receive(Command command) throws ProtocolException;

    /**
     * What comes of a command.
     *
     * @param send commands to send, in order
     * @param peer the peer's metadata, with which the handshake is complete; null while it is not
     */
    record Step(List<Command> send, @Nullable Metadata peer) {}
}
