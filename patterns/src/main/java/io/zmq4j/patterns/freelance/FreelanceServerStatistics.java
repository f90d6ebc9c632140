package io.zmq4j.patterns.freelance;

import io.zmq4j.event.DropReason;
import java.util.Map;

/**
 * What a {@link FreelanceServer} has done.
 *
 * @param pings that were answered
 * @param served requests that were answered
 * @param failed requests with which the handler failed: they get no answer
 * @param refused requests that were dropped, as too many waited
 * @param malformed messages that are no command of RFC 10
 * @param drops what its socket dropped, by reason, such as answers to clients that have left
 */
public record FreelanceServerStatistics(
        long pings, long served, long failed, long refused, long malformed, Map<DropReason, Long> drops) {
    public FreelanceServerStatistics {
        drops = Map.copyOf(drops);
    }
}
