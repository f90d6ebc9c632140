package io.zmq4j.transport;

import io.zmq4j.options.OptionValues;
import io.zmq4j.options.SocketOptions;
import io.zmq4j.zmtp.SocketType;
import io.zmq4j.zmtp.engine.Engine;
import io.zmq4j.zmtp.engine.EngineOptions;
import io.zmq4j.zmtp.engine.RawEngine;
import io.zmq4j.zmtp.engine.ZmtpEngine;
import java.io.IOException;
import java.net.SocketAddress;
import java.util.List;

/**
 * Makes connections for one scheme, and knows what is spoken over them. Does not retry. Where these are channels, they are in non-blocking mode
 * from their first moment: then an interrupt ends a wait and never a connection. Safe for any thread.
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
     * Reads an endpoint, without I/O.
     *
     * @throws io.zmq4j.error.EndpointException with what is wrong and what is allowed
     */
    E parse(EndpointText text);

    /**
     * Listens.
     *
     * @throws io.zmq4j.error.EndpointException if it cannot
     */
    Listener listen(E endpoint, OptionValues options);

    /** Whether {@link #resolve} asks somebody, and may block. */
    boolean looksUp(E endpoint, OptionValues options);

    /** The addresses of an endpoint, to be tried in this order. For a worker's thread if it may block. */
    List<SocketAddress> resolve(E endpoint, OptionValues options) throws IOException;

    /** Begins to make a connection to this address. */
    Attempt connect(E endpoint, SocketAddress address, OptionValues options) throws IOException;

    /** Whether what is bound there, as {@link Listener#endpoint} says, is reached from other machines as well. */
    default boolean isExposed(String bound) {
        return false;
    }

    /** The port of what is bound there, as {@link Listener#endpoint} says; -1 if there is no such thing. */
    default int port(String bound) {
        return -1;
    }

    /** What is spoken over its connections. */
    default Engine.Factory protocol(EngineOptions options) {
        return options.socketType().speech() == SocketType.Speech.BYTES ? RawEngine::new : ZmtpEngine.with(options);
    }

    /** An address for people and events. */
    String describe(SocketAddress address);
}
