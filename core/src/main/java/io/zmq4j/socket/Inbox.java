package io.zmq4j.socket;

import io.zmq4j.event.Peer;
import io.zmq4j.event.Received;
import io.zmq4j.message.Message;
import io.zmq4j.pattern.Pattern;
import io.zmq4j.pipe.PipeEnd;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/**
 * What a socket's application receives, in this order: what was put back, what is {@linkplain ReadAhead read ahead}, what the
 * pattern has. Guarded by the socket's lock; what is read ahead can be taken without it, and there is none of that while
 * anything is put back.
 */
final class Inbox {
    /** A bound against a peer that sends as fast as we count. */
    private static final int MOST_READABLE = 1_000_000;

    private final Pattern pattern;
    private final ReadAhead ahead;
    private final ArrayDeque<Received> putBack = new ArrayDeque<>();

    /**
     * Whether a flood may be read ahead: receiving only takes messages, none replaces another, and all peers so far came over
     * a wire (see {@link ReadAhead}, "Refused").
     */
    private boolean readsAhead;

    Inbox(Pattern pattern, ReadAhead ahead, boolean readsAhead) {
        this.pattern = pattern;
        this.ahead = ahead;
        this.readsAhead = readsAhead;
    }

    /** One more peer. */
    void onPeer(PipeEnd pipe) {
        readsAhead &= pipe.hasWire() && !pipe.conflates();
    }

    /** The next message, or null; {@code sender}: see {@link ReadAhead#receive}. */
    @Nullable
    Message receive(@Nullable Peer @Nullable [] sender) {
        if (!putBack.isEmpty()) {
            Received first = putBack.poll();
            if (sender != null) {
                sender[0] = first.peer();
            }
            return first.message();
        }
        return readsAhead ? ahead.receive(pattern, sender) : pattern.tryReceive(sender, 0);
    }

    /** The next message and who sent it, or null. */
    @Nullable
    Received receiveFrom() {
        return putBack.isEmpty() ? ahead.receiveFrom(pattern, readsAhead) : putBack.poll();
    }

    /** It comes next. */
    void putBack(Received received) {
        putBack.addFirst(received);
        // In this order: it was received before what was read ahead.
        giveBack();
    }

    /** Nothing is read ahead any more: before something else is done with the pattern than to receive. */
    void giveBack() {
        ahead.drainTo(putBack);
    }

    /** After that: forgets what the pattern would not take any more. */
    void sift() {
        if (!putBack.isEmpty()) {
            putBack.removeIf(received -> !pattern.stillTakes(received.message()));
        }
    }

    boolean hasMessage() {
        return !ahead.isEmpty() || !putBack.isEmpty() || pattern.canReceive();
    }

    /** How many messages have left their pipes and were not received. */
    long readAhead() {
        return (long) ahead.size() + putBack.size() + pattern.readAhead();
    }

    /**
     * Takes out all that could be received, and gives how much that was; what is behind it is counted for each pipe. Of
     * subscriptions nothing is counted, as nobody misses them.
     */
    long takeUnread(boolean areSubscriptions) {
        giveBack();
        long count = putBack.size();
        putBack.clear();
        while (!areSubscriptions && count < MOST_READABLE && pattern.canReceive()) {
            if (pattern.tryReceive() != null) {
                count++;
            }
        }
        return count;
    }
}
