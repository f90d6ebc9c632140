package io.zmq4j.socket;

import io.zmq4j.event.SocketEvent;
import io.zmq4j.snapshot.LoggedEvent;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The last events of a context's sockets; of tries to connect that fail one after the other the first and the last alone, as an endpoint
 * that nobody listens at would soon be all that is remembered. Safe for any thread; held for a moment only.
 */
final class EventLog {
    /** How many are remembered. */
    static final int MOST = 256;

    private final ArrayDeque<LoggedEvent> events = new ArrayDeque<>(MOST + 1);
    private long count;

    void add(long socketId, String socket, SocketEvent event) {
        if (event.type() == SocketEvent.Type.TRACE) {
            return;
        }
        Instant now = Instant.now();
        synchronized (this) {
            count++;
            forgetLastTry(socketId, event);
            if (events.size() == MOST) {
                events.removeFirst();
            }
            events.addLast(new LoggedEvent(count, now, socketId, socket, event));
        }
    }

    /** The one before this in its row of tries, unless that is the first, which says since when they have failed. */
    private void forgetLastTry(long socketId, SocketEvent event) {
        if (!isOfTry(event.type())) {
            return;
        }
        @Nullable LoggedEvent last = null;
        for (Iterator<LoggedEvent> each = events.descendingIterator(); each.hasNext(); ) {
            LoggedEvent before = each.next();
            if (before.socketId() != socketId || !before.event().endpoint().equals(event.endpoint())) {
                continue;
            }
            if (!isOfTry(before.event().type())) {
                return;
            }
            if (before.event().type() == event.type()) {
                if (last != null) {
                    events.remove(last);
                    return;
                }
                last = before;
            }
        }
    }

    private static boolean isOfTry(SocketEvent.Type type) {
        return type == SocketEvent.Type.CONNECT_RETRIED || type == SocketEvent.Type.CONNECT_DELAYED;
    }

    /** The oldest first. */
    synchronized List<LoggedEvent> events() {
        return List.copyOf(events);
    }
}
