package io.zmq4j.socket;

import io.zmq4j.error.EndpointException;
import io.zmq4j.options.OptionValues;
import io.zmq4j.options.SocketOptions;
import io.zmq4j.transport.DirectoryEndpoint;
import io.zmq4j.transport.EndpointText;
import io.zmq4j.transport.OpenEndpoint;
import io.zmq4j.transport.spi.DirectoryProvider;
import io.zmq4j.zmtp.SocketType;

/** What says where the peers are, and is no place itself. */
record DirectoryScheme(DirectoryProvider provider) implements Scheme<DirectoryEndpoint> {
    @Override
    public DirectoryEndpoint parse(EndpointText text) {
        if (text.isBind()) {
            throw text.wrong("it says where others are", "to connect it; to bind an address, such as tcp://*:5555");
        }
        return new DirectoryEndpoint(provider.parse(text.whole()));
    }

    @Override
    public OpenEndpoint bind(SocketCore socket, DirectoryEndpoint endpoint, OptionValues options) {
        throw new AssertionError(endpoint);
    }

    @Override
    public OpenEndpoint connect(SocketCore socket, DirectoryEndpoint endpoint, OptionValues options) {
        return open(socket, endpoint, options);
    }

    /** Its peers are tcp endpoints, or others that stand in a list. */
    @Override
    public boolean carries(SocketType.Speech speech) {
        return speech != SocketType.Speech.DATAGRAMS;
    }

    static OpenEndpoint open(SocketCore socket, DirectoryEndpoint endpoint, OptionValues options) {
        if (options.getOrDefault(SocketOptions.CONNECT_ROUTING_ID).length > 0) {
            throw new EndpointException("Endpoint \"" + EndpointText.shortened(endpoint.toString())
                    + "\" cannot be connected with a CONNECT_ROUTING_ID: that is for one peer, and this may be many");
        }
        return new DirectoryConnection(socket, endpoint, options);
    }
}
