package io.zmq4j.management;

import io.zmq4j.event.PeerStatistics;
import io.zmq4j.snapshot.EndpointSnapshot;
import io.zmq4j.snapshot.LoggedEvent;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What snapshots hold, as MBeans can show it. */
final class Rows {
    private Rows() {}

    /** Counts by the names of their reasons. */
    static <E extends Enum<E>> Map<String, Long> named(Map<E, Long> counts) {
        Map<String, Long> named = new TreeMap<>();
        counts.forEach((reason, count) -> named.put(reason.name(), count));
        return named;
    }

    static String[] lines(Stream<LoggedEvent> events) {
        return events.map(each -> each.at() + " " + each.socket() + " " + each.event())
                .toArray(String[]::new);
    }

    record Endpoint(EndpointSnapshot endpoint) implements EndpointRow {
        @Override
        public String getUri() {
            return endpoint.uri();
        }

        @Override
        public boolean isBound() {
            return endpoint.bound();
        }

        @Override
        public String getState() {
            return endpoint.state().name();
        }

        @Override
        public int getPeers() {
            return endpoint.peers();
        }

        @Override
        public String getLastError() {
            String error = endpoint.lastError();
            return error == null ? "" : error;
        }

        @Override
        public long getNextTryMillis() {
            Duration next = endpoint.nextTry();
            return next == null ? -1 : next.toMillis();
        }
    }

    record Peer(PeerStatistics peer) implements PeerRow {
        @Override
        public String getEndpoint() {
            return peer.endpoint();
        }

        @Override
        public String getAddress() {
            String address = peer.address();
            return address == null ? "" : address;
        }

        @Override
        public String getType() {
            String type = peer.type();
            return type == null ? "" : type;
        }

        @Override
        public String getRoutingId() {
            return HexFormat.of().formatHex(peer.routingId());
        }

        @Override
        public boolean isConnected() {
            return peer.connected();
        }

        @Override
        public long getConnections() {
            return peer.connections();
        }

        @Override
        public long getAgeSeconds() {
            return peer.age().toSeconds();
        }

        @Override
        public long getMessagesReceived() {
            return peer.traffic().messagesIn();
        }

        @Override
        public long getMessagesSent() {
            return peer.traffic().messagesOut();
        }

        @Override
        public long getMessagesQueuedIn() {
            return peer.traffic().queuedIn();
        }

        @Override
        public long getMessagesQueuedOut() {
            return peer.traffic().queuedOut();
        }
    }
}
