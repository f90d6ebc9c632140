package io.zmq4j.bench.compare;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Plays a schedule. Each run has as many messages as the contestant's last run of the row says fit into the time. */
final class Match {
    /** Who has failed so often in a row does not play it any more: each failure may take as long as a time limit. */
    private static final int MOST_FAILURES = 2;

    private record Entry(String row, String contestant) {}

    private final Player player;
    private final Progress progress;
    private final Results results = new Results();

    /** Messages or round trips a second, of who has played the row. */
    private final Map<Entry, Double> rates = new HashMap<>();

    Match(Player player, Progress progress) {
        this.player = player;
        this.progress = progress;
    }

    Results play(List<Step> steps) throws IOException, InterruptedException {
        for (var step : steps) {
            if (results.failures(step.row(), step.contestant()) < MOST_FAILURES) {
                progress.begins(step);
                play(step);
            }
            progress.ended(step);
        }
        return results;
    }

    private void play(Step step) throws IOException, InterruptedException {
        var row = step.row();
        var entry = new Entry(row.name(), step.contestant().name());
        double rate =
                rates.getOrDefault(entry, step.contestant().implementation().guess(row));
        var counts = step.effort().counts(row, step.contestant().implementation(), step.round(), rate);
        var outcome = player.play(step.contestant(), row, counts);
        if (outcome instanceof Outcome.Played played) {
            var missing = missing(step, played.figures());
            if (missing.isEmpty()) {
                take(step, played.figures(), entry, counts);
                return;
            }
            outcome = new Outcome.Failed("printed no '" + missing + "'");
        }
        if (outcome instanceof Outcome.Failed failed) {
            results.failed(step, failed.reason());
            progress.says("FAILED: " + results.failures().get(results.failures().size() - 1));
        }
    }

    private void take(Step step, Figures figures, Entry entry, Counts counts) {
        var row = step.row();
        if (row.work().isCounted(row) && !row.work().rateIsGiven()) {
            double rate = row.work().rate(row, value(figures, row.lines().get(0)));
            if (Double.isFinite(rate) && rate > 0) {
                rates.put(entry, rate);
            }
        }
        if (step.round() == Step.TRIAL) {
            return;
        }
        results.played(row, step.contestant(), counts);
        for (var line : row.lines()) {
            if (concerns(line, step.contestant())) {
                results.add(line, step.contestant(), value(figures, line));
            }
        }
    }

    /** The first figure that should have been printed and was not, or nothing. */
    private static String missing(Step step, Figures figures) {
        return step.row().lines().stream()
                .filter(line -> concerns(line, step.contestant()))
                .map(Line::key)
                .filter(key -> !figures.values().containsKey(key))
                .findFirst()
                .orElse("");
    }

    private static boolean concerns(Line line, Contestant contestant) {
        return !line.ofZmq4jAlone() || contestant.implementation() == Implementation.ZMQ4J;
    }

    private static double value(Figures figures, Line line) {
        var value = figures.values().get(line.key());
        if (value == null) {
            throw new IllegalArgumentException("no figure '" + line.key() + "'");
        }
        return value;
    }
}
