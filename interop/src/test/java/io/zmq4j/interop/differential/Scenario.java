package io.zmq4j.interop.differential;

import static java.util.stream.Collectors.joining;

import java.util.List;

/**
 * A play of a few sockets. Endpoints are names, such as {@code e1}, which each player gives an address of its own.
 *
 * @param scheme {@code tcp}, {@code ipc} or {@code inproc}, of all endpoints
 */
record Scenario(String scheme, List<Step> steps) {
    Scenario {
        steps = List.copyOf(steps);
    }

    /** As {@link #toString} gives it. */
    static Scenario parse(String text) {
        List<String> lines = text.strip().lines().toList();
        return new Scenario(
                lines.get(0).replace("over ", ""),
                lines.stream().skip(1).map(Step::parse).toList());
    }

    @Override
    public String toString() {
        return steps.stream().map(Step::toString).collect(joining("\n", "over " + scheme + "\n", "\n"));
    }
}
