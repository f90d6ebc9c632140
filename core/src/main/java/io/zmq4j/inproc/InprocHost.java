package io.zmq4j.inproc;

import io.zmq4j.event.DropCounters;
import io.zmq4j.event.SocketEvent;
import io.zmq4j.loop.Loop;
import io.zmq4j.options.OptionValues;
import io.zmq4j.pipe.PipeOwner;
import io.zmq4j.zmtp.SocketType;

/** What an endpoint within one context needs to know of its socket. Safe for any thread, never blocks. */
public interface InprocHost {
    PipeOwner pipeOwner();

    SocketType type();

    /** SNDHWM as it is now. */
    int sendHighWaterMark();

    /** RCVHWM as it is now. */
    int receiveHighWaterMark();

    boolean conflatesInbound(OptionValues endpointOptions);

    boolean conflatesOutbound(OptionValues endpointOptions);

    /** What an endpoint with these options announces, empty for nothing. */
    byte[] announcedRoutingId(OptionValues endpointOptions);

    DropCounters drops();

    /** Whether it takes no peer any more. */
    boolean isClosed();

    /** For what is to happen later. */
    Loop loop();

    /** Tells listeners and monitors. */
    void event(SocketEvent event);

    /** A connected endpoint is given up for good: nothing remembers it. The event that says so follows. */
    void endpointGivenUp(InprocConnection endpoint);

    /** A connected endpoint has come to its end. */
    void endpointEnded(InprocConnection endpoint);
}
