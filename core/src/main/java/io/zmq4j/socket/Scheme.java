package io.zmq4j.socket;

import io.zmq4j.options.OptionValues;
import io.zmq4j.transport.Endpoint;
import io.zmq4j.transport.EndpointText;
import io.zmq4j.transport.OpenEndpoint;
import io.zmq4j.zmtp.SocketType;

/**
 * How a socket binds and connects the endpoints of one scheme. Has no state; safe for any thread.
 *
 * @param <E> the scheme's endpoints
 */
interface Scheme<E extends Endpoint> {
    /**
     * Reads an endpoint; takes nothing for it.
     *
     * @throws io.zmq4j.error.EndpointException with what is wrong and what is allowed
     */
    E parse(EndpointText text);

    /**
     * Binds; it has not started yet.
     *
     * @throws io.zmq4j.error.EndpointException if it cannot be bound
     */
    OpenEndpoint bind(SocketCore socket, E endpoint, OptionValues options);

    /**
     * Connects; it has not started yet.
     *
     * @throws io.zmq4j.error.EndpointException if it cannot be connected
     */
    OpenEndpoint connect(SocketCore socket, E endpoint, OptionValues options);

    /** Whether a socket can use it whose messages travel like this. */
    boolean carries(SocketType.Speech speech);

    /** Whether what is bound at this endpoint, with its real port, is reached from other machines as well. */
    default boolean isExposed(String bound) {
        return false;
    }

    /** The port of what is bound at this endpoint, with its real port; -1 if there is no such thing. */
    default int port(String bound) {
        return -1;
    }

    /** Whether a second connection to the same place is one more, whatever the socket's type says. */
    default boolean alwaysConnects() {
        return false;
    }
}
