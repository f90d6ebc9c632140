package io.zmq4j.socket;

import io.zmq4j.error.EndpointException;
import io.zmq4j.options.OptionValues;
import io.zmq4j.options.SocketOptions;
import io.zmq4j.session.LinkSession;
import io.zmq4j.transport.EndpointText;
import io.zmq4j.transport.OpenEndpoint;
import io.zmq4j.transport.ProvidedEndpoint;
import io.zmq4j.transport.spi.LinkTransport;
import io.zmq4j.zmtp.mechanism.NullMechanism;

/** A transport from another module, without connections: what is bound and what is connected is one link. */
record LinkScheme(LinkTransport transport) implements Scheme<ProvidedEndpoint> {
    @Override
    public ProvidedEndpoint parse(EndpointText text) {
        return new ProvidedEndpoint(transport, text.use(), transport.parse(text.whole(), text.use()));
    }

    @Override
    public OpenEndpoint bind(SocketCore socket, ProvidedEndpoint endpoint, OptionValues options) {
        return open(socket, endpoint, options);
    }

    @Override
    public OpenEndpoint connect(SocketCore socket, ProvidedEndpoint endpoint, OptionValues options) {
        return open(socket, endpoint, options);
    }

    private static OpenEndpoint open(SocketCore socket, ProvidedEndpoint endpoint, OptionValues options) {
        String mechanism = options.get(SocketOptions.SECURITY).mechanism();
        if (!mechanism.equals(NullMechanism.NAME)) {
            throw new EndpointException("Endpoint \"" + endpoint + "\" cannot be opened with SECURITY " + mechanism
                    + ": the transport knows no handshake; only NULL is possible");
        }
        // Before anything is opened: a context that is closing has no loop to give.
        socket.loop();
        return new LinkSession(socket, endpoint, options);
    }
}
