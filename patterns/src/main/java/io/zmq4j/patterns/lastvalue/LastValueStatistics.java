package io.zmq4j.patterns.lastvalue;

import io.zmq4j.event.DropReason;
import java.util.Map;

/**
 * What a {@link LastValueCache} has and has done.
 *
 * @param topics of which it has the newest message
 * @param bytes of these messages, with what it costs to keep them, estimated
 * @param published messages that came from publishers and went to whom they are for
 * @param replayed messages that were sent again for new subscribers
 * @param evicted messages that were forgotten, as there were more topics or bytes than may be
 * @param tooLarge messages that were passed on and not kept, as each alone is larger than all may be
 * @param drops what was dropped for subscribers that are too slow, by reason
 */
public record LastValueStatistics(
        int topics,
        long bytes,
        long published,
        long replayed,
        long evicted,
        long tooLarge,
        Map<DropReason, Long> drops) {
    public LastValueStatistics {
        drops = Map.copyOf(drops);
    }
}
