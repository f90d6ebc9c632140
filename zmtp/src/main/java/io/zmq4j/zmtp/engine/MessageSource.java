package io.zmq4j.zmtp.engine;

import io.zmq4j.message.Message;
import org.jspecify.annotations.Nullable;

/** Where the outbound half takes its messages from. */
@FunctionalInterface
public interface MessageSource {
    /** The next message, or null if there is none now. */
    @Nullable
    Message poll();

    /**
     * Takes messages that are there in their encoded form already, each a {@link io.zmq4j.zmtp.wire.ShortMessage}: as many of
     * the next ones as fit into the array from a position on. Asked after a message was polled, and only for a peer that is to
     * get just that form.
     *
     * @return the position behind them; the same if there are none
     */
    default int copy(byte[] into, int at) {
        return at;
    }
}
