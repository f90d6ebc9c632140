package io.zmq4j.multicast;

import io.zmq4j.error.EndpointException;
import io.zmq4j.transport.spi.LinkEndpoint;
import io.zmq4j.transport.spi.LinkTransport;
import io.zmq4j.transport.spi.Use;
import io.zmq4j.zmtp.SocketType;
import java.util.Set;

/** PGM in UDP, {@code epgm://}, for which to bind and to connect are the same; and {@code pgm://}, to say why that cannot be. */
public final class EpgmTransport implements LinkTransport {
    private static final String RAW = "pgm";

    @Override
    public Set<String> schemes() {
        return Set.of(EpgmEndpoint.SCHEME, RAW);
    }

    @Override
    public boolean accepts(SocketType type, Use use) {
        return type.topics() != SocketType.Topics.NONE && !type.hasGroups();
    }

    @Override
    public LinkEndpoint parse(String endpoint, Use use) {
        if (endpoint.startsWith(RAW + "://")) {
            throw new EndpointException(
                    "Endpoint \"" + endpoint + "\": PGM straight on IP needs raw sockets, which Java"
                            + " does not have; allowed: PGM in UDP, e" + endpoint);
        }
        return EpgmEndpoint.parse(endpoint);
    }
}
