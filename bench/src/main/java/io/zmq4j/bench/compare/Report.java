package io.zmq4j.bench.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Everything that was measured and how, as a page with pictures. */
final class Report {
    private static final String PAGE = "performance.md";
    private static final String PICTURES = "performance";

    private static final String NAMES = """
            - **thr**: PUSH to PULL as fast as it goes, from the first message received to the last. **lat**: REQ to REP and
              back, halved; *one core*: both ends are pinned to the same, *a core each*: to two. *every 5 ms*: the client pauses
              before each question, and the median of the single ones counts instead of the mean.
            - **pub**: XPUB to SUB sockets in one process, nothing dropped; deliveries to all of them. **proxy**: 10 REQ through
              ROUTER and DEALER to 4 REP, requests a second; all in one process.
            - **tail**, **pace**: PUSH to PULL, evenly spaced; the time from sending to having received. Up to 10,000 a second the
              sender sleeps in between, above it watches the clock.
            - **curve**: the same secured with CURVE; the end that binds is the server, and lets in whoever has a key. *connect*: REQ
              sockets of one process connect to one REP at once and ask once each, after as many others of the same processes; the
              time from the first call until the last has its answer.
            - **router**, **server**: the same from DEALER to ROUTER, and from CLIENT to SERVER. **radio**: the same from RADIO to DISH,
              in one group. Most packages of libzmq come without these draft types; its ROUTER is not measured.
            - **stream**: the same from STREAM to STREAM, where the size of the row says how to cut the bytes into messages. *thr* is bytes
              in pieces, *lat* an echo. Raw java.nio has a frame around each message here as well, and writes each at once.
            - **cold**: the same roles with nothing before: the first messages of two processes, as many as the row says; with
              subscribers, as many to each of them. The clock starts at the first message that arrives, of questions at the first
              answer: what it takes to start, to connect and for that message is left out. JVMs of zmq4j start as `./zmq` starts them,
              from an AOT cache on JDK 25 and from class data sharing before, if that was made.
            - tcp is over loopback, ipc over Unix domain sockets, each end a process; inproc is two threads of one.
            - **raw java.nio**: blocking channels with length-prefixed frames and nothing of ZeroMQ: what a JVM allows here. Its
              proxy is one thread with a selector.
            """;

    private static final String NAMES_BY_JEROMQS_API = """
            - **jeromq**: the role that is written for JeroMQ, the same class file, with JeroMQ's jar and with zmq4j's in its place;
              beside them the role that is written for zmq4j's own API.
            """;

    private static final String NAMES_ALONE = """
            - **joins**: PUSH to PULL of 10 B over tcp, both ends in one process, hot. PUSH and PULL over inproc, the same over ipc, REQ
              and REP, PUB and SUB over tcp join one after the other, with 5,000 messages each. The rate is looked at every 2 ms. Whoever
              joins needs a core as well: with fewer than four, some of the time below half of the rate is that.
            - **mixed**: in one process, one after the other, PUSH to PULL over inproc, the same over ipc, REQ to REP, DEALER to ROUTER
              and back, PUB to SUB, and at last PUSH to PULL over tcp, hot; its rate is compared to that in a process of its own, which
              runs just before.
            """;

    private static final String NOT_MEASURED = """
            - A real network: loopback has neither its latency nor its losses, and both ends share the machine's cores.
            - More cores than this machine has, other processors, other systems than Linux.
            - Messages of several frames, security other than CURVE, somebody who decides about peers, reconnection, full high-water
              marks with dropping.
            - How long a process takes to start; all rows but the cold ones leave out a JVM's first seconds as well.
            - Memory of the other libraries: connections, topics and idling are measured of zmq4j alone.
            """;

    private final List<Row> rows;
    private final List<Curve> curves;
    private final Contestants contestants;
    private final Results results;
    private final Conditions conditions;
    private final Tables tables;
    private final Palette palette;

