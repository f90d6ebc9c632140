package io.zmq4j.loop;

import java.nio.channels.SelectionKey;

/** What a channel's key is for. Called by the token's holder. */
public interface LoopHandler {
    /** The channel is ready for something. */
    void onReady(SelectionKey key);

    /** {@link #onReady} threw: the error must end with this channel. */
    void onError(Throwable error);

    /** The channel has another key from now on, with the same interest; what was said to the one before is said to it. */
    default void onMoved(SelectionKey key) {}
}
