package io.zmq4j.bench.compare;

import static io.zmq4j.bench.compare.Implementation.JEROMQ;
import static io.zmq4j.bench.compare.Implementation.LIBZMQ;
import static io.zmq4j.bench.compare.Implementation.ZMQ4J;
import static io.zmq4j.bench.compare.Sense.AT_LEAST;
import static io.zmq4j.bench.compare.Sense.AT_MOST;
import static io.zmq4j.bench.compare.Sense.BELOW;

import java.util.List;
import java.util.stream.Stream;

/** The bars, as data. */
final class Bars {
    /** 1 and what two runs of the same thing differ by. */
    private static final double NO_MORE_THAN_NOISE = 1.1;

    /** A clock tick of the kernel: less is not told from nothing. */
    private static final double TICK_MILLIS = 10;

    /** Once a second, such as for a look at the clock. */
    private static final double WAKEUPS_IN_TEN_SECONDS = 10;

    static final List<Bar> ALL = Stream.of(
                    compared("thr tcp 10 B", AT_LEAST, 3.0, 3.0),
                    compared("thr tcp 100 B", AT_LEAST, 3.0, 3.0),
                    compared("thr tcp 1 KiB", AT_LEAST, 2.2, 3.0),
                    compared("thr tcp 64 KiB", AT_LEAST, 1.2, 1.5),
                    compared("thr tcp 1 MiB", AT_LEAST, 1.0, 1.5),
                    compared("thr ipc 10 B", AT_LEAST, 3.0, 3.0),
                    compared("thr ipc 100 B", AT_LEAST, 3.0, 3.0),
                    compared("thr ipc 1 KiB", AT_LEAST, 2.2, 3.0),
                    compared("thr ipc 64 KiB", AT_LEAST, 1.2, 1.5),
                    compared("thr ipc 1 MiB", AT_LEAST, 1.0, 1.5),
                    compared("thr inproc 10 B", AT_LEAST, 3.0, 3.0),
                    compared("lat inproc 10 B, a core each", AT_MOST, 0.5, 0.5),
                    compared("lat inproc 10 B, one core", AT_MOST, 0.5, 0.5),
                    compared("lat tcp 10 B, one core", AT_MOST, 0.5, 0.5),
                    compared("lat tcp 10 B, a core each", AT_MOST, 0.6, 0.5),
                    compared("lat ipc 10 B, one core", AT_MOST, 0.5, 0.5),
                    compared("lat ipc 10 B, a core each", AT_MOST, 0.6, 0.5),
                    compared("pub tcp 100 B to 1", AT_LEAST, 2.5, 3.0),
                    compared("pub tcp 100 B to 10", AT_LEAST, 2.5, 3.0),
                    compared("pub tcp 100 B to 100", AT_LEAST, 2.5, 3.0),
                    compared("proxy tcp 10 B", AT_LEAST, 2.0, 3.0),
                    Stream.of(Bar.beyondMachine(
                            Rows.PAUSING.lines().get(0), Rows.UNPAUSED.lines().get(0), NO_MORE_THAN_NOISE)),
                    betterThanLibzmq("tail tcp 100 B at 8,000/s p50"),
                    betterThanLibzmq("tail tcp 100 B at 8,000/s p99"),
                    betterThanLibzmq("tail tcp 100 B at 8,000/s p99.9"),
                    betterThanLibzmq("pace tcp 100 B at 1,000/s p50"),
                    betterThanLibzmq("pace tcp 100 B at 10,000/s p50"),
                    betterThanLibzmq("pace tcp 100 B at 50,000/s p50"),
                    betterThanLibzmq("pace tcp 100 B at 100,000/s p50"),
                    betterThanLibzmq("pace tcp 100 B at 200,000/s p50"),
                    toLibzmq("cold tcp 10 B, 3 M", AT_LEAST, 0.75),
                    toLibzmq("cold req 20,000", AT_MOST, 2.0),
                    toLibzmq("cold pub 100 B to 10, 50,000", AT_LEAST, 0.45),
                    compared("curve thr tcp 10 B", AT_LEAST, 3.0, 4.0),
                    compared("curve thr tcp 100 B", AT_LEAST, 2.5, 4.0),
                    compared("curve thr tcp 1 KiB", AT_LEAST, 1.5, 4.0),
                    compared("curve thr tcp 64 KiB", AT_LEAST, 0.9, 4.0),
                    toLibzmq("curve lat tcp 10 B, one core", AT_MOST, 0.6),
                    toLibzmq("curve lat tcp 10 B, a core each", AT_MOST, 0.6),
                    toLibzmq("curve connect 1,000", AT_MOST, 1.5),
                    behindJeroMqsApi("jeromq thr tcp 10 B", AT_LEAST, 0.8, 2.5),
                    behindJeroMqsApi("jeromq thr tcp 1 KiB", AT_LEAST, 0.8, 2.5),
                    behindJeroMqsApi("jeromq thr tcp 64 KiB", AT_LEAST, 0.8, 2.5),
                    behindJeroMqsApi("jeromq lat tcp 10 B, one core", AT_MOST, 1.25, 0.4),
                    behindJeroMqsApi("jeromq lat tcp 1 KiB, one core", AT_MOST, 1.25, 0.4),
                    behindJeroMqsApi("jeromq lat tcp 64 KiB, one core", AT_MOST, 1.25, 0.4),
                    absolute("idle 100: wake-ups in 10 s", AT_MOST, WAKEUPS_IN_TEN_SECONDS),
                    absolute("idle 100: CPU time in 10 s", AT_MOST, TICK_MILLIS),
                    absolute("allocated per 10 B message received, its array included", AT_MOST, 64),
                    absolute("allocated per 10 B message sent, beside its array", AT_MOST, 48),
                    absolute("connections 10,000: heap and direct memory each", AT_MOST, 4_100),
                    // One to begin with, and at most one more.
                    absolute("connections 10,000: I/O threads", AT_MOST, 2),
                    absolute("connections 10,000: time to send each a message", BELOW, 1),
                    absolute("topics 1,000,000: memory each beyond its bytes", AT_MOST, 200),
                    absolute("topics 1,000,000: time to match 20 B", BELOW, 2_000),
                    absolute("topics 1,000,000: time to disconnect", BELOW, 1))
            .flatMap(bars -> bars)
            .toList();

    private Bars() {}

    private static Stream<Bar> compared(String line, Sense sense, double toLibzmq, double toJeromq) {
        return Stream.of(
                Bar.ratio(Rows.line(line), LIBZMQ, sense, toLibzmq),
                Bar.ratio(Rows.line(line), JEROMQ, sense, toJeromq));
    }

    private static Stream<Bar> behindJeroMqsApi(String line, Sense sense, double toZmq4j, double toJeromq) {
        return Stream.of(
                Bar.facade(Rows.line(line), ZMQ4J, sense, toZmq4j),
                Bar.facade(Rows.line(line), JEROMQ, sense, toJeromq));
    }

    private static Stream<Bar> betterThanLibzmq(String line) {
        return toLibzmq(line, BELOW, 1.0);
    }

    private static Stream<Bar> toLibzmq(String line, Sense sense, double limit) {
        return Stream.of(Bar.ratio(Rows.line(line), LIBZMQ, sense, limit));
    }

    private static Stream<Bar> absolute(String line, Sense sense, double limit) {
        return Stream.of(Bar.absolute(Rows.line(line), sense, limit));
    }
}
