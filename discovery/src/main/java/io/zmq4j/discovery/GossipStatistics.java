package io.zmq4j.discovery;

/**
 * What a gossip has come to.
 *
 * @param members nodes that are there and can be asked, this one among them if it can
 * @param malformed messages and entries that came and are none
 * @param forged entries that came and were not signed by their owner: somebody lies
 * @param crowded entries of new owners for which there was no place, beyond 4096
 */
public record GossipStatistics(int members, long malformed, long forged, long crowded) {}
