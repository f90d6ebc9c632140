package io.zmq4j.patterns.delivery.protocol;

import org.jspecify.annotations.Nullable;

/**
 * What a sender, or a receiver, makes of its links.
 *
 * @param <S> what it keeps for each link
 */
public interface Conversation<S> {
    /** How this side introduces itself on another link. */
    Introduction introduction();

    /** A peer of the other role is there. */
    S opened(Link<S> link, Introduction peer, long nowNanos);

    /** A link is over, for whatever reason. */
    void ended(S side);

    /** Messages came; a sender gets none. */
    void received(S side, Messages messages, long nowNanos) throws MalformedCommandException;

    /** Messages were acknowledged; a receiver sends none. */
    void acknowledged(S side, Acknowledgement acknowledgement) throws MalformedCommandException;

    /** What it has to send now; null for nothing. */
    @Nullable
    Outgoing next(long nowNanos);

    /** When to ask for what there is to send again, if nothing happens before; {@link Long#MAX_VALUE} from now for never. */
    long dueNanos(long nowNanos);
}
