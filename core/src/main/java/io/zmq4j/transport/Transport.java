package io.zmq4j.transport;

import io.zmq4j.options.OptionValues;
import io.zmq4j.options.SocketOptions;
import java.io.IOException;
import java.net.SocketAddress;
import java.nio.channels.SocketChannel;
import java.util.List;

/**
 * Opens byte links for one scheme. Does not retry and does not frame. Every channel it gives is in non-blocking mode
 * from its first moment: then an interrupt ends a wait and never a connection. Safe for any thread.
 *
 * @param <E> the scheme's endpoints
 */
public interface Transport<E extends Endpoint> {
    /** More than any system allows; the virtual machine takes 0 for 50. */
    int MOST_WAITING = 65_535;

    /** How many connections may wait to be accepted, as a channel wants to be told. */
    static int backlog(OptionValues options) {
        int asked = options.get(SocketOptions.BACKLOG);
        return asked == 0 ? MOST_WAITING : asked;
    }

    /**
     * Listens.
     *
     * @throws io.zmq4j.error.EndpointException if it cannot
     */
    Listener listen(E endpoint, OptionValues options);

    /** Whether {@link #resolve} asks somebody, and may block. */
    boolean looksUp(E endpoint);

    /** The addresses of an endpoint, to be tried in this order. For a worker's thread if it may block. */
    List<SocketAddress> resolve(E endpoint, OptionValues options) throws IOException;

    /** A channel for a connection to this address, configured; its connect has been started. */
    SocketChannel connect(E endpoint, SocketAddress address, OptionValues options) throws IOException;

    /** An address for people and events. */
    String describe(SocketAddress address);
}
