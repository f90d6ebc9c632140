package io.zmq4j.transport.udp;

import io.zmq4j.message.Message;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** How a message stands in a datagram. Without state; without I/O. */
interface Layout {
    /** Most bytes of a datagram, in either direction, as in libzmq. */
    int LARGEST = 8192;

    /**
     * Puts a message, where there is room for {@link #LARGEST} bytes.
     *
     * @return where it goes; null if it is too large, or none that can go
     */
    @Nullable
    InetSocketAddress put(Message message, ByteBuffer into);

    /** The message of a datagram; null if that is malformed. */
    @Nullable
    Message get(ByteBuffer datagram, InetSocketAddress sender);
}
