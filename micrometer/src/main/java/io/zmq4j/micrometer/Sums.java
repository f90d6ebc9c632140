package io.zmq4j.micrometer;

import io.zmq4j.event.DropReason;
import io.zmq4j.event.EndpointState;
import io.zmq4j.event.PeerStatistics;
import io.zmq4j.event.Traffic;
import io.zmq4j.snapshot.ConnectionTotals;
import io.zmq4j.snapshot.EndedSockets;
import io.zmq4j.snapshot.EndpointSnapshot;
import io.zmq4j.snapshot.SocketSnapshot;
import java.util.EnumMap;
import java.util.Map;

/** What the sockets of a group come to, those that have ended included. Filled by one thread, and only read after that. */
final class Sums {
    /** Of a group that has nothing yet. */
    static final Sums NONE = new Sums();

    long messagesIn;
    long messagesOut;
    long bytesIn;
    long bytesOut;
    long opened;
    long connectionsMade;
    ConnectionTotals connections = new ConnectionTotals(Map.of(), Map.of(), 0);
    final Map<DropReason, Long> drops = new EnumMap<>(DropReason.class);

    // ---- of open sockets alone

    long open;
    long queuedIn;
    long queuedOut;
    long limitIn;
    long limitOut;
    double fullestIn;
    double fullestOut;
    long peers;
    long waitingSenders;
    long waitingReceivers;
    final Map<EndpointState, Long> endpoints = new EnumMap<>(EndpointState.class);

    void add(SocketSnapshot socket) {
        var statistics = socket.statistics();
        add(statistics.traffic(), 1, statistics.connectionsMade(), statistics.drops(), socket.connections());
        open++;
        queuedIn += statistics.traffic().queuedIn();
        queuedOut += statistics.traffic().queuedOut();
        waitingSenders += socket.waitingSenders();
        waitingReceivers += socket.waitingReceivers();
        for (PeerStatistics peer : statistics.peers()) {
            add(peer);
        }
        for (EndpointSnapshot endpoint : socket.endpoints()) {
            endpoints.merge(endpoint.state(), 1L, Long::sum);
        }
    }

    private void add(PeerStatistics peer) {
        peers += peer.connected() ? 1 : 0;
        limitIn += peer.receiveHighWaterMark();
        limitOut += peer.sendHighWaterMark();
        fullestIn = Math.max(fullestIn, share(peer.traffic().queuedIn(), peer.receiveHighWaterMark()));
        fullestOut = Math.max(fullestOut, share(peer.traffic().queuedOut(), peer.sendHighWaterMark()));
    }

    /** A queue without a limit is never full. */
    private static double share(long queued, int limit) {
        return limit == 0 ? 0 : (double) queued / limit;
    }

    void add(EndedSockets ended) {
        add(ended.traffic(), ended.count(), ended.connectionsMade(), ended.drops(), ended.connections());
    }

    private void add(
            Traffic traffic, long sockets, long made, Map<DropReason, Long> dropped, ConnectionTotals connected) {
        messagesIn += traffic.messagesIn();
        messagesOut += traffic.messagesOut();
        bytesIn += traffic.bytesIn();
        bytesOut += traffic.bytesOut();
        opened += sockets;
        connectionsMade += made;
        connections = connections.plus(connected);
        dropped.forEach((reason, count) -> drops.merge(reason, count, Long::sum));
    }
}
