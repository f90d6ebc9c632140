package io.zmq4j.patterns.pirate;

/**
 * What a {@link PirateWorker} has done.
 *
 * @param connected whether it takes the queue for alive
 * @param served requests that were answered, those with which the handler failed included
 * @param failed requests with which the handler failed
 * @param reconnects how often the queue was taken for dead
 * @param lateReplies replies that were dropped, as the queue that gave the request was taken for dead meanwhile
 * @param malformed messages that are no command of RFC 6
 */
public record PirateWorkerStatistics(
        boolean connected, long served, long failed, long reconnects, long lateReplies, long malformed) {}
