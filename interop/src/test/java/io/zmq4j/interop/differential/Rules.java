package io.zmq4j.interop.differential;

import static io.zmq4j.zmtp.SocketType.PAIR;
import static io.zmq4j.zmtp.SocketType.PUB;
import static io.zmq4j.zmtp.SocketType.REP;
import static io.zmq4j.zmtp.SocketType.XPUB;
import static io.zmq4j.zmtp.SocketType.XSUB;

import java.util.List;
import java.util.Optional;

/** What may be done next without an outcome that depends on the moment, or that is one of {@link Intended}. */
final class Rules {
    private final boolean isWire;
    private final List<Place> places;

    Rules(boolean isWire, List<Place> places) {
        this.isWire = isWire;
        this.places = places;
    }

    boolean mayBind(Node node, Place place) {
        return place.binder == null
                && !place.isHaunted
                && !place.has(node)
                && isFree(node)
                && isInTurn(node, place)
                && !(place.wasBound && place.connectors.stream().anyMatch(Node::knowsNames))
                && place.connectors.stream().allMatch(peer -> mayMeet(node, peer, place));
    }

    /**
     * Over a wire those who wait come in any order, which everybody but a PUB takes for their turn. Within a process libzmq asks the
     * connecting side alone whether it conflates: see {@link Intended}.
     */
    private boolean isInTurn(Node node, Place place) {
        return isWire ? place.connectors.size() < 2 || node.type == PUB : !node.isConflated();
    }

    boolean mayConnect(Node node, Place place) {
        if (place.connectors.contains(node)) {
            return isWire && node.connectsOnce();
        }
        return !place.has(node)
                && isFree(node)
                && (node.type != PAIR || place.connectors.isEmpty())
                && place.binder().map(peer -> mayMeet(node, peer, place)).orElse(true)
                && place.connectors.stream().allMatch(other -> other.type == node.type);
    }

    private boolean isFree(Node node) {
        return node.type != PAIR || (!node.isHaunted && places.stream().noneMatch(place -> place.has(node)));
    }

    /** A ROUTER takes no second connection of a peer that it knows by name. */
    private boolean mayMeet(Node node, Node peer, Place here) {
        boolean oncePerPeer = node.knowsNames() || peer.knowsNames();
        return node.type.accepts(peer.type)
                && isToldInOrder(node, peer)
                && !isLeft(node)
                && !isLeft(peer)
                && !(oncePerPeer
                        && places.stream().anyMatch(place -> place != here && place.has(node) && place.has(peer)));
    }

    /** A REP cannot read all that is left of a peer before it gets another one. */
    private static boolean isLeft(Node node) {
        return node.type == REP && node.wasLeft;
    }

    /** An XPUB hears in any order of what a subscriber is subscribed to when it comes, and when it goes. */
    private static boolean isToldInOrder(Node node, Node peer) {
        return !(node.type == XPUB && peer.topics.size() > 1) && !(peer.type == XPUB && node.topics.size() > 1);
    }

    boolean mayClose(Node node) {
        return places.stream()
                .allMatch(place -> (place.binder != node || mayEnd(place))
                        && (!place.connectors.contains(node) || mayBeLeft(node, place)));
    }

    /** REQ and REP do not always read, and what they do not read keeps a connection in libzmq: see {@link Intended}. */
    boolean mayUnbind(Node node, Place place) {
        return place.binder == node && node.alwaysReads() && mayEnd(place);
    }

    /** Over inproc, who has bound stays as long as somebody is connected: see {@link Intended}. */
    private boolean mayEnd(Place place) {
        return (isWire || place.connectors.isEmpty())
                && place.connectors.stream().allMatch(peer -> mayLose(peer, place.binder()));
    }

    /**
     * With IMMEDIATE, libzmq ends a connection as it does for an unbind; and within a process one that still waits for a bind stays a
     * full subscriber, if it was full.
     */
    boolean mayDisconnect(Node node, Place place) {
        return place.connectors.contains(node)
                && (node.alwaysReads() || !node.isImmediate())
                && (isWire || place.binder != null || !node.publishes())
                && mayBeLeft(node, place);
    }

    /** Within a process, libzmq loses the end of a connection that conflates: see {@link Intended}. */
    private boolean mayBeLeft(Node node, Place place) {
        return (isWire || !node.isConflated())
                && place.binder().map(peer -> mayLose(peer, Optional.of(node))).orElse(true);
    }

    private boolean mayLose(Node node, Optional<Node> leaving) {
        return !isKeptBusy(node)
                && leaving.map(peer -> isToldInOrder(node, peer)).orElse(true);
    }

    /** A REP with several peers, or with IMMEDIATE, cannot read all that they have sent before one of them leaves. */
    private boolean isKeptBusy(Node node) {
        return node.type == REP && (links(node) > 1 || node.isImmediate());
    }

    long links(Node node) {
        return places.stream()
                .mapToLong(place ->
                        place.binder == node ? place.connectors.size() : place.connectors.contains(node) ? 1 : 0)
                .sum();
    }

    /**
     * A send that finds nobody fails, and then a REQ that is relaxed forgets what it has asked. An XSUB that sends while it waits does so
     * before it subscribes. See {@link Intended} for both.
     */
    boolean maySend(Node node) {
        return node.sends()
                && (!node.isRelaxed() || places.stream().anyMatch(place -> place.connectors.contains(node)))
                && (node.type != XSUB || !isWaiting(node));
    }

    /** While it waits, libzmq keeps what it has to say of subscriptions; zmq4j says what stands in the end: see {@link Intended}. */
    boolean mayUnsubscribe(Node node) {
        return !isWaiting(node);
    }

    private boolean isWaiting(Node node) {
        return places.stream().anyMatch(place -> place.binder == null && place.connectors.contains(node));
    }

    /** To look whether a message is there reads it, in zmq4j: then there is room for another, and it is the next peer's turn. */
    boolean mayPoll(Node node) {
        return !node.receives() || (isWire && !node.wasLeft && links(node) < 2 && node.type != REP);
    }
}
