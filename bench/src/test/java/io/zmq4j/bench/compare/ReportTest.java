package io.zmq4j.bench.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {
    private static final Row FLOOD = Row.throughputAndAllocation(10);
    private static final Line RATE = FLOOD.line("local_thr msg/s");

    private final Results results = new Results();

    @TempDir
    Path directory;

    @Test
    void aLineHasMediansExtremesAndRatios() {
        flood(Field.ZMQ4J, 12e6, 13e6, 15e6);
        flood(Field.LIBZMQ, 5e6);
        flood(Field.JEROMQ, 6.5e6);

        assertThat(report(Field.ALL).summary())
                .contains("| thr tcp 10 B, msg/s | 13.0 M (12.0 M–15.0 M) | 5.00 M | 6.50 M | –            | 2.60×")
                .contains("| 2.00×     |");
    }

    @Test
    void aFigureBelowItsBarIsShown() {
        flood(Field.ZMQ4J, 13e6);
        flood(Field.LIBZMQ, 5e6);
        flood(Field.JEROMQ, 2e6);

        assertThat(report(Field.ALL).summary().lines())
                .anyMatch(line -> line.startsWith("| thr tcp 10 B, to libzmq") && line.endsWith("| **no** |"))
                .anyMatch(line -> line.startsWith("| thr tcp 10 B, to JeroMQ") && line.endsWith("| yes    |"))
                .anyMatch(line -> line.contains("1 of 2 bars hold, " + (Bars.ALL.size() - 2) + " not measured"));
    }

    @Test
    void aBarHoldsOnlyIfItHoldsOnEveryJdk() {
        var contestants = Field.withTwoJdks();
        flood(contestants.zmq4js().get(0), 16e6);
        flood(contestants.zmq4js().get(1), 14e6);
        flood(contestants.first(Implementation.LIBZMQ).orElseThrow(), 5e6);

        assertThat(report(contestants).summary())
                .contains("| 3.20×, 2.80× |")
                .contains("| zmq4j, JDK 17 | zmq4j, JDK 25 | holds  |")
                .contains("| 3.20×         | 2.80×         | **no** |");
    }

    @Test
    void aFailedRunIsShown() {
        flood(Field.ZMQ4J, 13e6);
        results.failed(new Step(FLOOD, Field.JEROMQ, 2, Effort.full(5)), "message 3 is missing");

        assertThat(report(Field.ALL).summary())
                .contains("**1 failed**")
                .contains("FAILED: thr tcp 10 B, JeroMQ, round 2: message 3 is missing");
        assertThat(report(Field.ALL).page())
                .contains("one run failed")
                .contains("- thr tcp 10 B, JeroMQ, round 2: message 3 is missing");
    }

    @Test
    void whatZmq4jMeasuresAloneHasATableOfItsOwn() {
        flood(Field.ZMQ4J, 13e6);
        results.add(FLOOD.line("local_thr B/msg"), Field.ZMQ4J, 41);

        assertThat(report(Field.ALL).summary().lines())
                .anyMatch(line ->
                        line.matches("\\| allocated per 10 B message received, its array included, B +\\| 41 +\\|"));
        assertThat(report(Field.ALL).page()).contains("- **joins**:", "- **mixed**:");
    }

    @Test
    void thePageHasConditionsCommandsAndPictures() throws Exception {
        flood(Field.ZMQ4J, 13e6);
        flood(Field.LIBZMQ, 5e6);
        results.played(FLOOD, Field.LIBZMQ, new Counts(6_000_000, 4_000_000));

        report(Field.ALL).write(directory);

        assertThat(directory.resolve("performance.md"))
                .content()
                .contains("wrote on 2031-02-03")
                .contains("A Processor, 8 cores")
                .contains("| libzmq      | 4.3.4 ")
                .contains("./libzmq local_thr tcp://127.0.0.1:5555 10 6000000 --warmup 4000000 --timeout 45 &")
                .contains("./zmq bench compare --rounds 7\n")
                .contains("![How many times as fast as libzmq](performance/ratios.svg)")
                .contains("(performance/throughput-size.svg)")
                .doesNotContain("%");
        for (var picture : List.of("ratios", "throughput-size")) {
            assertThat(Files.readString(directory.resolve("performance/" + picture + ".svg")))
                    .startsWith("<svg")
                    .contains("zmq4j");
        }
        assertThat(directory.resolve("performance/latency-size.svg")).doesNotExist();
    }

    @Test
    void whatWasNotPlayedHasNoSection() {
        assertThat(report(Field.ALL).page())
                .contains("## Machine", "## How it is measured", "0 of 0 bars hold")
                .doesNotContain("## Side by side", "## zmq4j alone", "## Bars", "## Charts", "## Failed runs");
    }

    @Test
    void aPinnedCommandIsShownAsItIsTyped() {
        var row = Row.latency(Transport.TCP, 10, Placement.CORE_EACH);
        var contestants = Field.withTwoJdks();
        results.played(row, contestants.zmq4js().get(1), new Counts(100, 0));

        assertThat(new Commands(List.of(row), contestants, results, new Cores(0, 3), true))
                .hasToString("""
                        # lat tcp 10 B, a core each
                        JAVA_HOME=/jdk-25 taskset -c 0 ./zmq bench local_lat tcp://127.0.0.1:5555 10 100 --timeout 45 &
                        JAVA_HOME=/jdk-25 taskset -c 3 ./zmq bench remote_lat tcp://127.0.0.1:5555 10 100 --timeout 45""");
    }

    @Test
    void keysAreShownWhereThePageSaysHowToMakeThem() {
        var row = Row.curve(Row.throughput(Transport.TCP, 10));
        results.played(row, Field.LIBZMQ, new Counts(100, 0));

        assertThat(new Commands(List.of(row), Field.ALL, results, new Cores(0, 1), true))
                .hasToString("""
                        # curve thr tcp 10 B
                        ./libzmq local_thr tcp://127.0.0.1:5555 10 100 --timeout 45 --curve-server-secret /tmp/bench-keys/server_secret &
                        ./libzmq remote_thr tcp://127.0.0.1:5555 10 100 --timeout 45 --curve-server-key /tmp/bench-keys/server \
                        --curve-client /tmp/bench-keys/client_secret""");
        assertThat(report(Field.ALL).page())
                .contains("mkdir /tmp/bench-keys;", "zmq keygen --zcert /tmp/bench-keys/$end");
    }

    private void flood(Contestant contestant, double... rates) {
        for (double rate : rates) {
            results.add(RATE, contestant, rate);
            results.add(Row.throughput(Transport.TCP, 64).lines().get(0), contestant, rate);
        }
    }

    private Report report(Contestants contestants) {
        return new Report(
                List.of(FLOOD),
                Curves.ALL,
                contestants,
                results,
                new Conditions(
                        LocalDate.of(2031, 2, 3),
                        new Machine("A Processor", 8, "16 GiB", "Linux 9", "0.01"),
                        List.of(new Jdk(Path.of("/jdk-17"), "17", "17.0.1, Vendor")),
                        "4.3.4",
                        "0.6.0",
                        new Cores(0, 1),
                        true,
                        Effort.full(7),
                        List.of(),
                        List.of("--rounds", "7")));
    }
}
