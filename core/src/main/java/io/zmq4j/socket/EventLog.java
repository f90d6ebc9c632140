package io.zmq4j.socket;

import io.zmq4j.event.SocketEvent;
import io.zmq4j.snapshot.LoggedEvent;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;

/** The last events of a context's sockets. Safe for any thread; held for a moment only. */
final class EventLog {
    /** How many are remembered. */
    static final int MOST = 256;

    private final ArrayDeque<LoggedEvent> events = new ArrayDeque<>(MOST + 1);
    private long count;

    /** Throws nothing for want of memory: that event is not remembered. */
    void add(long socketId, String socket, SocketEvent event) {
        if (event.type() == SocketEvent.Type.TRACE) {
            return;
        }
        try {
            Instant now = Instant.now();
            synchronized (this) {
                count++;
                if (events.size() == MOST) {
                    events.removeFirst();
                }
                events.addLast(new LoggedEvent(count, now, socketId, socket, event));
            }
        } catch (OutOfMemoryError e) {
            // Its listeners have it, and so much memory is needed for something else.
        }
    }

    /** The oldest first. */
    synchronized List<LoggedEvent> events() {
        return List.copyOf(events);
    }
}
