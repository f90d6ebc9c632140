package io.zmq4j.dashboard;

import io.zmq4j.snapshot.SocketSnapshot;
import io.zmq4j.view.WatchedContext;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a process at a moment.
 *
 * @param key by which pages name it
 * @param target what the user typed
 * @param state whether it is there
 * @param trouble a sentence that says why the last look failed; null if it did not
 * @param contexts how they stood at the last look that did not fail
 * @param looks how many looks did not fail: whoever has seen as many has seen this
 */
record Sight(
        String key, String target, State state, @Nullable String trouble, List<WatchedContext> contexts, long looks) {
    Sight {
        contexts = List.copyOf(contexts);
    }

    /** Whether a process is there. */
    enum State {
        /** Never seen so far. */
        AWAITED,
        /** The last look showed it. */
        SEEN,
        /** Seen before, and not at the last look; it is looked for. */
        GONE
    }

    /** By which pages name a socket: another process at the same endpoint has other sockets. */
    String socketKey(WatchedContext context, long socketId) {
        var now = context.now();
        return key + "-" + now.pid() + "-" + now.number() + "-" + socketId;
    }

    String socketKey(WatchedContext context, SocketSnapshot socket) {
        return socketKey(context, socket.id());
    }
}
