package io.zmq4j.view.top;

import io.zmq4j.event.DropReason;
import io.zmq4j.view.Plain;
import io.zmq4j.view.Rates;
import io.zmq4j.view.Sample;
import io.zmq4j.view.WatchedContext;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/** The two lines over every page: which process, and what passes through all of its sockets. */
final class Heading {
    private static final int SPARKLINE = 20;

    private Heading() {}

    static List<Line> lines(Look look, int width) {
        return List.of(new Line(process(look), Style.BOLD), Line.plain(traffic(look, width)));
    }

    private static String process(Look look) {
        var line = new StringBuilder("zmq top  ").append(Plain.text(look.source()));
        if (look.contexts().isEmpty()) {
            return line.append("  no context").toString();
        }
        var first = look.contexts().get(0).now();
        line.append("  ")
                .append(look.contexts().stream()
                        .map(context -> Plain.text(context.now().name()))
                        .collect(Collectors.joining(", ")))
                .append("  up ")
                .append(Figures.duration(first.age()))
                .append("  ")
                .append(Figures.count(sum(look, context -> context.totals().sockets()), "socket"))
                .append(", ")
                .append(Figures.count(sum(look, context -> context.totals().connections()), "connection"));
        if (!look.source().contains(String.valueOf(first.pid()))) {
            line.append("  pid ").append(first.pid());
        }
        return line.append("  zmq4j ").append(Plain.text(first.version())).toString();
    }

    private static String traffic(Look look, int width) {
        // Less of the past where there is little room.
        int bars = Math.min(SPARKLINE, Math.max(0, (width - 60) / 2));
        var sent = flow("sent", look, Rates::messagesOut, Rates::bytesOut, bars);
        var received = flow("received", look, Rates::messagesIn, Rates::bytesIn, bars);
        long queued = sum(
                look,
                context -> context.totals().traffic().queuedIn()
                        + context.totals().traffic().queuedOut());
        return sent + "  " + received + "  queued " + Figures.number(queued) + "  dropped " + dropped(look);
    }

    private static String flow(
            String word, Look look, ToDoubleFunction<Rates> messages, ToDoubleFunction<Rates> bytes, int bars) {
        double now = look.contexts().stream()
                .mapToDouble(context -> messages.applyAsDouble(context.rates()))
                .sum();
        double load = look.contexts().stream()
                .mapToDouble(context -> bytes.applyAsDouble(context.rates()))
                .sum();
        ToDoubleFunction<Sample> value = sample -> messages.applyAsDouble(sample.rates());
        // Of one context; those of several began at different times.
        var line = look.contexts().size() == 1
                ? Figures.sparkline(look.contexts().get(0).history(), value, bars)
                : "";
        return word + " " + Figures.number(now) + "/s"
                + (bars == 0 ? "" : " " + Figures.number(load) + "B/s")
                + (line.isEmpty() ? "" : " " + line);
    }

    private static String dropped(Look look) {
        var drops = new EnumMap<DropReason, Long>(DropReason.class);
        for (var context : look.contexts()) {
            context.totals().drops().forEach((reason, count) -> drops.merge(reason, count, Long::sum));
        }
        return reasons(drops);
    }

    /** {@code 0}, or how many for each reason, the most frequent first: {@code 17 queue full, 2 late reply}. */
    static String reasons(Map<DropReason, Long> drops) {
        var text = drops.entrySet().stream()
                .filter(drop -> drop.getValue() > 0)
                .sorted(Map.Entry.<DropReason, Long>comparingByValue().reversed())
                .map(drop -> Figures.number(drop.getValue()) + " "
                        + drop.getKey().name().toLowerCase(Locale.ROOT).replace('_', ' '))
                .collect(Collectors.joining(", "));
        return text.isEmpty() ? "0" : text;
    }

    private static long sum(Look look, ToLongFunction<WatchedContext> number) {
        return look.contexts().stream().mapToLong(number).sum();
    }
}
