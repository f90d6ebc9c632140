package io.zmq4j.bench.compare;

import static io.zmq4j.bench.compare.Work.CROWD;
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
    ZMQ4J("zmq4j", 1, EnumSet.allOf(Work.class)),
    LIBZMQ(
            "libzmq",
            0.1,
            EnumSet.of(THROUGHPUT, LATENCY, INPROC_THROUGHPUT, INPROC_LATENCY, PUBLISH, PEERS, CROWD, PROXY, PACE)),
    /** Not with a crowd: in its role is why some handshakes have to be begun again. */
    JEROMQ(
            "JeroMQ",
            1,
            EnumSet.of(THROUGHPUT, LATENCY, INPROC_THROUGHPUT, INPROC_LATENCY, PUBLISH, PEERS, PROXY, PACE)),
    /** zmq4j behind JeroMQ's API: the role is that of JeroMQ, the same class file. */
    FACADE("zmq4j by JeroMQ's API", 1, EnumSet.of(THROUGHPUT, LATENCY)),
    /** Plain java.nio channels without ZeroMQ: what a JVM on this machine allows at best. */
    RAW("raw java.nio", 0.4, EnumSet.of(THROUGHPUT, LATENCY, PROXY));

    /** About how many times as long a sealed message takes JeroMQ. */
    private static final double JEROMQ_CURVE = 20;

    private final String label;
    private final double warmup;
    private final Set<Work> works;

    Implementation(String label, double warmup, Set<Work> works) {
        this.label = label;
        this.warmup = warmup;
        this.works = works;
    }

    String label() {
        return label;
    }

    /** How much of the time for warming up it needs: the less code, the less. */
    double warmup() {
        return warmup;
    }

    /**
     * About how many messages or round trips a second it will make, to begin with. With CURVE JeroMQ takes far longer than the
     * others: a trial as long as theirs would take it minutes, and one that is short for all would fit into the others' queues.
     */
    double guess(Row row) {
        double guess = row.work().guess(row);
        return this == JEROMQ && row.hasCurve() ? guess / JEROMQ_CURVE : guess;
    }

    boolean plays(Row row) {
        if (!works.contains(row.work())) {
            return false;
        }
        return switch (row.variation()) {
            case PLAIN -> this != FACADE;
            case CURVE -> this != FACADE && this != RAW;
            case JEROMQS_API -> this == ZMQ4J || this == FACADE || this == JEROMQ;
            case ROUTER, SERVER -> this == ZMQ4J || this == JEROMQ;
            case RADIO -> this == ZMQ4J;
            case STREAM -> this == ZMQ4J || this == RAW;
        };
    }
}
