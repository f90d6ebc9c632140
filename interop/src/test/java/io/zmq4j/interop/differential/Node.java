package io.zmq4j.interop.differential;

import static io.zmq4j.zmtp.SocketType.DEALER;
import static io.zmq4j.zmtp.SocketType.PUB;
import static io.zmq4j.zmtp.SocketType.PULL;
import static io.zmq4j.zmtp.SocketType.PUSH;
import static io.zmq4j.zmtp.SocketType.REP;
import static io.zmq4j.zmtp.SocketType.REQ;
import static io.zmq4j.zmtp.SocketType.ROUTER;
import static io.zmq4j.zmtp.SocketType.SUB;
import static io.zmq4j.zmtp.SocketType.XSUB;

import io.zmq4j.zmtp.SocketType;
import java.util.HashSet;
import java.util.Set;

/** A socket as the generator sees it. */
final class Node {
    private static final Set<SocketType> ONE_CONNECTION = Set.of(DEALER, SUB, PUB, REQ);

    final String name;
    final SocketType type;

    private final Set<String> options;

    /** Handshakes since it was opened. */
    int handshakes;

    /** What it has subscribed to. */
    final Set<String> topics = new HashSet<>();

    /** Whether a peer has left of which something may be unread. */
    boolean wasLeft;

    /** Whether a connection that was given up may still wait for its peer, with what was sent by it. */
    boolean isHaunted;

    /** @param options as {@code NAME=VALUE} */
    Node(String name, SocketType type, Set<String> options) {
        this.name = name;
        this.type = type;
        this.options = options;
    }

    /** Whether what it has sent is dropped when it closes or disconnects. */
    boolean dropsAtOnce() {
        return options.contains("LINGER=0");
    }

    /** Whether a send that fails forgets what was asked before: see {@link Intended}. */
    boolean isRelaxed() {
        return options.contains("REQ_RELAXED=1");
    }

    /** Whether what it has connected to is nothing to it while nobody is there. */
    boolean isImmediate() {
        return options.contains("IMMEDIATE=1");
    }

    /** Whether it can always read what there is, as REQ and REP cannot. */
    boolean alwaysReads() {
        return type != REQ && type != REP;
    }

    /** Whether it keeps the newest message alone. */
    boolean isConflated() {
        return options.contains("CONFLATE=1");
    }

    boolean sends() {
        return type != PULL && type != SUB;
    }

    boolean receives() {
        return type != PUSH && type != PUB;
    }

    boolean subscribes() {
        return type == SUB || type == XSUB;
    }

    boolean publishes() {
        return type == PUB || type == SocketType.XPUB;
    }

    /** Whether a second connect to an endpoint does nothing, over a wire. */
    boolean connectsOnce() {
        return ONE_CONNECTION.contains(type);
    }

    /** Whether it knows its peers by name, each one once. */
    boolean knowsNames() {
        return type == ROUTER;
    }
}
