package io.zmq4j.socket;

import io.zmq4j.event.DropReason;
import io.zmq4j.event.SocketStatistics;
import io.zmq4j.event.Traffic;
import io.zmq4j.snapshot.ConnectionTotals;
import io.zmq4j.snapshot.EndedSockets;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What sockets came to that have ended, by type and name. Bounded: an application may name its sockets by whatever comes. Guarded by
 * the context's lock.
 */
final class EndedTotals {
    /** Names beyond that have {@link #OTHERS} for theirs. */
    private static final int MOST = 100;

    private static final String OTHERS = "(others)";

    private record Key(String type, String name) {}

    private final Map<Key, EndedSockets> totals = new LinkedHashMap<>();

    /** Throws nothing for want of memory, which {@code last} is null for. */
    void add(SocketCore socket, @Nullable SocketStatistics last) {
        if (last == null) {
            return;
        }
        try {
            var key = new Key(socket.type().name(), socket.name());
            if (totals.size() >= MOST && !totals.containsKey(key)) {
                key = new Key(key.type, OTHERS);
            }
            totals.merge(key, only(key, last, socket.connectionTotals()), EndedTotals::sum);
        } catch (OutOfMemoryError e) {
            // As above.
        }
    }

    List<EndedSockets> all() {
        return List.copyOf(totals.values());
    }

    private static EndedSockets only(Key key, SocketStatistics last, ConnectionTotals connections) {
        return new EndedSockets(
                key.type, key.name, 1, passed(last.traffic()), last.connectionsMade(), last.drops(), connections);
    }

    /** Nothing waits any more: what did has been dropped, and is counted there. */
    private static Traffic passed(Traffic traffic) {
        return new Traffic(traffic.messagesIn(), traffic.bytesIn(), traffic.messagesOut(), traffic.bytesOut(), 0, 0);
    }

    private static EndedSockets sum(EndedSockets a, EndedSockets b) {
        Traffic x = a.traffic();
        Traffic y = b.traffic();
        var traffic = new Traffic(
                x.messagesIn() + y.messagesIn(),
                x.bytesIn() + y.bytesIn(),
                x.messagesOut() + y.messagesOut(),
                x.bytesOut() + y.bytesOut(),
                0,
                0);
        Map<DropReason, Long> drops = new EnumMap<>(DropReason.class);
        drops.putAll(a.drops());
        b.drops().forEach((reason, count) -> drops.merge(reason, count, Long::sum));
        return new EndedSockets(
                a.type(),
                a.name(),
                a.count() + b.count(),
                traffic,
                a.connectionsMade() + b.connectionsMade(),
                drops,
                a.connections().plus(b.connections()));
    }
}
