package io.zmq4j.view.top;

import io.zmq4j.view.WatchedContext;
import io.zmq4j.view.WatchedSocket;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was last seen of a process.
 *
 * @param source what is looked at, for people
 * @param contexts as they were at the last look that succeeded
 * @param problem why the last look failed; null if it did not
 */
record Look(
        String source,
        List<WatchedContext> contexts,
        @Nullable String problem) {
    Look {
        contexts = List.copyOf(contexts);
    }

    /** A socket, and the context that it is of. */
    record Row(WatchedContext context, WatchedSocket socket) {
        boolean isSame(Row other) {
            return context.now().number() == other.context.now().number()
                    && socket.now().id() == other.socket.now().id();
        }
    }

    List<Row> rows() {
        return contexts.stream()
                .flatMap(context -> context.sockets().stream().map(socket -> new Row(context, socket)))
                .toList();
    }

    Look failed(String sentence) {
        return new Look(source, contexts, sentence);
    }
}
