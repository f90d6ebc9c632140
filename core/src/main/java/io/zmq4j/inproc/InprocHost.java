package io.zmq4j.inproc;

import io.zmq4j.event.DropCounters;
import io.zmq4j.event.SocketEvent;
import io.zmq4j.loop.Loop;
import io.zmq4j.options.OptionValues;
import io.zmq4j.pipe.PipeOwner;
import io.zmq4j.transport.OpenEndpoint;
import io.zmq4j.zmtp.CloseReason;
import io.zmq4j.zmtp.SocketType;
import org.jspecify.annotations.Nullable;

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

    /** One of its endpoints has a step to take again, and no loop for it: {@link OpenEndpoint#catchUp}. Throws nothing. */
    void isBehind();

    /** Tells listeners and monitors. */
    void event(SocketEvent event);

    /** An event could not even be made, for want of memory: counts as left out. */
    void eventLeftOut();

    /** As {@link #event}, from within a step that must not fail: throws nothing, whatever is short. */
    default void tell(SocketEvent.Type type, String endpoint, @Nullable CloseReason reason, String detail, long value) {
        try {
            event(new SocketEvent(type, endpoint, null, reason, detail, value));
        } catch (Error e) {
            eventLeftOut();
        }
    }

    /** A connected endpoint is given up for good: nothing remembers it. The event that says so follows. */
    void endpointGivenUp(OpenEndpoint endpoint);

    /** An endpoint has come to its end. */
    void endpointEnded(OpenEndpoint endpoint);
}
