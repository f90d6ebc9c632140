package io.zmq4j.snapshot;

import io.zmq4j.event.DropReason;
import io.zmq4j.event.Traffic;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * What the sockets of one type and name came to that are closed and have handed everything over. With those that are open it is
 * all that ever passed, however short a socket lives.
 *
 * @param type such as {@code PUB}
 * @param name as the application gave it; empty if it gave none
 * @param count how many sockets
 * @param traffic what has passed; nothing waits any more
 * @param connectionsMade connections whose handshake succeeded
 * @param drops messages that were dropped, by reason
 * @param connections what became of connections
 */
public record EndedSockets(
        String type,
        String name,
        long count,
        Traffic traffic,
        long connectionsMade,
        Map<DropReason, Long> drops,
        ConnectionTotals connections) {

    public EndedSockets {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(traffic, "traffic");
        var copy = new EnumMap<DropReason, Long>(DropReason.class);
        copy.putAll(Objects.requireNonNull(drops, "drops"));
        drops = Collections.unmodifiableMap(copy);
        Objects.requireNonNull(connections, "connections");
    }
}
