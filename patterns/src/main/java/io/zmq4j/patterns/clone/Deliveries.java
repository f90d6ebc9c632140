package io.zmq4j.patterns.clone;

import io.zmq4j.RouterSocket;
import io.zmq4j.error.UnroutableException;
import io.zmq4j.message.Frame;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Snapshots on their way, each as fast as its client takes it: more than a client's queue has room for stays here, by reference. Owned
 * by the agent's thread.
 */
final class Deliveries {
    /** Most snapshots at once; who asks beyond has to ask again. */
    static final int MAX = 100;

    /** A client that takes nothing for so long gets no more. */
    static final long PATIENCE_NANOS = 30_000_000_000L;

    /** Most messages for one client in a row. */
    private static final int STEP = 500;

    /** When those that are held up by a full queue are tried again. */
    private static final long PAUSE_NANOS = 2_000_000;

    private static final class Delivery {
        private final Snapshot snapshot;
        private int next;
        private long movedAt;

        Delivery(Snapshot snapshot, long now) {
            this.snapshot = snapshot;
            movedAt = now;
        }
    }

    private final RouterSocket router;
    private final Map<Frame, Delivery> byPeer = new LinkedHashMap<>();
    private long given;
    private long abandoned;

    /** @param router with ROUTER_MANDATORY: it tells when a peer has gone, and does not drop for one whose queue is full */
    Deliveries(RouterSocket router) {
        this.router = router;
    }

    /** Begins one, unless this client is still getting one, or too many are. */
    void begin(Frame peer, Supplier<Snapshot> snapshot, long now) {
        if (byPeer.containsKey(peer)) {
            return;
        }
        if (byPeer.size() >= MAX) {
            abandoned++;
            return;
        }
        byPeer.put(peer, new Delivery(snapshot.get(), now));
        proceed(now);
    }

    void proceed(long now) {
        Iterator<Map.Entry<Frame, Delivery>> each = byPeer.entrySet().iterator();
        while (each.hasNext()) {
            var entry = each.next();
            if (isOver(entry.getKey().bytes(), entry.getValue(), now)) {
                each.remove();
            }
        }
    }

    private boolean isOver(byte[] peer, Delivery delivery, long now) {
        try {
            int end = Math.min(delivery.snapshot.size(), delivery.next + STEP);
            while (delivery.next < end
                    && router.trySend(delivery.snapshot.message(delivery.next).prependWrapped(peer))) {
                delivery.next++;
                delivery.movedAt = now;
            }
        } catch (UnroutableException e) {
            abandoned++;
            return true;
        }
        if (delivery.next == delivery.snapshot.size()) {
            given++;
            return true;
        }
        boolean isGivenUp = now - delivery.movedAt > PATIENCE_NANOS;
        if (isGivenUp) {
            abandoned++;
        }
        return isGivenUp;
    }

    /** In how many nanoseconds to proceed. */
    long next() {
        return byPeer.isEmpty() ? Long.MAX_VALUE : PAUSE_NANOS;
    }

    long given() {
        return given;
    }

    /** Snapshots that were not given, or not to their end. */
    long abandoned() {
        return abandoned;
    }
}
