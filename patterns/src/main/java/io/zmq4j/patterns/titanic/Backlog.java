package io.zmq4j.patterns.titanic;

import java.util.ArrayDeque;
import java.util.UUID;

/** The requests for one service that wait to be sent. Owned by the dispatcher's thread. */
final class Backlog {
    /**
     * Whether to send.
     *
     * <pre>
     *   UNKNOWN ── asks ──▶ CHECKING ── has workers ──▶ OPEN
     *      ▲                   │                         │
     *      │◀── time ── CLOSED ◀── has none              │
     *      └───────────── a request had no reply ────────┘
     * </pre>
     */
    enum State {
        UNKNOWN,
        CHECKING,
        OPEN,
        CLOSED
    }

    final String service;
    final ArrayDeque<UUID> waiting = new ArrayDeque<>();
    State state = State.UNKNOWN;
    int underWay;

    Backlog(String service) {
        this.service = service;
    }
}
