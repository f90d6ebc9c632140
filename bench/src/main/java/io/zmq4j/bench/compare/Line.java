package io.zmq4j.bench.compare;

/**
 * One line of the table: a figure that a row gives. Most rows give one.
 *
 * @param name unique among all lines
 * @param key where the figure stands in a run's output, as in {@link Figures}
 * @param ofZmq4jAlone the others do not print it
 */
record Line(String name, String key, Unit unit, boolean ofZmq4jAlone) {
    static Line compared(String name, String key, Unit unit) {
        return new Line(name, key, unit, false);
    }

    static Line alone(String name, String key, Unit unit) {
        return new Line(name, key, unit, true);
    }
}
