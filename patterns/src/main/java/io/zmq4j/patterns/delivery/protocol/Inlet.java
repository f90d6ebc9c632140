package io.zmq4j.patterns.delivery.protocol;

import java.util.UUID;

/** A sender as its receiver sees it. */
final class Inlet {
    final Link<Inlet> link;
    final UUID sender;

    /** What came and was not acknowledged to it. */
    final Window granted;

    final Settlement settlement = new Settlement();
    boolean isOpen = true;

    /** When the first number came into the settlement. */
    long settlesSinceNanos;

    Inlet(Link<Inlet> link, UUID sender, Window granted) {
        this.link = link;
        this.sender = sender;
        this.granted = granted;
    }
}
