package io.zmq4j.dashboard;

import static io.zmq4j.view.Plain.text;

import io.zmq4j.dashboard.Graph.Edge;
import io.zmq4j.dashboard.Graph.Kind;
import io.zmq4j.dashboard.Graph.Node;
import io.zmq4j.dashboard.Graph.Standing;
import io.zmq4j.dashboard.Sight.State;
import io.zmq4j.snapshot.EndpointSnapshot;
import io.zmq4j.view.WatchedContext;
import io.zmq4j.view.WatchedPeer;
import io.zmq4j.view.WatchedSocket;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Makes the graph of what was seen. A connection is known to both ends, and neither knows the other's name: an endpoint that is
 * connected is matched with one that is bound by their texts and by the peer's address, and, if it is there, by whether the other
 * side has a peer of this socket's type.
 */
final class GraphMaker {
    /** More than these nobody can look at. */
    static final int MAX_SOCKETS = 150;

    private final Map<String, Node> nodes = new LinkedHashMap<>();
    private final List<Edge> edges = new ArrayList<>();
    private final List<Place> places = new ArrayList<>();

    /** For each endpoint that is bound, what came to it from sockets that are watched. */
    private final Map<String, Share> known = new HashMap<>();

    /** A socket, and where it is. */
    private record Place(String key, Sight sight, WatchedContext context, WatchedSocket socket) {}

    private record Share(int connections, double in, double out) {}

    private GraphMaker() {}

    static Graph of(List<Sight> sights) {
        var maker = new GraphMaker();
        int all = maker.place(sights);
        maker.places.forEach(maker::connected);
        maker.places.forEach(maker::fromOutside);
        return new Graph(List.copyOf(maker.nodes.values()), maker.edges, all - maker.places.size());
    }

    /** Where there are too many, those through which most passes. */
    private int place(List<Sight> sights) {
        var all = new ArrayList<Place>();
        for (var sight : sights) {
            for (var context : sight.contexts()) {
                for (var socket : context.sockets()) {
                    all.add(new Place(sight.socketKey(context, socket.now()), sight, context, socket));
                }
            }
        }
        if (all.size() > MAX_SOCKETS) {
            all.sort(Comparator.comparingDouble(
                            (Place each) -> each.socket.rates().messagesIn()
                                    + each.socket.rates().messagesOut())
                    .reversed());
        }
        places.addAll(all.subList(0, Math.min(all.size(), MAX_SOCKETS)));
        for (var place : places) {
            var title = text(place.socket.now().title());
            nodes.put(place.key, new Node(place.key, Kind.SOCKET, title, Titles.of(place.sight)));
        }
        return all.size();
    }

    private void connected(Place place) {
        for (var endpoint : place.socket.now().endpoints()) {
            if (!endpoint.bound()) {
                double out = 0;
                double in = 0;
                String address = null;
                for (var peer : peers(place, endpoint)) {
                    out += peer.rates().messagesOut();
                    in += peer.rates().messagesIn();
                    address = peer.now().address();
                }
                var to = target(place, endpoint, address);
                if (to == null) {
                    var key = "e:" + endpoint.uri();
                    nodes.putIfAbsent(key, new Node(key, Kind.ENDPOINT, text(endpoint.uri()), ""));
                    edges.add(edge(place, key, endpoint, out, in));
                } else {
                    edges.add(edge(place, to.place.key, endpoint, out, in));
                    if (endpoint.peers() > 0) {
                        var share = new Share(endpoint.peers(), out, in);
                        known.merge(
                                to.key(),
                                share,
                                (a, b) -> new Share(a.connections + b.connections, a.in + b.in, a.out + b.out));
                    }
                }
            }
        }
    }

    /** Where an endpoint leads: the place of a socket, and which of its endpoints. */
    private record Target(Place place, EndpointSnapshot endpoint) {
        String key() {
            return place.key + " " + endpoint.uri();
        }
    }

    /** The same process before others, one that is there before one that is gone. */
    private @Nullable Target target(Place from, EndpointSnapshot endpoint, @Nullable String address) {
        boolean isInContext = endpoint.uri().startsWith("inproc:");
        return places.stream()
                .filter(to -> to != from && (!isInContext || to.context == from.context))
                .flatMap(to -> to.socket.now().endpoints().stream().map(bound -> new Target(to, bound)))
                .filter(to -> Address.leads(endpoint.uri(), address, to.endpoint))
                .filter(to -> endpoint.peers() == 0 || isKnown(from, to))
                .max(Comparator.comparing((Target to) -> to.place.sight.state() == State.SEEN)
                        .thenComparing(to -> to.place.sight == from.sight))
                .orElse(null);
    }

    /** The other side may have been looked at before it knew of the connection, and may not say what its peers are. */
    private static boolean isKnown(Place from, Target to) {
        var peers = peers(to.place, to.endpoint);
        var type = from.socket.now().type();
        return peers.isEmpty()
                || peers.stream()
                        .anyMatch(peer -> peer.now().type() == null
                                || type.equals(peer.now().type()));
    }

    private static List<WatchedPeer> peers(Place place, EndpointSnapshot endpoint) {
        return place.socket.peers().stream()
                .filter(peer -> peer.now().endpoint().equals(endpoint.uri()))
                .toList();
    }

    private static Edge edge(Place from, String to, EndpointSnapshot endpoint, double out, double in) {
        var standing = from.sight.state() != State.SEEN
                ? Standing.GONE
                : switch (endpoint.state()) {
                    case CONNECTED, LISTENING -> Standing.CONNECTED;
                    case CONNECTING, WAITING -> Standing.TRYING;
                    case GIVEN_UP, CLOSED -> Standing.GIVEN_UP;
                };
        var error = endpoint.lastError();
        return new Edge(
                from.key,
                to,
                text(endpoint.uri()),
                standing,
                endpoint.peers(),
                out,
                in,
                error == null ? null : text(error));
    }

    private void fromOutside(Place place) {
        for (var endpoint : place.socket.now().endpoints()) {
            if (endpoint.bound()) {
                var share =
                        Objects.requireNonNullElse(known.get(new Target(place, endpoint).key()), new Share(0, 0, 0));
                int others = endpoint.peers() - share.connections;
                if (others > 0) {
                    var peers = peers(place, endpoint);
                    double in = peers.stream()
                            .mapToDouble(peer -> peer.rates().messagesIn())
                            .sum();
                    double out = peers.stream()
                            .mapToDouble(peer -> peer.rates().messagesOut())
                            .sum();
                    var key = "o:" + place.key + " " + endpoint.uri();
                    nodes.putIfAbsent(key, new Node(key, Kind.OUTSIDE, others + " not watched", ""));
                    edges.add(new Edge(
                            key,
                            place.key,
                            text(endpoint.uri()),
                            place.sight.state() == State.SEEN ? Standing.CONNECTED : Standing.GONE,
                            others,
                            Math.max(0, in - share.in),
                            Math.max(0, out - share.out),
                            null));
                }
            }
        }
    }
}
