package io.zmq4j.event;

/**
 * How an endpoint of a socket stands.
 *
 * <pre>
 *   bound:      LISTENING ──────────────────────────────────────────────────────► CLOSED
 *
 *   connected:  CONNECTING ──handshake complete──► CONNECTED ──broken──► WAITING   CLOSED
 *                 ▲   └──────────failed──────────────────────────────────►│ │        ▲
 *                 └──────────────────────next try─────────────────────────┘ │        │
 *               any ──not to be tried again──► GIVEN_UP          any ──closed────────┘
 * </pre>
 *
 * <p>Nothing follows {@link #CLOSED} and {@link #GIVEN_UP}. A multicast endpoint, bound or connected, is CONNECTED while its
 * interface serves, and else WAITING.
 */
public enum EndpointState {
    /** Bound: peers may connect. */
    LISTENING,
    /** Connected to, and a try is under way: a look-up, a connection that is being made, a handshake. */
    CONNECTING,
    /** Connected, the handshake complete. */
    CONNECTED,
    /** Between two tries; over {@code inproc}, until a socket binds the name. */
    WAITING,
    /** The connection is not there and is not tried again: {@code RECONNECT_IVL} says so, or the transport failed. */
    GIVEN_UP,
    /** Closed, or its socket was. What was sent before may still be on its way. */
    CLOSED
}
