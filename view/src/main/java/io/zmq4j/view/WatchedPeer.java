package io.zmq4j.view;

import io.zmq4j.event.PeerStatistics;

/**
 * A peer of a socket at a moment, and what passes.
 *
 * @param now how it stands
 * @param rates what passes in a second; {@link Rates#NONE} at the first look, and where two peers cannot be told apart
 */
public record WatchedPeer(PeerStatistics now, Rates rates) {}