    Report(List<Row> rows, List<Curve> curves, Contestants contestants, Results results, Conditions conditions) {
        this.rows = List.copyOf(rows);
        this.curves = List.copyOf(curves);
        this.contestants = contestants;
        this.results = results;
        this.conditions = conditions;
        this.tables = new Tables(rows, contestants, results);
        this.palette = new Palette(contestants);
    }

    /** The tables, for a terminal. */
    String summary() {
        var text = new StringBuilder();
        for (var table : List.of(tables.sideBySide(), tables.byJeroMqsApi(), tables.alone(), tables.bars(Bars.ALL))) {
            if (!table.isEmpty()) {
                text.append(table).append('\n');
            }
        }
        text.append("median (least–greatest); ")
                .append(tables.verdict(Bars.ALL))
                .append('\n');
        results.failures()
                .forEach(failure -> text.append("FAILED: ").append(failure).append('\n'));
        return text.toString();
    }

    /** Writes the page and its pictures, over those of an earlier run. */
    void write(Path directory) throws IOException {
        var pictures = Files.createDirectories(directory.resolve(PICTURES));
        for (var chart : charts().entrySet()) {
            Files.writeString(pictures.resolve(chart.getKey() + ".svg"), chart.getValue());
        }
        Files.writeString(directory.resolve(PAGE), page());
    }

    String page() {
        var text = new StringBuilder();
        int failures = results.failures().size();
        text.append(introduction());
        section(text, "Machine", machine().toString());
        section(text, "Side by side", tables.sideBySide(), "\n" + NAMES);
        section(text, "By JeroMQ's API", tables.byJeroMqsApi(), "\n" + NAMES_BY_JEROMQS_API);
        section(text, "zmq4j alone", tables.alone(), "\n" + NAMES_ALONE);
        section(text, "Bars", tables.bars(Bars.ALL), "\nA bar holds if it holds on every JDK.\n");
        if (!charts().isEmpty()) {
            section(text, "Charts", images());
        }
        if (failures > 0) {
            section(text, "Failed runs", "- " + String.join("\n- ", results.failures()) + "\n");
        }
        section(text, "How it is measured", method());
        section(text, "Repeat it", repetition());
        section(text, "What is not measured", NOT_MEASURED);
        return text.toString();
    }

    /** The pictures by the name of their file, without the ending. */
    Map<String, String> charts() {
        var charts = new LinkedHashMap<String, String>();
        new RatioChart(rows, contestants, results, palette)
                .chart(Bars.ALL)
                .ifPresent(chart -> charts.put("ratios", chart.svg()));
        for (var curve : curves) {
            var chart = curve.chart(results, contestants.all(), palette);
            if (!chart.series().isEmpty()) {
                charts.put(curve.file(), chart.svg());
            }
        }
        return charts;
    }

    private String images() {
        var text = new StringBuilder();
        for (var name : charts().keySet()) {
            text.append(String.format("![%s](%s/%s.svg)%n%n", title(name), PICTURES, name));
        }
        return text.toString().stripTrailing() + "\n";
    }

    private String title(String name) {
        return curves.stream()
                .filter(curve -> curve.file().equals(name))
                .map(Curve::title)
                .findFirst()
                .orElse("How many times as fast as libzmq");
    }

    private MarkdownTable machine() {
        var machine = conditions.machine();
        var table = new MarkdownTable(List.of("", ""));
        table.add(List.of("Processor", machine.processor() + ", " + machine.cores() + " cores"));
        table.add(List.of("Memory", machine.memory()));
        table.add(List.of("Kernel", machine.kernel()));
        table.add(List.of("Load before", machine.load()));
        for (var jdk : conditions.jdks()) {
            table.add(List.of("JDK " + jdk.feature(), jdk.version()));
        }
        table.add(List.of("libzmq", conditions.libzmqVersion()));
        table.add(List.of("JeroMQ", conditions.jeromqVersion()));
        return table;
    }

