package io.zmq4j.patterns.majordomo;

/**
 * A service as a broker knows it at a moment.
 *
 * @param workers those registered
 * @param idle those of them without work
 * @param waiting requests that no worker has
 * @param requests taken since the broker knows the service: it forgets one that has neither workers nor requests
 * @param replies final ones, passed on since then
 */
public record ServiceStatistics(String name, int workers, int idle, int waiting, long requests, long replies) {}
