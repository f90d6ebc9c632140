package io.zmq4j.bench.compare.chart;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.DoubleStream;

/**
 * A row for each thing that is compared, with a dot for each who does it, on a logarithmic axis of how many times as good it
 * is. At least one row has a dot.
 *
 * @param reference who is at 1
 */
public record DotChart(String title, String reference, List<Row> rows) {
    /**
     * A row of the chart.
     *
     * @param bar what must be reached, or 0
     */
    public record Row(String name, List<Mark> marks, double bar) {
        public Row {
            marks = List.copyOf(marks);
        }
    }

    private static final double WIDTH = 760;
    private static final double LEFT = 250;
    private static final double RIGHT = WIDTH - 30;
    private static final double TOP = 92;
    private static final double ROW_HEIGHT = 22;
    private static final double BAR_HEIGHT = 14;
    private static final double TEXT_MIDDLE = 4.5;
    /** What a letter takes at most in the legend. */
    private static final double LETTER_WIDTH = 7.5;

    public DotChart {
        rows = List.copyOf(rows);
    }

    public String svg() {
        double bottom = TOP + rows.size() * ROW_HEIGHT;
        var scale = LogScale.covering(DoubleStream.concat(DoubleStream.of(1), values()), 10);
        var svg = new Svg(WIDTH, bottom + 44, title);
        svg.text(16, 28, "start", "title", title);
        legend(svg);
        for (double tick : scale.ticks()) {
            svg.line(left(scale, tick), TOP, left(scale, tick), bottom, tick == 1 ? "rule" : "grid");
            svg.text(left(scale, tick), bottom + 22, "middle", "faint", times(tick));
        }
        svg.text(left(scale, 1), TOP - 8, "middle", "faint", reference);
        for (int i = 0; i < rows.size(); i++) {
            row(svg, scale, rows.get(i), TOP + (i + 0.5) * ROW_HEIGHT);
        }
        return svg.document();
    }

    private void row(Svg svg, LogScale scale, Row row, double middle) {
        svg.text(LEFT - 12, middle + TEXT_MIDDLE, "end", "faint", row.name());
        svg.line(LEFT, middle, RIGHT, middle, "grid");
        if (row.bar() > 0) {
            double x = left(scale, row.bar());
            svg.line(x, middle - BAR_HEIGHT / 2, x, middle + BAR_HEIGHT / 2, "rule");
        }
        for (var mark : row.marks()) {
            svg.dot(
                    left(scale, mark.times()),
                    middle,
                    mark.colour(),
                    mark.name() + ", " + row.name() + ": " + times(mark.times()));
        }
    }

    private void legend(Svg svg) {
        Map<String, Colour> names = new LinkedHashMap<>();
        rows.forEach(row -> row.marks().forEach(mark -> names.put(mark.name(), mark.colour())));
        double x = 20;
        for (var entry : names.entrySet()) {
            svg.dot(x, 50 - TEXT_MIDDLE, entry.getValue(), entry.getKey());
            svg.text(x + 9, 50, "start", "faint", entry.getKey());
            x += 30 + entry.getKey().length() * LETTER_WIDTH;
        }
        svg.line(x, 50 - TEXT_MIDDLE - BAR_HEIGHT / 2, x, 50 - TEXT_MIDDLE + BAR_HEIGHT / 2, "rule");
        svg.text(x + 8, 50, "start", "faint", "what zmq4j must reach");
    }

    private DoubleStream values() {
        return rows.stream()
                .flatMapToDouble(row -> DoubleStream.concat(
                        row.marks().stream().mapToDouble(Mark::times),
                        row.bar() > 0 ? DoubleStream.of(row.bar()) : DoubleStream.empty()));
    }

    private static double left(LogScale scale, double value) {
        return LEFT + scale.position(value) * (RIGHT - LEFT);
    }

    private static String times(double value) {
        return String.format(Locale.ROOT, value < 1 ? "%.2g×" : value < 10 ? "%.3g×" : "%.0f×", value)
                .replaceFirst("(\\.\\d*?)0+×", "$1×")
                .replace(".×", "×");
    }
}
