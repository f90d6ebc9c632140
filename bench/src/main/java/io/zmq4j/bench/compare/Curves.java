package io.zmq4j.bench.compare;

import static io.zmq4j.bench.compare.Placement.CORE_EACH;
import static io.zmq4j.bench.compare.Transport.TCP;

import io.zmq4j.bench.compare.chart.Axis;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;

/** The growth curves, as data. */
final class Curves {
    private static final int[] SIZES = {1, 4, 16, 64, 256, 1 << 10, 4 << 10, 16 << 10, 64 << 10, 256 << 10, 1 << 20};
    private static final int[] MANY = {1, 3, 10, 30, 100, 300, 1_000};
    private static final int[] CONNECTIONS = {100, 300, 1_000, 3_000, 10_000};
    private static final int[] TOPICS = {1, 10, 100, 1_000, 10_000, 100_000, 1_000_000};

    private static final Axis BYTES_A_MESSAGE = new Axis("bytes a message", 4, bytes -> Row.size((long) bytes));
    private static final Axis MESSAGES = new Axis("messages a second", 10, Unit::brief);
    private static final Axis MICROSECONDS = new Axis("µs", 10, Unit::brief);

    static final List<Curve> ALL = List.of(
            new Curve(
                    "throughput-size",
                    "PUSH to PULL over tcp: throughput over message size",
                    BYTES_A_MESSAGE,
                    MESSAGES,
                    "local_thr msg/s",
                    points(size -> Row.throughput(TCP, size), SIZES)),
            new Curve(
                    "throughput-subscribers",
                    "PUB to SUB over tcp, 100 B: deliveries over subscribers",
                    new Axis("subscribers", 10, Unit::brief),
                    new Axis("deliveries a second, all subscribers together", 10, Unit::brief),
                    "subs msg/s",
                    points(subscribers -> Row.publish(subscribers, Rows.SMALL), MANY)),
            new Curve(
                    "throughput-peers",
                    "PUSH to one PULL over tcp, 100 B: throughput over PUSH sockets",
                    new Axis("PUSH sockets", 10, Unit::brief),
                    MESSAGES,
                    "local_thr msg/s",
                    points(peers -> Row.peers(peers, Rows.SMALL), MANY)),
            new Curve(
                    "latency-size",
                    "REQ to REP over tcp, a core each: one-way latency over message size",
                    BYTES_A_MESSAGE,
                    MICROSECONDS,
                    "remote_lat us",
                    points(size -> Row.latency(TCP, size, CORE_EACH), SIZES)),
            new Curve(
                    "memory-connections",
                    "Idle connections of one socket: memory of each",
                    new Axis("connections", 10, Unit::brief),
                    new Axis("bytes of heap and direct memory a connection", 10, Unit::brief),
                    "connections B/connection",
                    points(Row::connections, CONNECTIONS)),
            new Curve(
                    "matching-topics",
                    "Subscriptions of one peer: time to match a topic of 20 bytes",
                    new Axis("subscriptions", 10, Unit::brief),
                    new Axis("ns", 10, Unit::brief),
                    "topics ns/match",
                    points(Row::topics, TOPICS)));

    private Curves() {}

    private static List<Curve.At> points(IntFunction<Row> row, int... xs) {
        return Arrays.stream(xs).mapToObj(x -> new Curve.At(x, row.apply(x))).toList();
    }
}
