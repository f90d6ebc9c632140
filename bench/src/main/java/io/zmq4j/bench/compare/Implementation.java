package io.zmq4j.bench.compare;

import static io.zmq4j.bench.compare.Work.INPROC_LATENCY;
import static io.zmq4j.bench.compare.Work.INPROC_THROUGHPUT;
import static io.zmq4j.bench.compare.Work.LATENCY;
import static io.zmq4j.bench.compare.Work.PACE;
import static io.zmq4j.bench.compare.Work.PEERS;
import static io.zmq4j.bench.compare.Work.PROXY;
import static io.zmq4j.bench.compare.Work.PUBLISH;
import static io.zmq4j.bench.compare.Work.THROUGHPUT;

import java.util.EnumSet;
import java.util.Set;

/** Whose sockets are measured, and which work they have a role for. */
enum Implementation {
    ZMQ4J("zmq4j", EnumSet.allOf(Work.class)),
    LIBZMQ("libzmq", EnumSet.of(THROUGHPUT, LATENCY, INPROC_THROUGHPUT, INPROC_LATENCY, PUBLISH, PEERS, PROXY, PACE)),
    JEROMQ("JeroMQ", LIBZMQ.works),
    /** Plain java.nio channels without ZeroMQ: what a JVM on this machine allows at best. */
    RAW("raw java.nio", EnumSet.of(THROUGHPUT, LATENCY));

    private final String label;
    private final Set<Work> works;

    Implementation(String label, Set<Work> works) {
        this.label = label;
        this.works = works;
    }

    String label() {
        return label;
    }

    boolean plays(Work work) {
        return works.contains(work);
    }
}
