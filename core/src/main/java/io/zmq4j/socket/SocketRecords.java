package io.zmq4j.socket;

import io.zmq4j.event.SocketEvent;
import io.zmq4j.jfr.ConnectionEvents;
import io.zmq4j.jfr.Interval;
import io.zmq4j.jfr.JfrEvents;
import io.zmq4j.jfr.Site;
import io.zmq4j.pipe.FarName;
import io.zmq4j.pipe.PipeEnd;
import io.zmq4j.pipe.PipeQueue;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What one socket tells Flight Recorder. Any thread; never blocks, throws nothing. */
final class SocketRecords {
    /** Of a pattern that belongs to no socket. */
    static final SocketRecords NONE = new SocketRecords(JfrEvents.NONE, 0, () -> "", () -> "", () -> "", () -> 0);

    private final JfrEvents events;
    private final long socketId;
    private final Supplier<String> title;
    private final Supplier<String> mechanism;
    private final IntSupplier peers;
    private final Supplier<Site> whole;

    /**
     * @param lastEndpoint where the socket was bound or connected last; empty if nowhere
     * @param mechanism that its handshakes have
     */
    SocketRecords(
            JfrEvents events,
            long socketId,
            Supplier<String> title,
            Supplier<String> lastEndpoint,
            Supplier<String> mechanism,
            IntSupplier peers) {
        this.events = events;
        this.socketId = socketId;
        this.title = title;
        this.mechanism = mechanism;
        this.peers = peers;
        this.whole = () -> site(lastEndpoint.get(), null);
    }

    private Site site(String endpoint, @Nullable String peer) {
        return new Site(socketId, title.get(), endpoint, peer == null ? "" : peer);
    }

    void hear(SocketEvent event) {
        ConnectionEvents to = events.connections();
        if (to == null) {
            return;
        }
        try {
            tell(to, event, site(event.endpoint(), event.peer()));
        } catch (Throwable e) {
            // There is no memory for its words.
        }
    }

    private void tell(ConnectionEvents to, SocketEvent event, Site site) {
        String reason = event.reason() == null ? "" : event.reason().name();
        switch (event.type()) {
            case CONNECT_DELAYED -> to.connecting(site);
            case CONNECTED -> to.connected(site, false);
            case ACCEPTED -> to.connected(site, true);
            case HANDSHAKE_SUCCEEDED -> to.shookHands(site, mechanism(event.endpoint()), "", event.detail());
            case HANDSHAKE_FAILED, HANDSHAKE_FAILED_AUTH ->
                to.shookHands(site, mechanism(event.endpoint()), reason, event.detail());
            case DISCONNECTED -> to.disconnected(site, reason, event.detail());
            case CONNECT_RETRIED -> to.waiting(site, event.value(), reason, event.detail());
            case CLOSED -> to.closed(site);
            case DROPPED -> events.dropped(site, event.detail(), event.value());
            default -> {}
        }
    }

    private String mechanism(String endpoint) {
        return endpoint.startsWith("inproc:") ? "" : mechanism.get();
    }

    /** A thread is about to block; null if nobody wants to know for how long. */
    @Nullable
    Interval waits(Waiters.Kind kind) {
        return switch (kind) {
            case SENDER -> events.slowSend(whole, peers);
            case RECEIVER -> events.slowReceive(whole, peers);
            case WATCHER -> null;
        };
    }

    /** As {@link io.zmq4j.pipe.PipeOwner#isFull}. */
    @Nullable
    Interval isFull(PipeEnd pipe, PipeQueue queue) {
        if (!events.isTelling()) {
            return null;
        }
        try {
            String name = queue == pipe.outbound() ? "send" : "receive";
            return events.queueFull(() -> site(pipe), name, queue.highWaterMark());
        } catch (Throwable e) {
            // There is no memory to make the lambda, or to link it, which then stays broken.
            return null;
        }
    }

    /** As {@link io.zmq4j.pipe.PipeOwner#isStalled}. */
    @Nullable
    Interval isStalled(PipeEnd pipe) {
        if (!events.isTelling()) {
            return null;
        }
        try {
            return events.flushStall(() -> site(pipe));
        } catch (Throwable e) {
            // As above.
            return null;
        }
    }

    private Site site(PipeEnd pipe) {
        FarName name = pipe.name();
        return site(name.endpoint(), name.address());
    }
}
