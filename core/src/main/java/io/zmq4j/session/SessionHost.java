package io.zmq4j.session;

import io.zmq4j.connection.BufferPool;
import io.zmq4j.event.SocketEvent;
import io.zmq4j.options.OptionValues;
import io.zmq4j.outbox.OutboxHost;
import io.zmq4j.pipe.Far;
import io.zmq4j.pipe.PipeEnd;
import io.zmq4j.transport.OpenEndpoint;
import io.zmq4j.zap.ZapRequest;
import io.zmq4j.zmtp.CloseReason;
import io.zmq4j.zmtp.SocketType;
import io.zmq4j.zmtp.mechanism.Verdict;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What a session needs of the socket it works for. Safe for any thread, never blocks. */
public interface SessionHost extends OutboxHost {
    SocketType type();

    /** Whether its application sends. */
    boolean sends();

    /**
     * Whether its pattern says who sent a message, or sends an answer there: then {@link io.zmq4j.pipe.Pipe#RESTART} comes
     * between what one peer sent and what the one sends who takes its place.
     */
    boolean answers();

    /** Runs what may block: name look-ups. */
    Executor resolver();

    /** Runs what keeps a processor busy: a handshake's key agreements. */
    Executor workers();

    /** Whether anybody in this context decides about peers (RFC 27). */
    boolean hasDecider();

    /**
     * Asks whether a peer may come in. The answer comes once, by any thread, from inside this call as well, and must only note it.
     *
     * @return to be run when the answer is not wanted any more, or there
     */
    Runnable decide(ZapRequest request, Consumer<Verdict> answer);

    BufferPool buffers();

    /** A pipe between the socket and a session or link, not attached yet. */
    PipeEnd newPipe(Far far, OptionValues options, byte @Nullable [] assignedRoutingId);

    /** Tells listeners and monitors. */
    void event(SocketEvent event);

    /** An event could not even be made, for want of memory: counts as left out. */
    void eventLeftOut();

    /** As {@link #event}, from within a step that must not fail: throws nothing, whatever is short. */
    default void tell(
            SocketEvent.Type type,
            String endpoint,
            @Nullable String peer,
            @Nullable CloseReason reason,
            String detail,
            long value) {
        try {
            event(new SocketEvent(type, endpoint, peer, reason, detail, value));
        } catch (Error e) {
            eventLeftOut();
        }
    }

    /** Whether somebody wants {@link SocketEvent.Type#TRACE}. */
    boolean traces();

    /**
     * Whether one more peer could be taken: asked before the handshake, because a peer that is refused after it believes
     * itself connected and sends what it has into a connection that ends.
     */
    boolean takesAnotherPeer();

    /** A message came to a socket that is closed. */
    void unread();

    /** So much was lost on the way, in the transport's unit. */
    void lostInTransport(long count);

    /** An endpoint is given up for good: nothing remembers it, it may be connected again. The event that says so follows. */
    void endpointGivenUp(OpenEndpoint endpoint);

    /** An endpoint is closed, or given up for good, and all its sessions with it. */
    void endpointEnded(OpenEndpoint endpoint);
}
