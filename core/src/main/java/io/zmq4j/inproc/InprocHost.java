package io.zmq4j.inproc;

import io.zmq4j.event.DropCounters;
import io.zmq4j.pipe.PipeOwner;
import io.zmq4j.zmtp.SocketType;

/** What a link between two sockets needs to know of each. Safe for any thread. */
public interface InprocHost {
    PipeOwner pipeOwner();

    SocketType type();

    int sendHighWaterMark();

    int receiveHighWaterMark();

    boolean conflatesInbound();

    boolean conflatesOutbound();

    DropCounters drops();

    /** What the socket announces, empty for nothing. */
    byte[] announcedRoutingId();
}
