package io.zmq4j.bench.compare.chart;

import java.util.List;

/** A line of a chart. */
public record Series(String name, Colour colour, List<Point> points) {
    public Series {
        points = List.copyOf(points);
    }
}
