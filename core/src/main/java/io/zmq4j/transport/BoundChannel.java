package io.zmq4j.transport;

import java.io.IOException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

/** What is special about one scheme's bound channels. */
public interface BoundChannel {
    /** In non-blocking mode. */
    ServerSocketChannel channel();

    /** The endpoint as it is bound, with the real port or path. */
    String endpoint();

    /** Configures a connection that was accepted. */
    void configure(SocketChannel accepted) throws IOException;

    /** Closes the channel and removes what binding created. */
    void close() throws IOException;
}
