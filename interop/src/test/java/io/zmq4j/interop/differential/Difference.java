package io.zmq4j.interop.differential;

import java.util.List;

/**
 * A step that two players have different answers to.
 *
 * @param steps what was played; the last one is the step
 * @param outcomes of all but the last
 */
record Difference(String scheme, List<Step> steps, List<String> outcomes, String libzmq, String zmq4j) {
    Difference {
        steps = List.copyOf(steps);
        outcomes = List.copyOf(outcomes);
    }

    Step step() {
        return steps.get(steps.size() - 1);
    }

    Scenario scenario() {
        return new Scenario(scheme, steps);
    }

    @Override
    public String toString() {
        var text = new StringBuilder("over " + scheme + "\n");
        for (int i = 0; i < outcomes.size(); i++) {
            text.append(steps.get(i)).append(" -> ").append(outcomes.get(i)).append('\n');
        }
        return text.append(step()) + "\n    libzmq: " + libzmq + "\n    zmq4j:  " + zmq4j + "\n";
    }
}
