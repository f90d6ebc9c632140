package io.zmq4j.management;

import io.zmq4j.event.PeerStatistics;
import io.zmq4j.event.Traffic;
import io.zmq4j.snapshot.LoggedEvent;
import io.zmq4j.snapshot.SocketSnapshot;
import io.zmq4j.socket.ContextCore;
import io.zmq4j.socket.Fresh;
import io.zmq4j.socket.SocketCore;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** A socket, from its snapshots. */
final class SocketBean implements SocketMXBean {
    private static final int MOST_PEERS = 1000;

    private final Supplier<List<LoggedEvent>> events;
    private final Fresh<SocketSnapshot> snapshot;

    SocketBean(ContextCore context, SocketCore socket) {
        events = context::events;
        snapshot = new Fresh<>(socket::snapshot, System::nanoTime);
    }

    private Traffic traffic() {
        return snapshot.get().statistics().traffic();
    }

    @Override
    public long getId() {
        return snapshot.get().id();
    }

    @Override
    public String getType() {
        return snapshot.get().type();
    }

    @Override
    public String getName() {
        return snapshot.get().name();
    }

    @Override
    public long getAgeSeconds() {
        return snapshot.get().age().toSeconds();
    }

    @Override
    public List<EndpointRow> getEndpoints() {
        return snapshot.get().endpoints().stream()
                .<EndpointRow>map(Rows.Endpoint::new)
                .toList();
    }

    @Override
    public Map<String, PeerRow> getPeers() {
        Map<String, PeerRow> rows = new LinkedHashMap<>();
        for (PeerStatistics peer : snapshot.get().statistics().peers()) {
            if (rows.size() == MOST_PEERS) {
                return rows;
            }
            String key = peer.address() == null ? peer.endpoint() : peer.address();
            // Several have none, as over inproc.
            var row = new Rows.Peer(peer);
            if (rows.putIfAbsent(key, row) != null) {
                rows.put(key + " #" + rows.size(), row);
            }
        }
        return rows;
    }

    @Override
    public long getConnections() {
        return snapshot.get().statistics().connections();
    }

    @Override
    public long getConnectionsMade() {
        return snapshot.get().statistics().connectionsMade();
    }

    @Override
    public long getMessagesReceived() {
        return traffic().messagesIn();
    }

    @Override
    public long getMessagesSent() {
        return traffic().messagesOut();
    }

    @Override
    public long getBytesReceived() {
        return traffic().bytesIn();
    }

    @Override
    public long getBytesSent() {
        return traffic().bytesOut();
    }

    @Override
    public long getMessagesQueuedIn() {
        return traffic().queuedIn();
    }

    @Override
    public long getMessagesQueuedOut() {
        return traffic().queuedOut();
    }

    @Override
    public int getReceiveHighWaterMark() {
        return snapshot.get().receiveHighWaterMark();
    }

    @Override
    public int getSendHighWaterMark() {
        return snapshot.get().sendHighWaterMark();
    }

    @Override
    public int getWaitingSenders() {
        return snapshot.get().waitingSenders();
    }

    @Override
    public int getWaitingReceivers() {
        return snapshot.get().waitingReceivers();
    }

    @Override
    public Map<String, Long> getDrops() {
        return Rows.named(snapshot.get().statistics().drops());
    }

    @Override
    public Map<String, String> getOptions() {
        return snapshot.get().options();
    }

    @Override
    public String[] getEvents() {
        long id = getId();
        return Rows.lines(events.get().stream().filter(each -> each.socketId() == id));
    }
}
