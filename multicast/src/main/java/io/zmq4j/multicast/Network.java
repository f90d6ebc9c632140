package io.zmq4j.multicast;

import io.zmq4j.options.OptionValues;
import java.io.IOException;
import java.net.InetAddress;

/** The networks that this machine is in, as an endpoint sees them. They come and go. */
interface Network {
    /**
     * Where the endpoint is.
     *
     * @throws io.zmq4j.error.EndpointException if it is nowhere
     */
    LocalAddress find(EpgmEndpoint endpoint) throws IOException;

    /** Whether it is there as it was when it was found, and up. */
    boolean isThere(LocalAddress local) throws IOException;

    /** What a source sends from, and where it is sent requests for repairs. */
    Datagrams ofSource(EpgmEndpoint endpoint, LocalAddress local, OptionValues options) throws IOException;

    /** What comes to one group. */
    Datagrams ofGroup(EpgmEndpoint endpoint, LocalAddress local, OptionValues options, InetAddress group)
            throws IOException;
}
