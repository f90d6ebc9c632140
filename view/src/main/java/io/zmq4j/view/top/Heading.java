package io.zmq4j.view.top;

import io.zmq4j.event.DropReason;
import io.zmq4j.view.Plain;
import io.zmq4j.view.Rates;
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
        var sent = flow("sent", look, Rates::messagesOut, Rates::bytesOut);
        var received = flow("received", look, Rates::messagesIn, Rates::bytesIn);
        long queued = sum(
                look,
                context -> context.totals().traffic().queuedIn()
                        + context.totals().traffic().queuedOut());
        var drops = drops(look);
        var rest = "  queued " + Figures.number(queued) + "  dropped "
                + Figures.number(
                        drops.values().stream().mapToLong(Long::longValue).sum());
        var why = drops.isEmpty() ? "" : ": " + reasons(drops);
        // As much of the past as there is room for; and where there is room for all of it, the reasons as well.
        int room = width - Width.of(sent) - Width.of(received) - Width.of(rest) - 4;
        int bars = Math.max(0, Math.min(SPARKLINE, room / 2));
        if (Width.of(why) <= room - 2 * SPARKLINE) {
            rest += why;
        }
        return sent + line(look, Rates::messagesOut, bars) + "  " + received + line(look, Rates::messagesIn, bars)
                + rest;
    }

    private static String flow(
            String word, Look look, ToDoubleFunction<Rates> messages, ToDoubleFunction<Rates> bytes) {
        return word + " " + Figures.rate(rate(look, messages)) + "/s " + Figures.rate(rate(look, bytes)) + "B/s";
    }

    /** Of one context: those of several began at different times. */
    private static String line(Look look, ToDoubleFunction<Rates> messages, int bars) {
        if (look.contexts().size() != 1) {
            return "";
        }
        var line = Figures.sparkline(
                look.contexts().get(0).history(), sample -> messages.applyAsDouble(sample.rates()), bars);
        return line.isEmpty() ? "" : " " + line;
    }

    private static Map<DropReason, Long> drops(Look look) {
        var drops = new EnumMap<DropReason, Long>(DropReason.class);
        for (var context : look.contexts()) {
            context.totals().drops().forEach((reason, count) -> drops.merge(reason, count, Long::sum));
        }
        return drops;
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

    private static double rate(Look look, ToDoubleFunction<Rates> rate) {
        return look.contexts().stream()
                .mapToDouble(context -> rate.applyAsDouble(context.rates()))
                .sum();
    }

    private static long sum(Look look, ToLongFunction<WatchedContext> number) {
        return look.contexts().stream().mapToLong(number).sum();
    }
}
