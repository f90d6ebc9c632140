package io.zmq4j.bench.compare;

import java.util.Arrays;
import java.util.Collection;

/** Figures of the same thing, at least one: the median stands for them, the extremes say how far to trust it. */
record Sample(double median, double min, double max) {
    /** @throws IllegalArgumentException if there are none */
    static Sample of(Collection<Double> figures) {
        if (figures.isEmpty()) {
            throw new IllegalArgumentException("no figures: at least one is needed");
        }
        var sorted = figures.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        int half = sorted.length / 2;
        double median = sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
        return new Sample(median, sorted[0], sorted[sorted.length - 1]);
    }
}
