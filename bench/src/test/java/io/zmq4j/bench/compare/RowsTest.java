package io.zmq4j.bench.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class RowsTest {
    private static final Counts COUNTS = new Counts(5000, 700);
    private static final KeyFiles KEYS = KeyFiles.in(Path.of("/keys"));

    @Test
    void namesAreUnique() {
        assertThat(Rows.ALL).extracting(Row::name).doesNotHaveDuplicates();
        assertThat(Rows.ALL.stream().flatMap(row -> row.lines().stream()))
                .extracting(Line::name)
                .doesNotHaveDuplicates();
    }

    @Test
    void everyRowOfTheTableHasItsPlace() {
        assertThat(Rows.ALL)
                .extracting(Row::name)
                .contains(
                        "thr tcp 10 B",
                        "thr ipc 1 MiB",
                        "thr inproc 10 B",
                        "lat inproc 10 B, one core",
                        "lat tcp 10 B every 5 ms, a core each",
                        "pub tcp 100 B to 100",
                        "tail tcp 100 B at 8,000/s",
                        "pace tcp 100 B at 200,000/s",
                        "cold tcp 10 B, 1 M",
                        "cold tcp 10 B, 3 M",
                        "cold req 20,000",
                        "cold pub 100 B to 10, 50,000",
                        "curve thr tcp 10 B",
                        "curve thr tcp 100 B",
                        "curve thr tcp 1 KiB",
                        "curve thr tcp 64 KiB",
                        "curve lat tcp 10 B, one core",
                        "curve lat tcp 10 B, a core each",
                        "curve connect 1,000",
                        "router thr tcp 10 B",
                        "router lat tcp 10 B, one core",
                        "server thr tcp 10 B",
                        "server lat tcp 10 B, one core",
                        "radio pub tcp 100 B to 1",
                        "radio pub tcp 100 B to 10",
                        "stream thr tcp 64 KiB",
                        "stream lat tcp 10 B, one core",
                        "idle 100",
                        "connections 10,000",
                        "topics 1,000,000",
                        "joins",
                        "mixed");
    }

    @Test
    void bothEndsGetTheSameArguments() {
        assertThat(text(Row.throughput(Transport.TCP, 10), "tcp://here:1"))
                .containsExactly(
                        "local_thr tcp://here:1 10 5000 --warmup 700 --timeout 45",
                        "remote_thr tcp://here:1 10 5000 --warmup 700 --timeout 45");
    }

    @Test
    void onlyTheEndThatAsksPauses() {
        assertThat(text(Row.latencyEvery(5, 10), "tcp://here:1"))
                .containsExactly(
                        "local_lat tcp://here:1 10 5000 --warmup 700 --timeout 45",
                        "remote_lat tcp://here:1 10 5000 --every 5 --warmup 700 --timeout 45");
    }

    @Test
    void aSlowSenderSleepsAndAFastOneSpins() {
        assertThat(text(Row.pace("pace", 10_000, 100, "p50"), "tcp://here:1").get(1))
                .isEqualTo("remote_pace tcp://here:1 100 5000 10000 --warmup 700 --timeout 45");
        assertThat(text(Row.pace("pace", 50_000, 100, "p50"), "tcp://here:1").get(1))
                .isEqualTo("remote_pace tcp://here:1 100 5000 50000 --spin --warmup 700 --timeout 45");
    }

    @Test
    void oneProcessNeedsNoEndpoint() {
        assertThat(text(Row.throughput(Transport.INPROC, 10), "inproc://1"))
                .containsExactly("inproc_thr 10 5000 --warmup 700 --timeout 45");
    }

    @Test
    void aRunThatCountsNothingHasNoWarmup() {
        var ends = Row.topics(1_000).ends("tcp://here:1", KEYS, new Counts(0, 0));

        assertThat(ends).extracting(Part::toString).containsExactly("topics 1000 --timeout 45");
    }

    @Test
    void aColdRunIsTheSameRolesWithoutWarmup() {
        assertThat(coldText(Row.coldThroughput(10, 3_000_000)))
                .containsExactly(
                        "local_thr tcp://here:1 10 3000000 --timeout 45",
                        "remote_thr tcp://here:1 10 3000000 --timeout 45");
        assertThat(coldText(Row.coldLatency(10, 20_000)))
                .containsExactly(
                        "local_lat tcp://here:1 10 20000 --timeout 45",
                        "remote_lat tcp://here:1 10 20000 --timeout 45");
        assertThat(coldText(Row.coldPublish(10, 100, 50_000)))
                .containsExactly(
                        "pub tcp://here:1 100 50000 10 --timeout 45", "subs tcp://here:1 100 50000 10 --timeout 45");
    }

    @Test
    void whoBindsIsTheServerOfCurveAndWhoConnectsKnowsItsKey() {
        assertThat(text(Row.curve(Row.throughput(Transport.TCP, 10)), "tcp://here:1"))
                .containsExactly(
                        "local_thr tcp://here:1 10 5000 --warmup 700 --timeout 45 --curve-server-secret /keys/server_secret",
                        "remote_thr tcp://here:1 10 5000 --warmup 700 --timeout 45 --curve-server-key /keys/server"
                                + " --curve-client /keys/client_secret");
    }

    @Test
    void eachEndPlaysWithTheTypeThatTheRowNames() {
        assertThat(text(Row.between(Variation.SERVER, Row.throughput(Transport.TCP, 10)), "tcp://here:1"))
                .containsExactly(
                        "local_thr tcp://here:1 10 5000 --warmup 700 --timeout 45 --type SERVER",
                        "remote_thr tcp://here:1 10 5000 --warmup 700 --timeout 45 --type CLIENT");
        assertThat(typesOf(Row.between(Variation.ROUTER, Row.throughput(Transport.TCP, 10))))
                .containsExactly("ROUTER", "DEALER");
        assertThat(typesOf(Row.between(Variation.RADIO, Row.publish(1, 10)))).containsExactly("RADIO", "DISH");
        assertThat(typesOf(Row.between(Variation.STREAM, Row.throughput(Transport.TCP, 10))))
                .containsExactly("STREAM", "STREAM");
    }

    private static List<String> typesOf(Row row) {
        return text(row, "tcp://here:1").stream()
                .map(line -> line.substring(line.indexOf(" --type ") + " --type ".length()))
                .toList();
    }

    @Test
    void aCrowdIsServedTwiceAndCountedOnce() {
        assertThat(Row.crowd(1_000, 10).ends("tcp://here:1", KEYS, new Counts(0, 0)))
                .extracting(Part::toString)
                .containsExactly(
                        "local_lat tcp://here:1 10 1000 --warmup 1000 --timeout 45",
                        "crowd tcp://here:1 10 1000 --warmup 1000 --timeout 45");
    }

    @Test
    void whatOthersDoToAFloodIsARoleWithANumberOfMessages() {
        assertThat(Row.joins(5_000).ends("tcp://here:1", KEYS, new Counts(0, 0)))
                .extracting(Part::toString)
                .containsExactly("joins 5000 --timeout 45");
        assertThat(Row.mixed(2_000).ends("tcp://here:1", KEYS, new Counts(0, 0)))
                .extracting(Part::toString)
                .containsExactly("mixed 2000 --timeout 45");
    }

    @Test
    void everyCurveAsksForAFigureThatItsRowsGive() {
        for (var curve : Curves.ALL) {
            assertThat(curve.rows()).as(curve.title()).isNotEmpty().allSatisfy(row -> row.line(curve.key()));
        }
    }

    @Test
    void curvesAndTableCallDifferentThingsByDifferentNames() {
        var rows = Curves.ALL.stream().flatMap(curve -> curve.rows().stream()).toList();

        for (var row : rows) {
            assertThat(Rows.ALL)
                    .filteredOn(other -> other.name().equals(row.name()))
                    .allMatch(row::equals);
        }
        assertThat(rows).extracting(Row::name).doesNotHaveDuplicates();
    }

    @Test
    void aQuickComparisonIsExpectedToTakeLessThanFiveMinutes() {
        assertThat(expectedSeconds(Rows.ALL, Effort.quick(1))).isLessThan(5 * 60);
    }

    @Test
    void aWholeComparisonIsExpectedToTakeLessThanAnHourAndAHalf() {
        var points = Curves.ALL.stream().flatMap(curve -> curve.rows().stream()).toList();

        assertThat(expectedSeconds(Rows.ALL, Effort.full(5)) + expectedSeconds(points, Effort.full(1)))
                .isBetween(75.0 * 60, 90.0 * 60);
    }

    private static double expectedSeconds(List<Row> rows, Effort effort) {
        return Schedule.of(rows, Field.ALL.all(), effort).stream()
                .mapToDouble(Step::seconds)
                .sum();
    }

    private static List<String> coldText(Row row) {
        var counts = Effort.full(1).counts(row, Implementation.ZMQ4J, 1, 1_000);
        return row.ends("tcp://here:1", KEYS, counts).stream()
                .map(Part::toString)
                .toList();
    }

    private static List<String> text(Row row, String endpoint) {
        return row.ends(endpoint, KEYS, COUNTS).stream().map(Part::toString).toList();
    }
}
