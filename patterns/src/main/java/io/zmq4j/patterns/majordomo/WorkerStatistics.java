package io.zmq4j.patterns.majordomo;

/**
 * What a worker has done.
 *
 * @param requests handed to its handler
 * @param failed those of them with which the handler failed
 * @param unsent replies that were not sent, as the broker was lost before they were made
 * @param dialogs how often it registered with a broker
 */
public record WorkerStatistics(long requests, long failed, long unsent, long dialogs) {}
