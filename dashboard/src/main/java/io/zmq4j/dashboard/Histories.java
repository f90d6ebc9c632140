package io.zmq4j.dashboard;

import io.zmq4j.view.Rates;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A history for each socket. Where there are too many, the one that nothing was added to, and nobody has asked for, for longest makes room. */
final class Histories {
    /** Some 50 KB each, when full. */
    static final int MAX = 1000;

    private final Map<String, History> bySocket = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, History> eldest) {
            return size() > MAX;
        }
    };

    void add(String socket, long at, Rates rates, long queuedIn, long queuedOut) {
        bySocket.computeIfAbsent(socket, key -> new History()).add(at, rates, queuedIn, queuedOut);
    }

    /** Null if there is none. */
    @Nullable
    History of(String socket) {
        return bySocket.get(socket);
    }
}
