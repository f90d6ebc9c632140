package io.zmq4j.bench.compare.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;

/** Lines over two logarithmic axes, each with its name at its end. At least one of them has a point. */
public record LineChart(String title, Axis x, Axis y, List<Series> series) {
    private static final double WIDTH = 760;
    private static final double HEIGHT = 420;
    private static final double LEFT = 70;
    private static final double RIGHT = WIDTH - 140;
    private static final double TOP = 72;
    private static final double BOTTOM = HEIGHT - 60;
    private static final double TEXT_HEIGHT = 17;
    /** From the base line of a text to the middle of its small letters. */
    private static final double TEXT_MIDDLE = 4.5;

    private record Label(Series series, double y) {}

    public LineChart {
        series = List.copyOf(series);
    }

    public String svg() {
        var xs = LogScale.covering(all().stream().mapToDouble(Point::x), x.base());
        var ys = LogScale.covering(all().stream().mapToDouble(Point::y), y.base());
        var svg = new Svg(WIDTH, HEIGHT, title);
        svg.text(16, 28, "start", "title", title);
        svg.text(16, 52, "start", "faint", y.label());
        for (double tick : ys.ticks()) {
            svg.line(LEFT, top(ys, tick), RIGHT, top(ys, tick), "grid");
            svg.text(
                    LEFT - 8,
                    top(ys, tick) + TEXT_MIDDLE,
                    "end",
                    "faint",
                    y.text().apply(tick));
        }
        for (double tick : xs.ticks()) {
            svg.line(left(xs, tick), TOP, left(xs, tick), BOTTOM, "grid");
            svg.text(left(xs, tick), BOTTOM + 20, "middle", "faint", x.text().apply(tick));
        }
        svg.text((LEFT + RIGHT) / 2, BOTTOM + 44, "middle", "faint", x.label());
        for (var one : series) {
            svg.path(
                    one.colour(),
                    one.points().stream()
                            .flatMapToDouble(point -> DoubleStream.of(left(xs, point.x()), top(ys, point.y())))
                            .toArray());
            for (var point : one.points()) {
                svg.dot(left(xs, point.x()), top(ys, point.y()), one.colour(), hint(one, point));
            }
        }
        for (var label : labels(ys)) {
            svg.text(
                    RIGHT + 10,
                    label.y() + TEXT_MIDDLE,
                    "start",
                    "fill-" + label.series().colour().cssClass(),
                    label.series().name());
        }
        return svg.document();
    }

    private List<Point> all() {
        return series.stream().flatMap(one -> one.points().stream()).toList();
    }

    private String hint(Series one, Point point) {
        return one.name() + ", " + x.text().apply(point.x()) + ": " + y.text().apply(point.y());
    }

    /** Beside the last points, moved down where they would cover each other, and up again from the bottom. */
    private List<Label> labels(LogScale ys) {
        var wanted = new ArrayList<Label>();
        for (var one : series) {
            if (!one.points().isEmpty()) {
                wanted.add(new Label(
                        one, top(ys, one.points().get(one.points().size() - 1).y())));
            }
        }
        wanted.sort(Comparator.comparingDouble(Label::y));
        for (int i = 1; i < wanted.size(); i++) {
            double free = wanted.get(i - 1).y() + TEXT_HEIGHT;
            wanted.set(
                    i, new Label(wanted.get(i).series(), Math.max(wanted.get(i).y(), free)));
        }
        double floor = BOTTOM;
        for (int i = wanted.size() - 1; i >= 0; i--) {
            wanted.set(
                    i, new Label(wanted.get(i).series(), Math.min(wanted.get(i).y(), floor)));
            floor = wanted.get(i).y() - TEXT_HEIGHT;
        }
        return wanted;
    }

    private static double left(LogScale xs, double value) {
        return LEFT + xs.position(value) * (RIGHT - LEFT);
    }

    private static double top(LogScale ys, double value) {
        return BOTTOM - ys.position(value) * (BOTTOM - TOP);
    }
}
