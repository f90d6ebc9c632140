package io.zmq4j.transport;

import io.zmq4j.inproc.InprocEndpoint;
import io.zmq4j.transport.ipc.IpcEndpoint;
import io.zmq4j.transport.spi.Use;
import io.zmq4j.transport.tcp.TcpEndpoint;

/** Endpoints of the transports that are here, by their texts. */
public final class Texts {
    private Texts() {}

    public static Endpoint bound(String text) {
        return read(EndpointText.of(text, Use.BIND));
    }

    public static Endpoint connected(String text) {
        return read(EndpointText.of(text, Use.CONNECT));
    }

    private static Endpoint read(EndpointText text) {
        return switch (text.scheme()) {
            case "tcp" -> TcpEndpoint.parse(text);
            case "ipc" -> IpcEndpoint.parse(text);
            case "inproc" -> InprocEndpoint.parse(text);
            default -> throw new AssertionError(text);
        };
    }
}
