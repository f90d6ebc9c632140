package io.zmq4j.micrometer;

import io.zmq4j.event.PeerStatistics;
import io.zmq4j.event.Traffic;
import io.zmq4j.snapshot.EndpointSnapshot;
import io.zmq4j.snapshot.SocketSnapshot;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The numbers of peers, by a text that stays the same when a peer comes back: the endpoint if this side connects, the other side's
 * host if it does. What a peer does after the last look at it, before it leaves, is not in here. Guarded by its {@link Board}.
 */
final class PeerBoard {
    /** How many peers have a label of their own. */
    static final int MOST_PEERS = 100;

    /** Whose numbers are told together. */
    record Label(Group group, String peer) {}

    /** A peer from when it comes to when it leaves. */
    private record Identity(long socket, String endpoint, String address, String routingId) {}

    /** What has passed, all in all, and what waits now. */
    record PeerSums(long messagesIn, long messagesOut, long bytesIn, long bytesOut, long queuedIn, long queuedOut) {
        static final PeerSums NONE = new PeerSums(0, 0, 0, 0, 0, 0);

        private static PeerSums of(Traffic traffic) {
            return new PeerSums(
                    traffic.messagesIn(),
                    traffic.messagesOut(),
                    traffic.bytesIn(),
                    traffic.bytesOut(),
                    traffic.queuedIn(),
                    traffic.queuedOut());
        }

        private PeerSums plus(PeerSums other) {
            return new PeerSums(
                    messagesIn + other.messagesIn,
                    messagesOut + other.messagesOut,
                    bytesIn + other.bytesIn,
                    bytesOut + other.bytesOut,
                    queuedIn + other.queuedIn,
                    queuedOut + other.queuedOut);
        }

        /** What has passed since then, and what waits now. Never less than nothing: another peer may look like the same. */
        private PeerSums since(PeerSums before) {
            return new PeerSums(
                    Math.max(0, messagesIn - before.messagesIn),
                    Math.max(0, messagesOut - before.messagesOut),
                    Math.max(0, bytesIn - before.bytesIn),
                    Math.max(0, bytesOut - before.bytesOut),
                    queuedIn,
                    queuedOut);
        }

        private PeerSums withoutQueues() {
            return new PeerSums(messagesIn, messagesOut, bytesIn, bytesOut, 0, 0);
        }
    }

    private final Map<Label, PeerSums> totals = new HashMap<>();
    private Map<Identity, PeerSums> before = new HashMap<>();
    private Map<Identity, PeerSums> now = new HashMap<>();
    private final Map<Identity, Label> labels = new HashMap<>();

    /** Notes the peers of an open socket; of each look, once. */
    void see(Group group, SocketSnapshot socket) {
        Set<String> bound = socket.endpoints().stream()
                .filter(EndpointSnapshot::bound)
                .map(EndpointSnapshot::uri)
                .collect(Collectors.toCollection(HashSet::new));
        for (PeerStatistics peer : socket.statistics().peers()) {
            boolean isAccepted = bound.contains(peer.endpoint());
            String address = peer.address() == null ? "" : peer.address();
            var identity = isAccepted
                    ? new Identity(
                            socket.id(),
                            peer.endpoint(),
                            address,
                            HexFormat.of().formatHex(peer.routingId()))
                    : new Identity(socket.id(), peer.endpoint(), "", "");
            labels.computeIfAbsent(
                    identity, key -> label(group, isAccepted && !address.isEmpty() ? host(address) : peer.endpoint()));
            now.merge(identity, PeerSums.of(peer.traffic()), PeerSums::plus);
        }
    }

    private Label label(Group group, String peer) {
        var own = new Label(group, peer);
        boolean isOwn = totals.containsKey(own) || totals.size() < MOST_PEERS;
        Label label = isOwn ? own : new Label(group, Group.OTHER);
        totals.putIfAbsent(label, PeerSums.NONE);
        return label;
    }

    /** Without the port, which is another one each time: {@code 10.0.0.7:40112}, {@code [::1]:40112}. */
    private static String host(String address) {
        int colon = address.lastIndexOf(':');
        return colon <= 0 ? address : address.substring(0, colon);
    }

    /** Ends a look: adds what has passed since the one before. */
    void forgetTheUnseen() {
        totals.replaceAll((label, sums) -> sums.withoutQueues());
        now.forEach((identity, sums) -> {
            PeerSums passed = sums.since(before.getOrDefault(identity, PeerSums.NONE));
            totals.merge(labels.get(identity), passed, PeerSums::plus);
        });
        labels.keySet().retainAll(now.keySet());
        before = now;
        now = new HashMap<>();
    }

    /** All that there ever were, at the last look. */
    Map<Label, PeerSums> sums() {
        return Map.copyOf(totals);
    }
}
