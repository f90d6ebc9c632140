package io.zmq4j.patterns.binarystar;

/**
 * How a {@link BinaryStar} stands, and what it has done.
 *
 * @param state how this server stands
 * @param peerIsSilent whether the other one has been silent for as long as it may be
 * @param served requests that this server was to answer
 * @param refused requests that it was not to answer
 * @param malformed messages that were none of the other server's
 */
public record BinaryStarStatistics(StarState state, boolean peerIsSilent, long served, long refused, long malformed) {}
