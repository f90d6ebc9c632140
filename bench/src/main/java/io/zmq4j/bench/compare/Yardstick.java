package io.zmq4j.bench.compare;

import java.util.Optional;

/** What a bar is laid on: a number made of what was measured. */
interface Yardstick {
    /** Nothing if a figure is missing that it takes. */
    Optional<Double> measure(Results results, Contestants contestants, Contestant zmq4j);

    /** The figure itself. */
    static Yardstick figure(Line line) {
        return (results, contestants, zmq4j) -> median(results, line, zmq4j);
    }

    /** How many times that of another one it is. */
    static Yardstick ratio(Line line, Implementation to) {
        return (results, contestants, zmq4j) -> contestants
                .first(to)
                .flatMap(other -> median(results, line, other))
                .flatMap(reference -> median(results, line, zmq4j).map(figure -> figure / reference));
    }

    /** How many times that of another one it is behind JeroMQ's API; of zmq4j, on the same JDK. */
    static Yardstick facadeRatio(Line line, Implementation to) {
        return (results, contestants, zmq4j) -> contestants
                .facadeOf(zmq4j)
                .flatMap(facade -> median(results, line, facade))
                .flatMap(figure -> (to == Implementation.ZMQ4J ? Optional.of(zmq4j) : contestants.first(to))
                        .flatMap(other -> median(results, line, other))
                        .map(reference -> figure / reference));
    }

    /**
     * How many times what it should be the latency of one who pauses is: that of one who does not, plus what pausing costs on
     * this machine anyway, which raw sockets show.
     */
    static Yardstick beyondMachine(Line pausing, Line unpaused) {
        return (results, contestants, zmq4j) -> contestants
                .first(Implementation.RAW)
                .flatMap(raw -> {
                    var figure = median(results, pausing, zmq4j);
                    var without = median(results, unpaused, zmq4j);
                    var rawFigure = median(results, pausing, raw);
                    var rawWithout = median(results, unpaused, raw);
                    return figure.isPresent() && without.isPresent() && rawFigure.isPresent() && rawWithout.isPresent()
                            ? Optional.of(
                                    figure.get() / (without.get() + Math.max(0, rawFigure.get() - rawWithout.get())))
                            : Optional.empty();
                });
    }

    private static Optional<Double> median(Results results, Line line, Contestant contestant) {
        return results.sample(line, contestant).map(Sample::median);
    }
}
