package io.zmq4j.bench.compare.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/** Where values lie on a logarithmic axis, from 0 to 1, and which of them get a tick. */
record LogScale(double min, double max, List<Double> ticks) {
    private static final double[] OF_TEN = {1, 2, 5};
    private static final double[] OF_ANOTHER = {1};

    /** Above so many, only the powers of ten get a tick. */
    private static final int MOST_TICKS = 7;

    /** Values that are 2.9999999 or so for 3. */
    private static final double ROUNDING = 1e-9;

    LogScale {
        ticks = List.copyOf(ticks);
    }

    /**
     * From the last tick below all values to the first above.
     *
     * @throws IllegalArgumentException if there are no values, or one that has no place on a logarithmic axis
     */
    static LogScale covering(DoubleStream values, int base) {
        var range = values.summaryStatistics();
        if (!(range.getMin() > 0) || !Double.isFinite(range.getMax())) {
            throw new IllegalArgumentException(
                    "values from " + range.getMin() + " to " + range.getMax() + ": they must be positive and finite");
        }
        var candidates = candidates(range.getMin(), range.getMax(), base);
        double min = candidates.stream()
                .filter(tick -> tick <= range.getMin() * (1 + ROUNDING))
                .reduce((first, last) -> last)
                .orElseThrow();
        double max = candidates.stream()
                .filter(tick -> tick >= range.getMax() * (1 - ROUNDING) && tick > min)
                .findFirst()
                .orElseThrow();
        var inside =
                candidates.stream().filter(tick -> tick >= min && tick <= max).toList();
        return new LogScale(min, max, inside.size() <= MOST_TICKS ? inside : sparse(inside, base));
    }

    double position(double value) {
        return Math.log(value / min) / Math.log(max / min);
    }

    /** Ticks from below the least value to above the greatest, ascending. */
    private static List<Double> candidates(double least, double greatest, int base) {
        var ticks = new ArrayList<Double>();
        int first = (int) Math.floor(Math.log(least) / Math.log(base) - ROUNDING) - 1;
        int last = (int) Math.ceil(Math.log(greatest) / Math.log(base) + ROUNDING) + 1;
        for (int power = first; power <= last; power++) {
            for (double factor : base == 10 ? OF_TEN : OF_ANOTHER) {
                ticks.add(factor * Math.pow(base, power));
            }
        }
        return ticks;
    }

    private static List<Double> sparse(List<Double> ticks, int base) {
        return ticks.stream()
                .filter(tick -> {
                    double power = Math.log(tick) / Math.log(base);
                    return Math.abs(power - Math.rint(power)) < ROUNDING;
                })
                .toList();
    }
}
