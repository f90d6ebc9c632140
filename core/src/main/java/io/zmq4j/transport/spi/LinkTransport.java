package io.zmq4j.transport.spi;

import io.zmq4j.zmtp.SocketType;
import java.util.Set;

/** A transport without connections. Has no state; safe for any thread. */
public interface LinkTransport {
    /** What stands before {@code ://} in its endpoints. */
    Set<String> schemes();

    /** Whether a socket of this type may use it so; others are refused. Types of other makers may come as well. */
    boolean accepts(SocketType type, Use use);

    /**
     * Reads an endpoint of one of its schemes, without I/O.
     *
     * @param use what for; a transport for which it is the same need not look
     * @throws io.zmq4j.error.EndpointException with what is wrong and what is allowed
     */
    LinkEndpoint parse(String endpoint, Use use);

    /** The port of what is bound there, as {@link Link#endpoint} says; -1 if there is no such thing. */
    default int port(String endpoint) {
        return -1;
    }
}
