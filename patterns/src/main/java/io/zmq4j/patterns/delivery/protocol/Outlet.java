package io.zmq4j.patterns.delivery.protocol;

import java.util.TreeMap;

/** A receiver as its sender sees it: its credit, and what was sent to it and is not acknowledged. */
final class Outlet {
    final Link<Outlet> link;
    final Window credit;

    /** By the number of the first message. */
    final TreeMap<Long, Run> sent = new TreeMap<>();

    Outlet(Link<Outlet> link, Window credit) {
        this.link = link;
        this.credit = credit;
    }
}
