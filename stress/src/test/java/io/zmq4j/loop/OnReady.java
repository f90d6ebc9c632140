package io.zmq4j.loop;

import java.nio.channels.SelectionKey;

/** A handler that does one thing. */
record OnReady(Runnable action) implements LoopHandler {
    @Override
    public void onReady(SelectionKey key) {
        action.run();
    }

    @Override
    public void onError(Throwable error) {
        throw new AssertionError(error);
    }
}
