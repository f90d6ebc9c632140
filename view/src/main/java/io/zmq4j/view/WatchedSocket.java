package io.zmq4j.view;

import io.zmq4j.snapshot.SocketSnapshot;
import java.util.List;

/**
 * A socket at a moment, what passes, and how it was before.
 *
 * @param now how it stands
 * @param rates what passes in a second; {@link Rates#NONE} at the first look
 * @param peers in the order of the snapshot
 * @param history the oldest first
 */
public record WatchedSocket(SocketSnapshot now, Rates rates, List<WatchedPeer> peers, List<Sample> history) {
    public WatchedSocket {
        peers = List.copyOf(peers);
        history = List.copyOf(history);
    }

    /** How many messages it has dropped, for whatever reason. */
    public long dropped() {
        return now.statistics().drops().values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }
}
