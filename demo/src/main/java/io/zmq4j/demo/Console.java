package io.zmq4j.demo;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Shows what happens as it happens: time, who, and what they print. Of somebody who prints more than a few lines a second it
 * shows the first ones and counts the rest. Safe for any thread.
 */
final class Console {
    private static final int LINES_PER_BURST = 3;
    private static final long BURST_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final PrintStream out;
    private final long startNanos = System.nanoTime();
    private final Map<String, Burst> bursts = new LinkedHashMap<>();

    Console(PrintStream out) {
        this.out = out;
    }

    /** One speaker's lines of the last second. */
    private static final class Burst {
        private final long sinceNanos;
        private int shown;
        private int hidden;
        private String last = "";

        Burst(long sinceNanos) {
            this.sinceNanos = sinceNanos;
        }
    }

    /** A line that a process printed. */
    synchronized void line(String who, String text) {
        long now = System.nanoTime();
        Burst burst = bursts.get(who);
        if (burst == null || now - burst.sinceNanos > BURST_NANOS) {
            summarize(who);
            burst = new Burst(now);
            bursts.put(who, burst);
        }
        if (burst.shown < LINES_PER_BURST) {
            burst.shown++;
            print(who, text);
        } else {
            burst.hidden++;
            burst.last = text;
        }
    }

    /** What the director does, after whatever was counted up to now. */
    synchronized void say(String scenario, String text) {
        List.copyOf(bursts.keySet()).forEach(this::summarize);
        print(scenario, "* " + text);
    }

    private void summarize(String who) {
        Burst burst = bursts.remove(who);
        if (burst != null && burst.hidden == 1) {
            print(who, burst.last);
        } else if (burst != null && burst.hidden > 1) {
            print(who, "… " + burst.hidden + " more, the last: " + burst.last);
        }
    }

    private void print(String who, String text) {
        double seconds = (System.nanoTime() - startNanos) / 1e9;
        out.printf(Locale.ROOT, "%7.3f  %-24s| %s%n", seconds, who, text);
        out.flush();
    }
}
