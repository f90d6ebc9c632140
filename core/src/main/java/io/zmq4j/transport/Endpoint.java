package io.zmq4j.transport;

/**
 * Where a socket binds or connects, such as {@code tcp://*:5555}. A value without I/O: names are not looked up. The
 * text of {@code toString} gives an equal endpoint when it is parsed again.
 */
public interface Endpoint {}
