package io.zmq4j.jfr;

/**
 * Where something happens.
 *
 * @param socketId which of its context's sockets, from 1
 * @param socket its title: type and name
 * @param endpoint by which the two sides met, or are to meet; empty if it is about the whole socket
 * @param peer the other side's address; empty if there is none, or none yet
 */
public record Site(long socketId, String socket, String endpoint, String peer) {}
