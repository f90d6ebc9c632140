package io.zmq4j.bench.compare;

import static io.zmq4j.bench.compare.Placement.CORE_EACH;
import static io.zmq4j.bench.compare.Placement.ONE_CORE;
import static io.zmq4j.bench.compare.Transport.INPROC;
import static io.zmq4j.bench.compare.Transport.IPC;
import static io.zmq4j.bench.compare.Transport.TCP;
import static io.zmq4j.bench.compare.Variation.RADIO;
import static io.zmq4j.bench.compare.Variation.ROUTER;
import static io.zmq4j.bench.compare.Variation.SERVER;
import static io.zmq4j.bench.compare.Variation.STREAM;

import java.util.List;

/** The rows of the table, as data. */
final class Rows {
    static final int TINY = 10;
    static final int SMALL = 100;
    static final int KIBIBYTE = 1 << 10;
    static final int LARGE = 64 << 10;
    static final int MEBIBYTE = 1 << 20;

    /** The two show what the pauses cost. */
    static final Row UNPAUSED = Row.latency(TCP, TINY, CORE_EACH);

    static final Row PAUSING = Row.latencyEvery(5, TINY);

    static final List<Row> ALL = List.of(
            Row.throughputAndAllocation(TINY),
            Row.throughput(TCP, SMALL),
            Row.throughput(TCP, KIBIBYTE),
            Row.throughput(TCP, LARGE),
            Row.throughput(TCP, MEBIBYTE),
            Row.throughput(IPC, TINY),
            Row.throughput(IPC, SMALL),
            Row.throughput(IPC, KIBIBYTE),
            Row.throughput(IPC, LARGE),
            Row.throughput(IPC, MEBIBYTE),
            Row.throughput(INPROC, TINY),
            Row.latency(INPROC, TINY, CORE_EACH),
            Row.latency(INPROC, TINY, ONE_CORE),
            Row.latency(TCP, TINY, ONE_CORE),
            UNPAUSED,
            Row.latency(IPC, TINY, ONE_CORE),
            Row.latency(IPC, TINY, CORE_EACH),
            PAUSING,
            Row.publish(1, SMALL),
            Row.publish(10, SMALL),
            Row.publish(100, SMALL),
            Row.proxy(TINY),
            Row.pace("tail", 8_000, SMALL, "p50", "p99", "p99.9"),
            Row.pace("pace", 1_000, SMALL, "p50"),
            Row.pace("pace", 10_000, SMALL, "p50"),
            Row.pace("pace", 50_000, SMALL, "p50"),
            Row.pace("pace", 100_000, SMALL, "p50"),
            Row.pace("pace", 200_000, SMALL, "p50"),
            Row.coldThroughput(TINY, 1_000_000),
            Row.coldThroughput(TINY, 3_000_000),
            Row.coldLatency(TINY, 20_000),
            Row.coldPublish(10, SMALL, 50_000),
            Row.curve(Row.throughput(TCP, TINY)),
            Row.curve(Row.throughput(TCP, SMALL)),
            Row.curve(Row.throughput(TCP, KIBIBYTE)),
            Row.curve(Row.throughput(TCP, LARGE)),
            Row.curve(Row.latency(TCP, TINY, ONE_CORE)),
            Row.curve(Row.latency(TCP, TINY, CORE_EACH)),
            Row.curve(Row.crowd(1_000, TINY)),
            Row.between(ROUTER, Row.throughput(TCP, TINY)),
            Row.between(ROUTER, Row.latency(TCP, TINY, ONE_CORE)),
            Row.between(SERVER, Row.throughput(TCP, TINY)),
            Row.between(SERVER, Row.latency(TCP, TINY, ONE_CORE)),
            Row.between(RADIO, Row.publish(1, SMALL)),
            Row.between(RADIO, Row.publish(10, SMALL)),
            Row.between(STREAM, Row.throughput(TCP, LARGE)),
            Row.between(STREAM, Row.latency(TCP, TINY, ONE_CORE)),
            Row.byJeroMqsApi(Row.throughput(TCP, TINY)),
            Row.byJeroMqsApi(Row.throughput(TCP, KIBIBYTE)),
            Row.byJeroMqsApi(Row.throughput(TCP, LARGE)),
            Row.byJeroMqsApi(Row.latency(TCP, TINY, ONE_CORE)),
            Row.byJeroMqsApi(Row.latency(TCP, KIBIBYTE, ONE_CORE)),
            Row.byJeroMqsApi(Row.latency(TCP, LARGE, ONE_CORE)),
            Row.idle(100),
            Row.connections(10_000),
            Row.topics(1_000_000),
            Row.joins(5_000),
            Row.mixed(5_000_000));

    private Rows() {}

    /** @throws IllegalArgumentException if no row has a line of this name */
    static Line line(String name) {
        return ALL.stream()
                .flatMap(row -> row.lines().stream())
                .filter(line -> line.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no line '" + name + "'"));
    }
}
