package io.zmq4j.transport.udp;

import io.zmq4j.transport.spi.LinkEndpoint;
import io.zmq4j.transport.spi.LinkTransport;
import io.zmq4j.transport.spi.Use;
import io.zmq4j.zmtp.SocketType;
import java.util.Set;

/** {@code udp://}. */
public final class UdpTransport implements LinkTransport {
    @Override
    public Set<String> schemes() {
        return Set.of(UdpEndpoint.SCHEME);
    }

    /** As in libzmq: RADIO connects, DISH and DGRAM are bound. */
    @Override
    public boolean accepts(SocketType type, Use use) {
        if (type.hasGroups()) {
            return use == (type.topics() == SocketType.Topics.PUBLISHES ? Use.CONNECT : Use.BIND);
        }
        return type.speech() == SocketType.Speech.DATAGRAMS && use == Use.BIND;
    }

    @Override
    public LinkEndpoint parse(String endpoint, Use use) {
        return UdpEndpoint.parse(endpoint, use);
    }

    @Override
    public int port(String endpoint) {
        return Integer.parseInt(endpoint.substring(endpoint.lastIndexOf(':') + 1));
    }
}
