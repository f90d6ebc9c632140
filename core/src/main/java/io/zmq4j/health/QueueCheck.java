package io.zmq4j.health;

import io.zmq4j.event.PeerStatistics;
import io.zmq4j.health.Finding.Kind;
import io.zmq4j.health.Finding.Severity;
import io.zmq4j.notice.Words;
import io.zmq4j.snapshot.SocketSnapshot;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;

/** Which queues of a socket stay full. */
final class QueueCheck {
    private final Thresholds thresholds;
    private final Onsets onsets;
    private final SocketSnapshot socket;

    QueueCheck(Thresholds thresholds, Onsets onsets, SocketSnapshot socket) {
        this.thresholds = thresholds;
        this.onsets = onsets;
        this.socket = socket;
    }

    void find(List<Finding> found) {
        for (PeerStatistics peer : socket.statistics().peers()) {
            queue(found, peer, "to", peer.traffic().queuedOut(), peer.sendHighWaterMark());
            queue(found, peer, "from", peer.traffic().queuedIn(), peer.receiveHighWaterMark());
        }
    }

    private void queue(List<Finding> found, PeerStatistics peer, String direction, long queued, int limit) {
        String key = direction + " " + peer.endpoint() + " " + peer.address() + " "
                + HexFormat.of().formatHex(peer.routingId());
        if (limit == 0 || !isFull(key, queued, limit)) {
            return;
        }
        Duration since = onsets.hold(Kind.QUEUE_FULL, socket.id(), key, Duration.ZERO);
        if (since.compareTo(thresholds.queueFull()) >= 0) {
            String where = peer.address() == null ? peer.endpoint() : peer.address();
            boolean isStuck = direction.equals("to") && socket.waitingSenders() > 0;
            found.add(new Finding(
                    Kind.QUEUE_FULL,
                    isStuck ? Severity.ERROR : Severity.WARNING,
                    socket.id(),
                    socket.title(),
                    where,
                    since,
                    sentence(direction, where, queued, limit, since)));
        }
    }

    /** A full queue takes messages again when half of it is free: until then it is the same. */
    private boolean isFull(String key, long queued, int limit) {
        return queued >= limit || (queued > limit / 2 && onsets.held(Kind.QUEUE_FULL, socket.id(), key));
    }

    private String sentence(String direction, String where, long queued, int limit, Duration since) {
        String cause = direction.equals("to") ? "the peer is slower" : "the application is slower";
        String waiting = direction.equals("to") && socket.waitingSenders() > 0
                ? ", " + Words.count(socket.waitingSenders(), "thread") + " waiting to send"
                : "";
        return socket.title() + ": the queue " + direction + " " + where + " has been full for " + Words.time(since)
                + ", " + queued + " of " + limit + waiting + ": " + cause;
    }
}
