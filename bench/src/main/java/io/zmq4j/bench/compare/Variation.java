package io.zmq4j.bench.compare;

import java.util.List;

/** In which way a row differs from the plain one of its work. */
enum Variation {
    PLAIN,
    /** Secured with CURVE, with the end that binds as the server. */
    CURVE,
    /** With the sockets of zmq4j behind JeroMQ's API as well. */
    JEROMQS_API,
    ROUTER("ROUTER", "DEALER"),
    SERVER("SERVER", "CLIENT"),
    RADIO("RADIO", "DISH"),
    STREAM("STREAM", "STREAM");

    /** Of the end that binds and of the one that connects; empty if they are the usual ones of the work. */
    private final List<String> types;

    Variation(String... types) {
        this.types = List.of(types);
    }

    /** By which an end is told which type of socket it plays with. */
    List<String> options(boolean binds) {
        return types.isEmpty() ? List.of() : List.of("--type", types.get(binds ? 0 : 1));
    }
}
