package io.zmq4j.transport.spi;

import io.zmq4j.zmtp.SocketType;
import java.util.Set;

/** A transport from another module. Has no state; safe for any thread. */
public interface LinkTransport {
    /** What stands before {@code ://} in its endpoints. */
    Set<String> schemes();

    /** The socket types that make sense over it; others are refused. */
    Set<SocketType> socketTypes();

    /**
     * Reads an endpoint of one of its schemes, without I/O. To bind it and to connect it are the same.
     *
     * @throws io.zmq4j.error.EndpointException with what is wrong and what is allowed
     */
    LinkEndpoint parse(String endpoint);
}
