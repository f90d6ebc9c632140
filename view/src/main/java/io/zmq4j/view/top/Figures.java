package io.zmq4j.view.top;

import io.zmq4j.view.Sample;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** Numbers, durations and histories for people, in little space. */
final class Figures {
    private static final String BARS = "▁▂▃▄▅▆▇█";
    private static final String[] PREFIXES = {"", "k", "M", "G", "T", "P", "E"};

    private Figures() {}

    /** Of things: {@code 7}, {@code 17}, {@code 1.2k}, {@code 640k}, {@code 24M}. */
    static String number(long number) {
        return number < 1000 ? String.valueOf(number) : rate((double) number);
    }

    /** Of things in a second: {@code 0}, {@code 0.5}, {@code 7.0}, {@code 17}, {@code 1.2k}. */
    static String rate(double rate) {
        int prefix = 0;
        double left = rate;
        while (left >= 999.5 && prefix < PREFIXES.length - 1) {
            left /= 1000;
            prefix++;
        }
        return String.format(Locale.ROOT, left < 9.95 && left > 0 ? "%.1f%s" : "%.0f%s", left, PREFIXES[prefix]);
    }

    /** In one unit or two: {@code 0.2 s}, {@code 40 s}, {@code 3 min}, {@code 2 h 5 min}, {@code 3 d 4 h}. */
    static String duration(Duration duration) {
        long seconds = duration.toSeconds();
        if (seconds == 0) {
            return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
        }
        if (seconds < 60) {
            return seconds + " s";
        }
        if (seconds < 3600) {
            return seconds / 60 + " min";
        }
        return seconds < 86_400
                ? two(seconds / 3600, "h", seconds % 3600 / 60, "min")
                : two(seconds / 86_400, "d", seconds % 86_400 / 3600, "h");
    }

    private static String two(long many, String unit, long rest, String smaller) {
        return many + " " + unit + (rest == 0 ? "" : " " + rest + " " + smaller);
    }

    /** A bar for each of the last samples, as high as its share of the highest; empty if there is nothing to see. */
    static String sparkline(List<Sample> history, ToDoubleFunction<Sample> value, int width) {
        var last = history.subList(Math.max(0, history.size() - width), history.size());
        double most = last.stream().mapToDouble(value).max().orElse(0);
        if (most <= 0) {
            return "";
        }
        var line = new StringBuilder();
        for (var sample : last) {
            double share = value.applyAsDouble(sample) / most;
            line.append(BARS.charAt((int) Math.min(BARS.length() - 1, Math.floor(share * BARS.length()))));
        }
        return line.toString();
    }

    /** {@code 1 peer}, {@code 2 peers}. */
    static String count(long count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }
}
