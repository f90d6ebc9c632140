package io.zmq4j.bench.compare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What was measured and what failed. */
final class Results {
    private record Cell(String line, String contestant) {}

    private final Map<Cell, List<Double>> figures = new HashMap<>();
    private final Map<Cell, Counts> counts = new HashMap<>();
    private final Map<Cell, Integer> failuresOf = new HashMap<>();
    private final List<String> failures = new ArrayList<>();

    /** Another figure for a line. */
    void add(Line line, Contestant contestant, double figure) {
        figures.computeIfAbsent(new Cell(line.name(), contestant.name()), cell -> new ArrayList<>())
                .add(figure);
    }

    void played(Row row, Contestant contestant, Counts with) {
        counts.put(new Cell(row.name(), contestant.name()), with);
    }

    void failed(Step step, String reason) {
        failuresOf.merge(new Cell(step.row().name(), step.contestant().name()), 1, Integer::sum);
        failures.add(String.format(
                "%s, %s, %s: %s",
                step.row().name(),
                step.contestant().name(),
                step.round() == Step.TRIAL ? "trial run" : "round " + step.round(),
                reason));
    }

    /** Nothing if no run gave this figure. */
    Optional<Sample> sample(Line line, Contestant contestant) {
        return Optional.ofNullable(figures.get(new Cell(line.name(), contestant.name())))
                .map(Sample::of);
    }

    /** With how many messages it was played last. */
    Optional<Counts> counts(Row row, Contestant contestant) {
        return Optional.ofNullable(counts.get(new Cell(row.name(), contestant.name())));
    }

    int failures(Row row, Contestant contestant) {
        return failuresOf.getOrDefault(new Cell(row.name(), contestant.name()), 0);
    }

    /** One line of text for each failed run. */
    List<String> failures() {
        return List.copyOf(failures);
    }
}
