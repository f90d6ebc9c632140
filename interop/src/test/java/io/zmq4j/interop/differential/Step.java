package io.zmq4j.interop.differential;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One call of a scenario, as a line: {@code s1 send a#7 _}.
 *
 * @param words what the {@link Verb} wants, in {@link Words}
 */
record Step(String socket, Verb verb, List<String> words) {
    Step {
        words = List.copyOf(words);
    }

    static Step of(String socket, Verb verb, String... words) {
        return new Step(socket, verb, List.of(words));
    }

    static Step parse(String line) {
        List<String> parts = List.of(line.trim().split(" +"));
        return new Step(
                parts.get(0), Verb.valueOf(parts.get(1).toUpperCase(Locale.ROOT)), parts.subList(2, parts.size()));
    }

    @Override
    public String toString() {
        var parts = new ArrayList<>(List.of(socket, verb.toString()));
        parts.addAll(words);
        return String.join(" ", parts);
    }
}
