package io.zmq4j.bench.compare;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Who takes part in these tests. */
final class Field {
    static final Contestant ZMQ4J = contestant("zmq4j", Implementation.ZMQ4J);
    static final Contestant LIBZMQ = contestant("libzmq", Implementation.LIBZMQ);
    static final Contestant JEROMQ = contestant("JeroMQ", Implementation.JEROMQ);
    static final Contestant RAW = contestant("raw java.nio", Implementation.RAW);
    static final Contestant FACADE = contestant("zmq4j by JeroMQ's API", Implementation.FACADE);
    static final Contestants ALL = new Contestants(List.of(ZMQ4J, LIBZMQ, JEROMQ, RAW, FACADE));

    private Field() {}

    static Contestant contestant(String name, Implementation implementation) {
        return new Contestant(name, implementation, List.of(name), "./" + name);
    }

    static Contestants withTwoJdks() {
        return Contestants.of(
                List.of(
                        new Jdk(Path.of("/jdk-17"), "17", "17.0.1, Vendor"),
                        new Jdk(Path.of("/jdk-25"), "25", "25.0.1, Vendor")),
                Path.of("/tmp/perf"),
                List.of("-XX:+UseSerialGC"),
                "/lib/core.jar:/lib/bench.jar:/lib/jeromq-0.6.0.jar",
                Optional.of(new Facade(Path.of("/lib/jeromq/jeromq-0.1.0.jar"))));
    }
}
