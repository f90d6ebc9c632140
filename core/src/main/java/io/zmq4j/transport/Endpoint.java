package io.zmq4j.transport;

import io.zmq4j.error.EndpointException;
import io.zmq4j.transport.spi.LinkTransport;

/**
 * Where a socket binds or connects, such as {@code tcp://*:5555}. A value without I/O: names are not looked up. The
 * text of {@code toString} gives an equal endpoint when it is parsed again.
 */
public sealed interface Endpoint permits TcpEndpoint, IpcEndpoint, InprocEndpoint, ProvidedEndpoint {
    /**
     * The endpoint of a text to bind.
     *
     * @throws EndpointException with what is wrong and what is allowed
     */
    static Endpoint parseBind(String text) {
        return parse(EndpointText.split(text, EndpointText.Use.BIND));
    }

    /**
     * The endpoint of a text to connect to.
     *
     * @throws EndpointException with what is wrong and what is allowed
     */
    static Endpoint parseConnect(String text) {
        return parse(EndpointText.split(text, EndpointText.Use.CONNECT));
    }

    /** A text that may be no endpoint at all, at a length that a message can bear. */
    static String shown(String text) {
        return EndpointText.shortened(text);
    }

    private static Endpoint parse(EndpointText text) {
        return switch (text.scheme()) {
            case "tcp" -> TcpEndpoint.parse(text);
            case "ipc" -> IpcEndpoint.parse(text);
            case "inproc" -> InprocEndpoint.parse(text);
            default -> provided(text);
        };
    }

    private static Endpoint provided(EndpointText text) {
        LinkTransport transport = LinkTransports.of(text.scheme());
        if (transport == null) {
            throw text.wrong(LinkTransports.problem(text.scheme()), LinkTransports.schemes());
        }
        return new ProvidedEndpoint(transport, transport.parse(text.whole()));
    }
}
