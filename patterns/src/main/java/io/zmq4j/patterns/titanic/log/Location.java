package io.zmq4j.patterns.titanic.log;

/**
 * Where a record lies.
 *
 * @param length of the whole record, in bytes
 */
public record Location(Segment segment, long offset, int length) {}
