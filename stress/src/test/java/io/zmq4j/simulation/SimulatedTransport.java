package io.zmq4j.simulation;

import io.zmq4j.options.OptionValues;
import io.zmq4j.transport.Attempt;
import io.zmq4j.transport.EndpointText;
import io.zmq4j.transport.Listener;
import io.zmq4j.transport.Transport;
import io.zmq4j.transport.tcp.TcpEndpoint;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.List;

/** {@code tcp://} in a trial: over its {@link Network}. The rewriter puts it where the sockets make a TCP transport. */
public final class SimulatedTransport implements Transport<TcpEndpoint> {
    @Override
    public TcpEndpoint parse(EndpointText text) {
        return TcpEndpoint.parse(text);
    }

    @Override
    public Listener listen(TcpEndpoint endpoint, OptionValues options) {
        return Network.current().listen(endpoint.address().port());
    }

    @Override
    public boolean looksUp(TcpEndpoint endpoint, OptionValues options) {
        return false;
    }

    @Override
    public List<SocketAddress> resolve(TcpEndpoint endpoint, OptionValues options) {
        return List.of(InetSocketAddress.createUnresolved(
                endpoint.address().host(), endpoint.address().port()));
    }

    @Override
    public Attempt connect(TcpEndpoint endpoint, SocketAddress address, OptionValues options) {
        return Network.current().connect(endpoint.address().port());
    }

    @Override
    public String describe(SocketAddress address) {
        return address.toString();
    }
}
