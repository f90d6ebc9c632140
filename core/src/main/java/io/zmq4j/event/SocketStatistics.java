package io.zmq4j.event;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What a socket has done since it was opened, and what it holds.
 *
 * @param traffic all that has come and gone, also from and to peers that have left, and what waits
 * @param connectionsMade connections whose handshake succeeded, with peers that the socket took
 * @param connectionsEnded how many of these are not there any more
 * @param drops messages that were dropped, by reason; reasons that never occurred are not in the map
 * @param peers those that are there; those that are connected to and not there yet, or not at the moment; and those that have
 *     left, as long as something that they sent waits for the application. In no order
 */
public record SocketStatistics(
        Traffic traffic,
        long connectionsMade,
        long connectionsEnded,
        Map<DropReason, Long> drops,
        List<PeerStatistics> peers) {

    public SocketStatistics {
        Objects.requireNonNull(traffic, "traffic");
        var copy = new EnumMap<DropReason, Long>(DropReason.class);
        copy.putAll(Objects.requireNonNull(drops, "drops"));
        drops = Collections.unmodifiableMap(copy);
        peers = List.copyOf(Objects.requireNonNull(peers, "peers"));
    }

    /** How many connections there are. */
    public long connections() {
        return connectionsMade - connectionsEnded;
    }
}
