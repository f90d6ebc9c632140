package io.zmq4j.inproc;

import io.zmq4j.transport.Endpoint;
import io.zmq4j.transport.EndpointText;

/**
 * {@code inproc://name}: another socket of the same context.
 *
 * @param name 1 to 256 bytes in UTF-8
 */
public record InprocEndpoint(String name) implements Endpoint {
    private static final int MOST_BYTES = 256;

    public static InprocEndpoint parse(EndpointText text) {
        if (text.addressBytes() > MOST_BYTES) {
            throw text.wrong("a name of " + text.addressBytes() + " bytes", "1 to " + MOST_BYTES + " bytes in UTF-8");
        }
        return new InprocEndpoint(text.address());
    }

    @Override
    public String toString() {
        return "inproc://" + name;
    }
}
