package io.zmq4j.socket;

import io.zmq4j.error.EndpointException;
import io.zmq4j.options.OptionValues;
import io.zmq4j.options.SocketOptions;
import io.zmq4j.session.LinkSession;
import io.zmq4j.transport.EndpointText;
import io.zmq4j.transport.OpenEndpoint;
import io.zmq4j.transport.ProvidedEndpoint;
import io.zmq4j.transport.spi.LinkTransport;
import io.zmq4j.zmtp.SocketType;
import io.zmq4j.zmtp.mechanism.NullMechanism;

/** A transport without connections: what is bound and what is connected is one link. */
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

    /** The transport itself says for which types it is. */
    @Override
    public boolean carries(SocketType.Speech speech) {
        return speech != SocketType.Speech.BYTES;
    }

    @Override
    public int port(String bound) {
        return transport.port(bound);
    }

    private static OpenEndpoint open(SocketCore socket, ProvidedEndpoint endpoint, OptionValues options) {
        String mechanism = options.get(SocketOptions.SECURITY).mechanism();
        if (!mechanism.equals(NullMechanism.NAME)) {
            throw new EndpointException("Endpoint \"" + endpoint + "\" cannot be opened with SECURITY " + mechanism
                    + ": the transport knows no handshake; only NULL is possible");
        }
        if (!socket.takesAnotherPeer()) {
            throw new EndpointException("Endpoint \"" + endpoint + "\": the " + socket.type()
                    + " socket has one already, and takes no other; allowed: another socket");
        }
        // Before anything is opened: a context that is closing has no loop to give.
        socket.loop();
        return new LinkSession(socket, endpoint, options);
    }
}
