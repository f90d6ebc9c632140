package io.zmq4j.bench.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;

/** What was measured, as tables. A row without any figure or failure is left out. */
record Tables(List<Row> rows, Contestants contestants, Results results) {
    private static final String NOTHING = "–";

    /** Everyone side by side, and how many times the others zmq4j is. */
    MarkdownTable sideBySide() {
        var everyone = contestants.all().stream()
                .filter(contestant -> contestant.implementation() != Implementation.FACADE)
                .toList();
        return compared(
                rows.stream().filter(row -> !row.isByJeroMqsApi()).toList(),
                everyone,
                Yardstick::ratio,
                Implementation.LIBZMQ,
                Implementation.JEROMQ);
    }

    /** zmq4j by its own API and by JeroMQ's, and how many times itself and JeroMQ the latter is. */
    MarkdownTable byJeroMqsApi() {
        var whomItConcerns = new ArrayList<>(contestants.zmq4js());
        whomItConcerns.addAll(contestants.facades());
        contestants.first(Implementation.JEROMQ).ifPresent(whomItConcerns::add);
        return compared(
                rows.stream().filter(Row::isByJeroMqsApi).toList(),
                whomItConcerns,
                Yardstick::facadeRatio,
                Implementation.ZMQ4J,
                Implementation.JEROMQ);
    }

    private MarkdownTable compared(
            List<Row> rows,
            List<Contestant> columns,
            BiFunction<Line, Implementation, Yardstick> ratio,
            Implementation... to) {
        var headings = new ArrayList<String>();
        headings.add("");
        columns.forEach(contestant -> headings.add(contestant.name()));
        List.of(to).forEach(other -> headings.add("to " + other.label()));
        var table = new MarkdownTable(headings);
        for (var row : rows) {
            for (var line : row.lines()) {
                if (!line.ofZmq4jAlone() && isKnown(row)) {
                    var cells = new ArrayList<String>();
                    cells.add(nameWithUnit(line));
                    columns.forEach(contestant -> cells.add(cell(row, line, contestant)));
                    List.of(to).forEach(other -> cells.add(ratios(ratio.apply(line, other))));
                    table.add(cells);
                }
            }
        }
        return table;
    }

    /** What the others have no role for. */
    MarkdownTable alone() {
        var headings = new ArrayList<>(List.of(""));
        contestants.zmq4js().forEach(zmq4j -> headings.add(zmq4j.name()));
        var table = new MarkdownTable(headings);
        for (var row : rows) {
            for (var line : row.lines()) {
                if (line.ofZmq4jAlone() && isKnown(row)) {
                    var cells = new ArrayList<>(List.of(nameWithUnit(line)));
                    contestants.zmq4js().forEach(zmq4j -> cells.add(cell(row, line, zmq4j)));
                    table.add(cells);
                }
            }
        }
        return table;
    }

    /** Each bar that could be measured, and whether it holds. */
    MarkdownTable bars(List<Bar> bars) {
        var headings = new ArrayList<>(List.of("", "must be"));
        contestants.zmq4js().forEach(zmq4j -> headings.add(zmq4j.name()));
        headings.add("holds");
        var table = new MarkdownTable(headings);
        for (var bar : bars) {
            var figures = figures(bar);
            if (figures.stream().anyMatch(Optional::isPresent)) {
                var cells = new ArrayList<>(List.of(bar.name(), bar.demand()));
                figures.forEach(figure -> cells.add(figure.map(bar::text).orElse(NOTHING)));
                cells.add(holds(bar, figures) ? "yes" : "**no**");
                table.add(cells);
            }
        }
        return table;
    }

    /** Such as {@code 12 of 40 bars hold}, of those that could be measured. */
    String verdict(List<Bar> bars) {
        var measured = bars.stream()
                .filter(bar -> figures(bar).stream().anyMatch(Optional::isPresent))
                .toList();
        long hold = measured.stream().filter(bar -> holds(bar, figures(bar))).count();
        var unmeasured = bars.size() - measured.size();
        return hold + " of " + measured.size() + " bars hold"
                + (unmeasured == 0 ? "" : ", " + unmeasured + " not measured");
    }

    private List<Optional<Double>> figures(Bar bar) {
        return contestants.zmq4js().stream()
                .map(zmq4j -> bar.measure(results, contestants, zmq4j))
                .toList();
    }

    /** On every JDK. */
    private static boolean holds(Bar bar, List<Optional<Double>> figures) {
        return figures.stream().allMatch(figure -> figure.map(bar::holds).orElse(false));
    }

    private boolean isKnown(Row row) {
        return contestants.all().stream()
                .anyMatch(contestant -> results.failures(row, contestant) > 0
                        || row.lines().stream()
                                .anyMatch(
                                        line -> results.sample(line, contestant).isPresent()));
    }

    private static String nameWithUnit(Line line) {
        return line.unit().symbol().isEmpty()
                ? line.name()
                : line.name() + ", " + line.unit().symbol();
    }

    private String cell(Row row, Line line, Contestant contestant) {
        var figure = results.sample(line, contestant).map(Tables::text);
        int failures = results.failures(row, contestant);
        if (failures == 0) {
            return figure.orElse(NOTHING);
        }
        return figure.map(text -> text + ", ").orElse("") + "**" + failures + " failed**";
    }

    private static String text(Sample sample) {
        var median = Unit.digits(sample.median());
        if (sample.min() == sample.max()) {
            return median;
        }
        return median + " (" + Unit.digits(sample.min()) + "–" + Unit.digits(sample.max()) + ")";
    }

    private String ratios(Yardstick ratio) {
        var texts = contestants.zmq4js().stream()
                .flatMap(zmq4j -> ratio.measure(results, contestants, zmq4j).stream())
                .map(times -> String.format(Locale.ROOT, "%.2f×", times))
                .toList();
        return texts.isEmpty() ? NOTHING : String.join(", ", texts);
    }
}
