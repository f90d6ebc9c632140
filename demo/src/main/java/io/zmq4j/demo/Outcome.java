package io.zmq4j.demo;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * How a scenario went.
 *
 * @param expected what had to be seen
 * @param seen what was seen, or what was not
 * @param success whether all of it was seen
 */
record Outcome(String scenario, String expected, String seen, boolean success, Duration time) {

    private static final String ROW = "%-4s %-6s %7s  ";

    /** The line of a scenario of which nothing is known yet but what must be seen. */
    static String unknown(Scenario scenario) {
        return String.format(Locale.ROOT, ROW, scenario.name(), "plays", "") + scenario.expectation();
    }

    /** The line of a scenario: how it went, what had to be seen, what was. */
    String line() {
        return row() + expected + " → " + seen;
    }

    private String row() {
        String seconds = String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
        return String.format(Locale.ROOT, ROW, scenario, success ? "ok" : "FAILED", seconds);
    }

    /** The outcomes one below the other, with a last line that counts them. */
    static String table(List<Outcome> outcomes) {
        var table = new StringBuilder();
        for (Outcome outcome : outcomes) {
            table.append(
                    String.format("%sexpected: %s%n%20sseen: %s%n", outcome.row(), outcome.expected, "", outcome.seen));
        }
        long successes = outcomes.stream().filter(Outcome::success).count();
        var total = outcomes.stream().map(Outcome::time).reduce(Duration.ZERO, Duration::plus);
        table.append(String.format(
                Locale.ROOT, "%d of %d as expected, in %.1f s", successes, outcomes.size(), total.toMillis() / 1000.0));
        return table.toString();
    }

    /** Whether there are any and all went as expected. */
    static boolean allSeen(List<Outcome> outcomes) {
        return !outcomes.isEmpty() && outcomes.stream().allMatch(Outcome::success);
    }
}
