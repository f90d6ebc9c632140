package io.zmq4j.bench.compare;

/** In which way a row differs from the plain one of its work. */
enum Variation {
    PLAIN,
    /** Secured with CURVE, with the end that binds as the server. */
    CURVE,
    /** With the sockets of zmq4j behind JeroMQ's API as well. */
    JEROMQS_API
}
