package io.zmq4j.bench.compare.chart;

/** Both coordinates are positive: the axes are logarithmic. */
public record Point(double x, double y) {}
