package io.zmq4j.bench.compare;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** What the roles of a run printed: each line {@code NAME N} of a role is {@code ROLE NAME} here. */
record Figures(Map<String, Double> values) {
    private static final Pattern FIGURE = Pattern.compile("(\\S+) (-?\\d+(?:\\.\\d+)?(?:[eE][-+]?\\d+)?)");

    Figures {
        values = Map.copyOf(values);
    }

    /** @param outputs what each role printed */
    static Figures parse(Map<String, String> outputs) {
        var values = new HashMap<String, Double>();
        outputs.forEach((role, output) -> output.lines().forEach(line -> {
            var figure = FIGURE.matcher(line);
            if (figure.matches()) {
                values.put(role + " " + figure.group(1), Double.valueOf(figure.group(2)));
            }
        }));
        return new Figures(values);
    }
}
