package io.zmq4j.socket;

import io.zmq4j.event.DropReason;
import io.zmq4j.event.PeerStatistics;
import io.zmq4j.event.SocketStatistics;
import io.zmq4j.event.Traffic;
import io.zmq4j.pipe.FarName;
import io.zmq4j.pipe.PipeEnd;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A look at a socket's numbers, in two steps: with the lock held it is noted who is there and what those who left have added
 * up to, so that each peer is in one of the two and in one only; then the numbers of each are read without the lock, which may
 * be wanted while ten thousand of them are.
 */
final class Survey {
    /** A peer, and by what its application knows it. */
    private record Seen(PipeEnd pipe, byte[] routingId) {}

    private final Totals totals;
    private final List<Seen> seen = new ArrayList<>();

    // ---- socket's lock held

    Survey(Totals departed, long readAhead) {
        totals = new Totals(departed);
        totals.addQueuedIn(readAhead);
    }

    void see(PipeEnd pipe, byte[] routingId) {
        seen.add(new Seen(pipe, routingId));
    }

    // ---- without the lock

    SocketStatistics result(Map<DropReason, Long> drops) {
        List<PeerStatistics> peers = new ArrayList<>(seen.size());
        for (Seen each : seen) {
            PeerStatistics peer = peer(each.pipe, each.routingId);
            totals.add(peer);
            peers.add(peer);
        }
        return new SocketStatistics(
                totals.traffic(), totals.connectionsMade(), totals.connectionsEnded(), drops, peers);
    }

    private static PeerStatistics peer(PipeEnd pipe, byte[] routingId) {
        FarName name = pipe.name();
        // First, so that it is not more than what has come, of which it is a part; what waits to go, last, so that no
        // message
        // is seen there and on its way.
        long queuedIn = pipe.queuedIn();
        var traffic = new Traffic(
                pipe.messagesIn(), pipe.bytesIn(), pipe.messagesOut(), pipe.bytesOut(), queuedIn, pipe.queuedOut());
        return new PeerStatistics(
                name.endpoint(),
                name.address(),
                name.type(),
                routingId,
                pipe.mechanism(),
                pipe.isConnected(),
                pipe.connections(),
                Duration.ofNanos(pipe.connectedNanos()),
                pipe.outbound().highWaterMark(),
                pipe.inbound().highWaterMark(),
                traffic);
    }
}
