package io.zmq4j;

/**
 * What a {@link Server} has done.
 *
 * @param served requests whose handler has made a reply
 * @param failed requests whose handler failed
 * @param running handlers that run at the moment
 */
public record ServerStatistics(long served, long failed, int running) {}
