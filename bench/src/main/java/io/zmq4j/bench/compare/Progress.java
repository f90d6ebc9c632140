package io.zmq4j.bench.compare;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Says on stderr how far it is and how long it will take: one line, rewritten on a terminal, else a line for each row. */
final class Progress {
    private static final String ERASE_LINE = "\r\033[K";

    private final PrintWriter err;
    private final boolean onTerminal;
    private final LongSupplier nanoClock;
    private final Supplier<String> load;
    private final Remaining remaining;
    private String lastRow = "";

    /** @param load the machine's, as it is to be shown */
    Progress(
            PrintWriter err,
            boolean onTerminal,
            LongSupplier nanoClock,
            Supplier<String> load,
            double expectedSeconds) {
        this.err = err;
        this.onTerminal = onTerminal;
        this.nanoClock = nanoClock;
        this.load = load;
        this.remaining = new Remaining(expectedSeconds, nanoClock.getAsLong());
    }

    void begins(Step step) {
        if (onTerminal) {
            err.print(ERASE_LINE + status(step) + ", " + turn(step));
            err.flush();
        } else if (!step.row().name().equals(lastRow)) {
            lastRow = step.row().name();
            err.println(status(step));
            err.flush();
        }
    }

    void ended(Step step) {
        remaining.done(step.seconds());
    }

    /** A line that stays. */
    void says(String line) {
        err.println(onTerminal ? ERASE_LINE + line : line);
        err.flush();
    }

    /** Nothing comes after. */
    void over() {
        if (onTerminal) {
            err.print(ERASE_LINE);
            err.flush();
        }
    }

    private String status(Step step) {
        return String.format(
                Locale.ROOT,
                "%3.0f %%, %s left, load %s: %s",
                100 * remaining.fractionDone(),
                duration(remaining.seconds(nanoClock.getAsLong())),
                load.get(),
                step.row().name());
    }

    private static String turn(Step step) {
        var round = step.round() == Step.TRIAL ? "trial" : "round " + step.round() + " of " + step.rounds();
        return round + ", " + step.contestant().name();
    }

    static String duration(double seconds) {
        long whole = Math.round(seconds);
        return whole < 100 ? whole + " s" : Math.round(whole / 60.0) + " min";
    }
}
