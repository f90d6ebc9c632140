package io.zmq4j.bench.compare.chart;

import java.util.function.DoubleFunction;

/**
 * A logarithmic axis.
 *
 * @param label with the unit
 * @param base 10 for ticks at 1, 2, 5, 10, …; else they stand at its powers
 * @param text of a value
 */
public record Axis(String label, int base, DoubleFunction<String> text) {}
