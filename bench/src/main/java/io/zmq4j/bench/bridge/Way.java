package io.zmq4j.bench.bridge;

/** From where to where. The names are those on the command line. */
enum Way {
    /** From a PUSH to a topic. */
    IN,
    /** From a topic to a PULL. */
    OUT
}
