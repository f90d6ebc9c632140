package io.zmq4j.patterns.pirate;

import io.zmq4j.event.DropReason;
import java.util.Map;

/**
 * What a {@link PirateQueue} has and has done.
 *
 * @param ready workers that have nothing to do
 * @param busy workers that have a request
 * @param requests that were given to workers
 * @param replies that were passed on to clients
 * @param expired workers that were silent for too long, or have left
 * @param refused workers that were not taken, as there were as many as may be
 * @param malformed messages of workers that are no command of RFC 6
 * @param drops what its sockets dropped, by reason, such as replies to clients that have left
 */
public record PirateQueueStatistics(
        int ready,
        int busy,
        long requests,
        long replies,
        long expired,
        long refused,
        long malformed,
        Map<DropReason, Long> drops) {
    public PirateQueueStatistics {
        drops = Map.copyOf(drops);
    }
}
