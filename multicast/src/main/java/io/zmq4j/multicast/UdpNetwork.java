package io.zmq4j.multicast;

import io.zmq4j.options.OptionValues;
import java.io.IOException;
import java.net.InetAddress;

/** The networks as the system tells. */
final class UdpNetwork implements Network {
    @Override
    public LocalAddress find(EpgmEndpoint endpoint) throws IOException {
        return LocalAddress.find(endpoint);
    }

    @Override
    public boolean isThere(LocalAddress local) throws IOException {
        return local.isThere();
    }

    @Override
    public Datagrams ofSource(EpgmEndpoint endpoint, LocalAddress local, OptionValues options) throws IOException {
        return UdpDatagrams.ofSource(endpoint, local, options);
    }

    @Override
    public Datagrams ofGroup(EpgmEndpoint endpoint, LocalAddress local, OptionValues options, InetAddress group)
            throws IOException {
        return UdpDatagrams.ofGroup(endpoint, local, options, group);
    }
}
