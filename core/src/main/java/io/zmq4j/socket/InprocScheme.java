package io.zmq4j.socket;

import io.zmq4j.inproc.InprocEndpoint;
import io.zmq4j.options.OptionValues;
import io.zmq4j.transport.EndpointText;
import io.zmq4j.transport.OpenEndpoint;
import io.zmq4j.zmtp.SocketType;

/** The names within a context. */
final class InprocScheme implements Scheme<InprocEndpoint> {
    @Override
    public InprocEndpoint parse(EndpointText text) {
        return InprocEndpoint.parse(text);
    }

    @Override
    public OpenEndpoint bind(SocketCore socket, InprocEndpoint endpoint, OptionValues options) {
        return socket.context().inproc().bind(endpoint.name(), socket, options);
    }

    @Override
    public OpenEndpoint connect(SocketCore socket, InprocEndpoint endpoint, OptionValues options) {
        return socket.context().inproc().connect(endpoint.name(), socket, options);
    }

    /** Messages go as they are: there are no bytes, and no stranger who sends any. */
    @Override
    public boolean carries(SocketType.Speech speech) {
        return speech == SocketType.Speech.ZMTP;
    }

    /** As in libzmq. */
    @Override
    public boolean alwaysConnects() {
        return true;
    }
}
