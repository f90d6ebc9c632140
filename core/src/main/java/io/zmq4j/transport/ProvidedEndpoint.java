package io.zmq4j.transport;

import io.zmq4j.error.EndpointException;
import io.zmq4j.options.OptionValues;
import io.zmq4j.transport.spi.Link;
import io.zmq4j.transport.spi.LinkEndpoint;
import io.zmq4j.transport.spi.LinkHost;
import io.zmq4j.transport.spi.LinkTransport;
import io.zmq4j.transport.spi.Use;
import io.zmq4j.zmtp.SocketType;
import java.io.IOException;

/** An endpoint of a transport from another module: {@code epgm://eth0;239.192.1.1:5555}. */
public record ProvidedEndpoint(LinkTransport transport, Use use, LinkEndpoint endpoint) implements Endpoint {
    /**
     * Opens it.
     *
     * @throws EndpointException if it cannot be opened, or not by a socket of this type
     */
    public Link open(SocketType type, OptionValues options, LinkHost host) {
        if (!transport.accepts(type, use)) {
            throw new EndpointException("Endpoint \"" + this + "\": not for a " + type + " socket to "
                    + (use == Use.BIND ? "bind" : "connect") + "; allowed: "
                    + SocketType.values().stream()
                            .filter(other -> transport.accepts(other, use))
                            .toList());
        }
        try {
            return endpoint.open(type, options, host);
        } catch (IOException e) {
            throw new EndpointException("Endpoint \"" + this + "\": " + e.getMessage(), e);
        }
    }

    @Override
    public String toString() {
        return endpoint.toString();
    }
}
