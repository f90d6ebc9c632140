package io.zmq4j.transport.spi;

import io.zmq4j.options.OptionValues;
import io.zmq4j.zmtp.SocketType;
import java.io.IOException;

/** Where a socket binds or connects, as a value. {@code toString} gives its text. */
public interface LinkEndpoint {
    /**
     * Opens it for a socket of this type. Does not block.
     *
     * @throws IOException if the system refuses; its message is for people
     * @throws io.zmq4j.error.EndpointException if there is no such thing on this machine, such as an interface
     */
    Link open(SocketType type, OptionValues options, LinkHost host) throws IOException;
}
