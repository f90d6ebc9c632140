package io.zmq4j.socket;

import io.zmq4j.event.SocketEvent;
import io.zmq4j.snapshot.ConnectionTotals;
import io.zmq4j.zmtp.CloseReason;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import org.jspecify.annotations.Nullable;

/** Counts what becomes of a socket's connections, by its events. Counting allocates nothing. Safe for any thread. */
final class ConnectionCounters {
    private static final CloseReason[] REASONS = CloseReason.values();

    private final AtomicLongArray refused = new AtomicLongArray(REASONS.length);
    private final AtomicLongArray ended = new AtomicLongArray(REASONS.length);
    private final AtomicLong retries = new AtomicLong();

    void note(SocketEvent event) {
        switch (event.type()) {
            case HANDSHAKE_FAILED, HANDSHAKE_FAILED_AUTH -> count(refused, event.reason());
            case DISCONNECTED -> count(ended, event.reason());
            case CONNECT_RETRIED -> retries.incrementAndGet();
            default -> {}
        }
    }

    private static void count(AtomicLongArray counts, @Nullable CloseReason reason) {
        if (reason != null) {
            counts.incrementAndGet(reason.ordinal());
        }
    }

    ConnectionTotals totals() {
        return new ConnectionTotals(byReason(refused), byReason(ended), retries.get());
    }

    private static Map<CloseReason, Long> byReason(AtomicLongArray counts) {
        Map<CloseReason, Long> map = new EnumMap<>(CloseReason.class);
        for (CloseReason reason : REASONS) {
            long count = counts.get(reason.ordinal());
            if (count > 0) {
                map.put(reason, count);
            }
        }
        return map;
    }
}
