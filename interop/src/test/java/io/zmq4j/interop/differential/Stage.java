package io.zmq4j.interop.differential;

import static io.zmq4j.zmtp.SocketType.PAIR;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Who is where in a scenario. What is done here becomes steps, with those that are needed so that no outcome depends on the moment. */
final class Stage {
    final List<Node> nodes = new ArrayList<>();
    final List<Place> places = Stream.of("e1", "e2", "e3").map(Place::new).toList();
    final Rules rules;
    private final boolean isWire;
    private final List<Step> steps;

    Stage(boolean isWire, List<Step> steps) {
        this.isWire = isWire;
        this.steps = steps;
        rules = new Rules(isWire, places);
    }

    void bind(Node node, Place place) {
        prepare(node);
        place.connectors.forEach(this::prepare);
        steps.add(Step.of(node.name, Verb.BIND, place.name));
        place.binder = node;
        place.connectors.forEach(peer -> meet(peer, node));
    }

    void connect(Node node, Place place) {
        boolean isNew = !place.connectors.contains(node);
        if (isNew) {
            prepare(node);
            place.binder().ifPresent(this::prepare);
        }
        steps.add(Step.of(node.name, Verb.CONNECT, place.name));
        if (isNew) {
            place.connectors.add(node);
            place.binder().ifPresent(peer -> meet(node, peer));
        }
    }

    void unbind(Place place) {
        place.binder().ifPresent(node -> {
            readAll(node);
            place.connectors.forEach(this::readBefore);
            steps.add(Step.of(node.name, Verb.UNBIND, place.name));
            leaveBound(place, node);
            readAll(node);
        });
    }

    void disconnect(Node node, Place place) {
        readAll(node);
        place.binder().ifPresent(this::readBefore);
        steps.add(Step.of(node.name, Verb.DISCONNECT, place.name));
        leaveConnected(place, node);
        readAll(node);
    }

    void close(Node node) {
        for (Place place : places) {
            if (place.binder == node) {
                place.connectors.forEach(this::readBefore);
            }
            if (place.connectors.contains(node)) {
                place.binder().ifPresent(this::readBefore);
            }
        }
        steps.add(Step.of(node.name, Verb.CLOSE));
        nodes.remove(node);
        for (Place place : places) {
            if (place.binder == node) {
                leaveBound(place, node);
            }
            if (place.connectors.contains(node)) {
                leaveConnected(place, node);
            }
        }
    }

    private void leaveBound(Place place, Node node) {
        place.binder = null;
        place.wasBound = true;
        left(node);
        place.connectors.forEach(this::left);
    }

    private void leaveConnected(Place place, Node node) {
        place.connectors.remove(node);
        boolean isHaunting = place.binder == null && !(isWire && node.dropsAtOnce());
        place.isHaunted |= isHaunting;
        node.isHaunted |= isHaunting;
        left(node);
        place.binder().ifPresent(this::left);
    }

    /**
     * As long as what the last peer has sent is not read, libzmq does not let it go: PAIR differs then by {@link Intended}, and an XPUB
     * has not heard yet that a subscriber is gone.
     */
    private void left(Node node) {
        if ((node.type == PAIR || node.subscribes()) && nodes.contains(node)) {
            readAll(node);
        } else {
            node.wasLeft = true;
        }
    }

    /**
     * Where it differs by {@link Intended} what is read of somebody who leaves, it is read before: of several peers, with IMMEDIATE, with CONFLATE.
     */
    private void readBefore(Node node) {
        if (rules.links(node) > 1 || node.isImmediate() || node.isConflated()) {
            readAll(node);
        }
    }

    /** Reads what peers have sent that left: until then they have their places in libzmq, and come first in zmq4j. */
    private void prepare(Node node) {
        if (node.wasLeft) {
            readAll(node);
        }
        node.wasLeft = false;
    }

    /** What was not read is lost with libzmq: see {@link Intended}. */
    private void readAll(Node node) {
        if (node.receives()) {
            steps.add(Step.of(node.name, Verb.DRAIN));
        }
    }

    /** Who has connected reads then: in zmq4j, a new connection that was waited for takes a turn. */
    private void meet(Node connecting, Node bound) {
        if (isWire) {
            meet(connecting);
            meet(bound);
        }
        readBefore(connecting);
    }

    private void meet(Node node) {
        steps.add(Step.of(node.name, Verb.MEET, String.valueOf(++node.handshakes)));
    }
}
