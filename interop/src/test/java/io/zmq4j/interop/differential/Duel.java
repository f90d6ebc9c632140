package io.zmq4j.interop.differential;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * libzmq and another player, who play the same scenarios in step. A difference counts if it is there again when both take a
 * long time after every step: else something was still on the way.
 */
final class Duel implements AutoCloseable {
    private static final int USUAL = 1;
    private static final int SLOW = 10;

    private final Player libzmq;
    private final Player other;

    Duel(Player libzmq, Player other) {
        this.libzmq = libzmq;
        this.other = other;
    }

    /** The first difference; empty if there is none. */
    Optional<Difference> play(Scenario scenario) {
        return play(scenario, USUAL).flatMap(fast -> play(scenario, SLOW));
    }

    /** As {@link #play(Scenario)}, without looking again. */
    Optional<Difference> playFast(Scenario scenario) {
        return play(scenario, USUAL);
    }

    private Optional<Difference> play(Scenario scenario, int patience) {
        var theirs = new Performance(libzmq, scenario.scheme(), patience);
        var ours = new Performance(other, scenario.scheme(), patience);
        List<Step> steps = new ArrayList<>();
        List<String> outcomes = new ArrayList<>();
        for (Step step : scenario.steps()) {
            steps.add(step);
            String expected = theirs.play(step);
            String actual = ours.play(step);
            if (!expected.equals(actual)) {
                return Optional.of(new Difference(scenario.scheme(), steps, outcomes, expected, actual));
            }
            outcomes.add(expected);
        }
        return Optional.empty();
    }

    @Override
    public void close() {
        libzmq.close();
        other.close();
    }
}
