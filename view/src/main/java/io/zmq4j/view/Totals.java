package io.zmq4j.view;

import io.zmq4j.event.DropReason;
import io.zmq4j.event.Traffic;
import io.zmq4j.snapshot.ContextSnapshot;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * All sockets of a context together: those that are open, and what has passed through those that have ended.
 *
 * @param sockets how many are open
 * @param connections how many connections these have
 * @param traffic what has passed, and what waits
 * @param drops messages that were dropped, by reason
 */
public record Totals(int sockets, long connections, Traffic traffic, Map<DropReason, Long> drops) {
    public Totals {
        var copy = new EnumMap<DropReason, Long>(DropReason.class);
        copy.putAll(drops);
        drops = Collections.unmodifiableMap(copy);
    }

    /** How many messages were dropped, for whatever reason. */
    public long dropped() {
        return drops.values().stream().mapToLong(Long::longValue).sum();
    }

    static Totals of(ContextSnapshot context) {
        var traffic = new Traffic(0, 0, 0, 0, 0, 0);
        long connections = 0;
        var drops = new EnumMap<DropReason, Long>(DropReason.class);
        for (var socket : context.sockets()) {
            var statistics = socket.statistics();
            traffic = sum(traffic, statistics.traffic());
            connections += statistics.connections();
            statistics.drops().forEach((reason, count) -> drops.merge(reason, count, Long::sum));
        }
        for (var ended : context.ended()) {
            traffic = sum(traffic, ended.traffic());
            ended.drops().forEach((reason, count) -> drops.merge(reason, count, Long::sum));
        }
        return new Totals(context.sockets().size(), connections, traffic, drops);
    }

    private static Traffic sum(Traffic a, Traffic b) {
        return new Traffic(
                a.messagesIn() + b.messagesIn(),
                a.bytesIn() + b.bytesIn(),
                a.messagesOut() + b.messagesOut(),
                a.bytesOut() + b.bytesOut(),
                a.queuedIn() + b.queuedIn(),
                a.queuedOut() + b.queuedOut());
    }
}
