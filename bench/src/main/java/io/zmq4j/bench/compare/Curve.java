package io.zmq4j.bench.compare;

import io.zmq4j.bench.compare.chart.Axis;
import io.zmq4j.bench.compare.chart.LineChart;
import io.zmq4j.bench.compare.chart.Point;
import io.zmq4j.bench.compare.chart.Series;
import java.util.ArrayList;
import java.util.List;

/**
 * How a figure grows with something.
 *
 * @param file of its chart, without the ending
 * @param key of the figure, one that each row gives
 */
record Curve(String file, String title, Axis x, Axis y, String key, List<At> points) {
    /** A row of the curve, and where it lies on the x axis. */
    record At(double x, Row row) {}

    Curve {
        points = List.copyOf(points);
    }

    List<Row> rows() {
        return points.stream().map(At::row).toList();
    }

    /** A line for each contestant that has at least one point. */
    LineChart chart(Results results, List<Contestant> contestants, Palette palette) {
        var series = new ArrayList<Series>();
        for (var contestant : contestants) {
            var measured = new ArrayList<Point>();
            for (var at : points) {
                results.sample(at.row().line(key), contestant)
                        // Memory of few is a small difference of large figures: it can come out as less than nothing.
                        .filter(sample -> sample.median() > 0)
                        .ifPresent(sample -> measured.add(new Point(at.x(), sample.median())));
            }
            if (!measured.isEmpty()) {
                series.add(new Series(contestant.name(), palette.colour(contestant), measured));
            }
        }
        return new LineChart(title, x, y, series);
    }
}
