package io.zmq4j.socket;

import io.zmq4j.endpoint.Acceptor;
import io.zmq4j.endpoint.Dialer;
import io.zmq4j.loop.Headroom;
import io.zmq4j.options.OptionValues;
import io.zmq4j.transport.Endpoint;
import io.zmq4j.transport.EndpointText;
import io.zmq4j.transport.Listener;
import io.zmq4j.transport.OpenEndpoint;
import io.zmq4j.transport.Transport;
import io.zmq4j.zmtp.SocketType;
import java.io.IOException;

/** A transport over wires: what is bound accepts connections, what is connected dials. */
final class WireScheme<E extends Endpoint> implements Scheme<E> {
    private final Transport<E> transport;

    WireScheme(Transport<E> transport) {
        this.transport = transport;
    }

    @Override
    public E parse(EndpointText text) {
        return transport.parse(text);
    }

    @Override
    public OpenEndpoint bind(SocketCore socket, E endpoint, OptionValues options) {
        // Before anything is bound: a context that is closing has no loop to give.
        socket.loop();
        Headroom.need();
        return acceptor(socket, transport.listen(endpoint, options), options);
    }

    /** A listener that nobody has is closed: its address would be taken for good. */
    private Acceptor<E> acceptor(SocketCore socket, Listener listener, OptionValues options) {
        Acceptor<E> made = null;
        try {
            made = new Acceptor<>(socket, transport, listener, options);
            return made;
        } finally {
            if (made == null) {
                try {
                    listener.close();
                } catch (IOException e) {
                    // Why there is none is thrown.
                }
            }
        }
    }

    @Override
    public boolean carries(SocketType.Speech speech) {
        return speech != SocketType.Speech.DATAGRAMS;
    }

    @Override
    public boolean isExposed(String bound) {
        return transport.isExposed(bound);
    }

    @Override
    public int port(String bound) {
        return transport.port(bound);
    }

    @Override
    public OpenEndpoint connect(SocketCore socket, E endpoint, OptionValues options) {
        return new Dialer<>(socket, transport, endpoint, options);
    }
}
