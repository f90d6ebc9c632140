package io.zmq4j.bench.role;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code joins}: what others do to a flood. They are few beside it; but with them come classes and paths that the code, which was
 * compiled for the flood, has not seen.
 *
 * <pre>
 *   getting hot │ before │ inproc, pause │ ipc, pause │ REQ and REP, pause │ PUB and SUB, pause │ after
 *       4 S     │   S    │      + S      │    + S     │        + S         │        + S         │   S
 * </pre>
 */
@Command(
        name = "joins",
        description = {
            "What happens to a hot flood when other sockets join.",
            "PUSH to PULL of 10 B over tcp in one process, without a break. PUSH and PULL over inproc, the same over ipc, REQ and",
            "REP, and PUB and SUB over tcp join one after the other, with N messages each, and leave. Prints msg/s, the rate",
            "before; alone-dip-ms, the longest time in a row below half of that before anybody joined; for each of them how long it",
            "took, and the same from its begin to the next one's; dip-ms, the longest of these; and after, the rate at the end",
            "in shares of the one before. Whoever joins needs a core as well: below four of them some of the dip is that.",
            "",
        })
public final class Joins extends Role {
    private static final double MILLI = TimeUnit.MILLISECONDS.toNanos(1);
    private static final long NOTE_MILLIS = 2;
    private static final Set<Traffic> JOINING = EnumSet.of(Traffic.INPROC, Traffic.IPC, Traffic.REQ, Traffic.PUB);

    @Parameters(index = "0", paramLabel = "N", description = "Messages, or round trips, of each that joins.")
    private long messages;

    @Option(
            names = "--seconds",
            paramLabel = "S",
            defaultValue = "1",
            description =
                    "How long the flood is watched before, after each, and at the end; before all that it gets four times"
                            + " as long to get hot. Default: ${DEFAULT-VALUE}.")
    private double seconds;

    /** A time of the flood, and when in it those had ended who joined at its begin. */
    private record Span(long beganNanos, long leftNanos, long endedNanos) {}

    private volatile boolean over;

    @Override
    void check() {
        Run.atLeast("N", messages, 1);
    }

    @Override
    void play(Library library) {
        var here = (Zmq4j) library;
        try (var there = here.another()) {
            var flood = new TcpFlood(here, there);
            var log = flood.log();
            var crew = new Crew();
            flood.start(crew);
            crew.start("notes", () -> note(log));
            var spans = crew.lead(() -> {
                flood.getHot(seconds);
                return spans(here, there, flood, log);
            });
            over = true;
            flood.end(crew);
            print(log, spans);
        }
    }

    private void note(RateLog log) {
        while (!over) {
            log.note();
            Pause.millis(NOTE_MILLIS);
        }
    }

    /** Before, with each, and after. */
    private List<Span> spans(Zmq4j here, Zmq4j there, TcpFlood flood, RateLog log) {
        var spans = new ArrayList<Span>();
        spans.add(span(flood, log, () -> {}));
        for (var traffic : JOINING) {
            spans.add(span(flood, log, () -> traffic.play(here, there, messages)));
        }
        spans.add(span(flood, log, () -> {}));
        return spans;
    }

    /** What it does to the flood may begin when it is over: what is compiled once more takes a while. */
    private Span span(TcpFlood flood, RateLog log, Runnable work) {
        long began = log.note();
        work.run();
        long left = System.nanoTime();
        flood.goOn(seconds);
        return new Span(began, left, log.note());
    }

    private void print(RateLog log, List<Span> spans) {
        double before = rate(log, spans.get(0));
        print("msg/s", 0, before);
        print("alone-dip-ms", 1, dip(log, spans.get(0), before));
        double longest = 0;
        int next = 1;
        for (var traffic : JOINING) {
            var span = spans.get(next++);
            double dip = dip(log, span, before);
            print(traffic.label() + "-ms", 1, (span.leftNanos() - span.beganNanos()) / MILLI);
            print(traffic.label() + "-dip-ms", 1, dip);
            longest = Math.max(longest, dip);
        }
        print("dip-ms", 1, longest);
        print("after", 3, rate(log, spans.get(next)) / before);
    }

    private static double rate(RateLog log, Span span) {
        return log.perSecond(span.beganNanos(), span.endedNanos());
    }

    private static double dip(RateLog log, Span span, double before) {
        return log.nanosBelow(before / 2, span.beganNanos(), span.endedNanos()) / MILLI;
    }
}