    private String introduction() {
        int failures = results.failures().size();
        return String.format(
                Locale.ROOT,
                """
                # Performance

                zmq4j, libzmq, JeroMQ and raw `java.nio` channels play the same work by turns, on one machine, in one run. This page
                is what `./zmq bench compare` wrote on %s: %s, %s.

                A figure is the median of its runs, with the least and the greatest in parentheses. The last columns say how many
                times that of the other library zmq4j's figure is: for messages a second more is better, for a time less.
                """,
                conditions.date(),
                tables.verdict(Bars.ALL),
                failures == 0 ? "no run failed" : failures == 1 ? "one run failed" : failures + " runs failed");
    }

    private String method() {
        var effort = conditions.effort();
        return String.format(
                Locale.ROOT,
                """
                - Within a row everyone plays once, then everyone again: what disturbs the machine disturbs all alike. A trial that
                  nobody reports comes first; it says how many messages fit into about %.1f s. In every run others go before those
                  that are timed, for about %.1f s (twice as long with many sockets, less for what is no JVM), as a JVM is slower at
                  first. The cold rows have neither. %s.
                - Socket options are the defaults, with a high-water mark of 1000; only JeroMQ's HANDSHAKE_IVL is 300 ms instead of
                  30 s, because it never begins the handshake on a few of a hundred connections, and its RCVHWM is unlimited with
                  CURVE, because it loses messages when that is reached. Every Java role allocates an array for each message, as an
                  application would. JVM options: %s.
                - Every receiver checks size, number and order of every message, and that all came, once. A run that fails that, or takes
                  too long, is shown as failed, and its figure does not count.
                - Each point of the growth curves is one run after a trial, with the commands of the rows and other sizes or numbers.
                - %s
                """,
                effort.timedSeconds(),
                effort.warmupSeconds(),
                effort.rounds() == 1 ? "There was one round" : "There were " + effort.rounds() + " rounds",
                conditions.jvmOptions().isEmpty() ? "none" : "`" + String.join(" ", conditions.jvmOptions()) + "`",
                pinning());
    }

    private String repetition() {
        return String.format(
                Locale.ROOT,
                """
                ```sh
                ./zmq bench compare%s
                ```

                Nothing else should run meanwhile. `--quick` takes under five minutes, too short for a JVM to get warm: it shows that
                everything runs. `--only 'thr tcp'` plays the rows whose names match; `--java-home DIR`, repeated, compares JDKs.

                These were the last runs of each row, as they can be repeated by hand; the end that binds goes to the background.
                `perf` is made by `gcc -O2 -o perf bench/src/main/c/perf.c -lzmq -lpthread`, keys by
                `mkdir /tmp/bench-keys; for end in server client; do ./zmq keygen --zcert /tmp/bench-keys/$end; done`.

                <details><summary>Commands</summary>

                ```sh
                %s
                ```

                </details>
                """,
                conditions.arguments().stream()
                        .map(argument -> " " + quoted(argument))
                        .collect(Collectors.joining()),
                new Commands(rows, contestants, results, conditions.cores(), conditions.pins()));
    }

    /** As a shell takes it. */
    private static String quoted(String argument) {
        return argument.matches("[\\w./:=,-]+") ? argument : "'" + argument.replace("'", "'\\''") + "'";
    }

    private String pinning() {
        if (!conditions.pins()) {
            return "Nothing was pinned to a core: there was no `taskset`.";
        }
        return "Ends were pinned with `taskset` where the row says so"
                + (conditions.cores().areTwo() ? "." : "; the rows for two cores were left out, as there is one only.");
    }

    /** Nothing if the table has no rows. */
    private static void section(StringBuilder text, String heading, MarkdownTable table, String explanation) {
        if (!table.isEmpty()) {
            section(text, heading, table + explanation);
        }
    }

    private static void section(StringBuilder text, String heading, String body) {
        text.append("\n## ").append(heading).append("\n\n").append(body);
    }
}
