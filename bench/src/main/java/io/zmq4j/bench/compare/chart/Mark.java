package io.zmq4j.bench.compare.chart;

/** A dot in a row of a dot chart: how many times as good as the reference, which is positive. */
public record Mark(String name, Colour colour, double times) {}
