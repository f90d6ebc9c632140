package io.zmq4j.snapshot;

import io.zmq4j.zmtp.CloseReason;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * What became of connections, at one socket or at several that have ended. Reasons that never occurred are in no map.
 *
 * @param refused connections whose handshake failed, by reason
 * @param ended connections whose handshake had succeeded and that ended, by reason
 * @param retries how often another try to connect was planned, because the one before failed or the connection broke
 */
public record ConnectionTotals(Map<CloseReason, Long> refused, Map<CloseReason, Long> ended, long retries) {
    public ConnectionTotals {
        Objects.requireNonNull(refused, "refused");
        Objects.requireNonNull(ended, "ended");
        refused = copy(refused);
        ended = copy(ended);
    }

    /** Of both together. */
    public ConnectionTotals plus(ConnectionTotals other) {
        return new ConnectionTotals(sum(refused, other.refused), sum(ended, other.ended), retries + other.retries);
    }

    private static Map<CloseReason, Long> sum(Map<CloseReason, Long> one, Map<CloseReason, Long> other) {
        Map<CloseReason, Long> sum = new EnumMap<>(CloseReason.class);
        sum.putAll(one);
        other.forEach((reason, count) -> sum.merge(reason, count, Long::sum));
        return sum;
    }

    private static Map<CloseReason, Long> copy(Map<CloseReason, Long> counts) {
        var copy = new EnumMap<CloseReason, Long>(CloseReason.class);
        copy.putAll(counts);
        return Collections.unmodifiableMap(copy);
    }
}
