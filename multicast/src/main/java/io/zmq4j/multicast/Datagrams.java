package io.zmq4j.multicast;

import io.zmq4j.multicast.pgm.OutgoingPacket;
import java.io.IOException;
import java.nio.channels.SelectableChannel;

/** Sends and receives datagrams of one group, or of a source, without waiting. */
interface Datagrams {
    /**
     * What comes while nobody reads, such as during a collection of garbage, should still be there after that: 30 ms of a
     * full gigabit link. The system cuts it to what it allows.
     */
    int RECEIVE_BUFFER = 4 << 20;

    /** In non-blocking mode. */
    SelectableChannel channel();

    /** Whether there was a datagram. */
    boolean receive(Datagram into) throws IOException;

    /** Sends a packet; false if the kernel has no room for it. */
    boolean send(OutgoingPacket packet) throws IOException;

    void close();
}
