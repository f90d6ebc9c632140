package io.zmq4j.patterns.freelance;

import io.zmq4j.event.DropReason;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a {@link FreelanceClient} has done.
 *
 * @param servers what it knows of each, in the order in which they were named
 * @param outstanding requests that have neither an answer nor another end
 * @param answered requests that were answered
 * @param failed requests to which no answer came in time
 * @param late answers that were dropped, as another one had come before, or the time was over
 * @param malformed messages that are no command of RFC 10, or none of this client's
 * @param drops what its socket dropped, by reason
 */
public record FreelanceClientStatistics(
        Map<String, ServerState> servers,
        int outstanding,
        long answered,
        long failed,
        long late,
        long malformed,
        Map<DropReason, Long> drops) {
    public FreelanceClientStatistics {
        servers = Collections.unmodifiableMap(new LinkedHashMap<>(servers));
        drops = Map.copyOf(drops);
    }
}
