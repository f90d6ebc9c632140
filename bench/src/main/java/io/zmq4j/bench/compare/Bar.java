package io.zmq4j.bench.compare;

import java.util.Locale;
import java.util.Optional;

/**
 * What zmq4j must reach.
 *
 * @param line what is measured
 * @param to whom it is compared to, as text
 * @param unit of the limit, or {@code ×}
 */
record Bar(Line line, String to, Yardstick yardstick, Sense sense, double limit, String unit) {
    private static final String TIMES = "×";

    static Bar ratio(Line line, Implementation to, Sense sense, double limit) {
        return new Bar(line, comparison(to), Yardstick.ratio(line, to), sense, limit, TIMES);
    }

    /** Of zmq4j behind JeroMQ's API. */
    static Bar facade(Line line, Implementation to, Sense sense, double limit) {
        return new Bar(line, comparison(to), Yardstick.facadeRatio(line, to), sense, limit, TIMES);
    }

    static Bar absolute(Line line, Sense sense, double limit) {
        return new Bar(
                line, "", Yardstick.figure(line), sense, limit, line.unit().symbol());
    }

    static Bar beyondMachine(Line pausing, Line unpaused, double limit) {
        return new Bar(
                pausing,
                "to unpaused + what pausing costs raw java.nio",
                Yardstick.beyondMachine(pausing, unpaused),
                Sense.AT_MOST,
                limit,
                TIMES);
    }

    Optional<Double> measure(Results results, Contestants contestants, Contestant zmq4j) {
        return yardstick.measure(results, contestants, zmq4j);
    }

    boolean holds(double figure) {
        return sense.holds(figure, limit);
    }

    /** Whether it is a bar on this line in comparison to this implementation. */
    boolean compares(Line ofLine, Implementation with) {
        return line.equals(ofLine) && to.equals(comparison(with));
    }

    private static String comparison(Implementation with) {
        return "to " + with.label();
    }

    String name() {
        return to.isEmpty() ? line.name() : line.name() + ", " + to;
    }

    /** Such as {@code ≥ 3×}. */
    String demand() {
        return sense.sign() + " " + text(limit);
    }

    /** A figure with the unit of the bar. */
    String text(double figure) {
        return unit.equals(TIMES)
                ? String.format(Locale.ROOT, "%.2f%s", figure, TIMES)
                : (Unit.digits(figure) + " " + unit).strip();
    }
}
