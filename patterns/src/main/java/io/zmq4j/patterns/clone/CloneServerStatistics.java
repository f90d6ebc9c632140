package io.zmq4j.patterns.clone;

import io.zmq4j.event.DropReason;
import io.zmq4j.patterns.binarystar.StarState;
import java.util.Map;

/**
 * What a {@link CloneServer} has and has done.
 *
 * @param state how it stands; ACTIVE if it has no partner
 * @param sequence the number of the last update
 * @param entries in its map
 * @param bytes theirs, with what it costs to keep them, estimated
 * @param ephemeral entries that expire
 * @param held clients' updates that a passive server has and the active one has not published yet
 * @param applied updates that were applied
 * @param repeated updates that came again, as their sender had not seen them published
 * @param refused updates that were not applied: beyond the bounds, or without an id at a passive server
 * @param malformed messages that are no command of RFC 12
 * @param snapshots that were given
 * @param abandoned snapshots that were not given to their end, as who asked has left, or takes nothing, or too many asked
 * @param drops updates that were dropped for subscribers that are too slow, and all else that its sockets dropped, by reason
 */
public record CloneServerStatistics(
        StarState state,
        long sequence,
        int entries,
        long bytes,
        int ephemeral,
        int held,
        long applied,
        long repeated,
        long refused,
        long malformed,
        long snapshots,
        long abandoned,
        Map<DropReason, Long> drops) {
    public CloneServerStatistics {
        drops = Map.copyOf(drops);
    }
}
