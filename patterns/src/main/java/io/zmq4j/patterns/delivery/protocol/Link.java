package io.zmq4j.patterns.delivery.protocol;

import io.zmq4j.message.Message;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * This side's end of a session with one peer, or of the wish for one.
 *
 * @param <S> what this side keeps for it while it is open
 */
public final class Link<S> {
    /**
     * How it stands.
     *
     * <pre>{@code
     *  of a side that has connected:
     *
     *            connected              READY
     *   ABSENT ------------> GREETING --------> OPEN
     *     ^ ^    sends HELLO  |   ^              |
     *     | |     broken      |   | after a while|  BYE, silence,
     *     | +-----------------+   |              |  a command that breaks the rules
     *     |                   |   |              |
     *     |       broken      +-> RESTING <------+
     *     +------------------------ |            |
     *     +--------------------------------------+
     *                       broken
     *
     *  of a side that is bound:
     *
     *    HELLO            broken, BYE, silence, another HELLO,
     *   --------> OPEN ------------------------------------------> ENDED
     *                     a command that breaks the rules
     * }</pre>
     */
    enum State {
        /** There is no connection. */
        ABSENT,
        /** There is a connection; this side waits before it begins anew. */
        RESTING,
        /** HELLO was sent. */
        GREETING,
        /** Both sides know each other. */
        OPEN,
        /** Forgotten here. */
        ENDED
    }

    final Route route;

    /** How this side introduces itself here. */
    final Introduction own;

    State state;
    int session;
    /** When the state was entered, or, while it is OPEN, when something came last. */
    long sinceNanos;

    /** When something was sent last. */
    long spokeNanos;

    /** How long this side may be silent; of an open link. */
    long patienceNanos;

    private @Nullable S side;

    private @Nullable UUID peerId;

    Link(Route route, Introduction own, State state, int session) {
        this.route = route;
        this.own = own;
        this.state = state;
        this.session = session;
    }

    void open(S opened, Introduction peer, long nowNanos) {
        side = opened;
        peerId = peer.id();
        state = State.OPEN;
        sinceNanos = nowNanos;
        patienceNanos = peer.silenceNanos() / 3;
    }

    /** What this side kept for it, which is over now; null if it was not open. */
    @Nullable
    S leave(State next, long nowNanos) {
        S left = side;
        side = null;
        state = next;
        sinceNanos = nowNanos;
        return left;
    }

    S side() {
        return Objects.requireNonNull(side, "only an open link has a side");
    }

    /** Who is there, or was there last; null if nobody ever was. */
    @Nullable
    UUID peerId() {
        return peerId;
    }

    /** A command of this session on its way. */
    Outgoing outgoing(Supplier<Message> command, long nowNanos) {
        spokeNanos = nowNanos;
        return new Outgoing(route, command);
    }
}
