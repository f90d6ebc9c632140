package io.zmq4j.multicast;

import io.zmq4j.error.EndpointException;
import io.zmq4j.transport.spi.LinkEndpoint;
import io.zmq4j.transport.spi.LinkTransport;
import io.zmq4j.zmtp.SocketType;
import java.util.EnumSet;
import java.util.Set;

/** PGM in UDP, {@code epgm://}; and {@code pgm://}, to say why that cannot be. */
public final class EpgmTransport implements LinkTransport {
    private static final String RAW = "pgm";

    @Override
    public Set<String> schemes() {
        return Set.of(EpgmEndpoint.SCHEME, RAW);
    }

    @Override
    public Set<SocketType> socketTypes() {
        return EnumSet.of(SocketType.PUB, SocketType.SUB, SocketType.XPUB, SocketType.XSUB);
    }

    @Override
    public LinkEndpoint parse(String endpoint) {
        if (endpoint.startsWith(RAW + "://")) {
            throw new EndpointException(
                    "Endpoint \"" + endpoint + "\": PGM straight on IP needs raw sockets, which Java"
                            + " does not have; allowed: PGM in UDP, e" + endpoint);
        }
        return EpgmEndpoint.parse(endpoint);
    }
}
