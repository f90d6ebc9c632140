package io.zmq4j.view;

import io.zmq4j.event.DropReason;
import io.zmq4j.event.Traffic;
import java.time.Duration;
import java.util.Map;

/**
 * What passes in a second, on average between two looks.
 *
 * @param messagesIn messages that were received
 * @param bytesIn bytes in these
 * @param messagesOut messages that were sent
 * @param bytesOut bytes in these
 * @param drops messages that were dropped, for whatever reason
 */
public record Rates(double messagesIn, double bytesIn, double messagesOut, double bytesOut, double drops) {
    /** Nothing passes, or nothing is known yet. */
    public static final Rates NONE = new Rates(0, 0, 0, 0, 0);

    /** What has passed up to a moment. */
    record Counts(Traffic traffic, long drops) {
        Counts(Traffic traffic, Map<DropReason, Long> drops) {
            this(traffic, drops.values().stream().mapToLong(Long::longValue).sum());
        }
    }

    /** A counter that has fallen counts as one that stands. */
    static Rates between(Counts before, Counts now, Duration time) {
        double seconds = time.toNanos() / 1e9;
        var then = before.traffic();
        var traffic = now.traffic();
        return new Rates(
                rate(then.messagesIn(), traffic.messagesIn(), seconds),
                rate(then.bytesIn(), traffic.bytesIn(), seconds),
                rate(then.messagesOut(), traffic.messagesOut(), seconds),
                rate(then.bytesOut(), traffic.bytesOut(), seconds),
                rate(before.drops(), now.drops(), seconds));
    }

    private static double rate(long before, long now, double seconds) {
        return now > before ? (now - before) / seconds : 0;
    }
}
