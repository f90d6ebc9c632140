package io.zmq4j.view.top;

import io.zmq4j.health.Finding;
import io.zmq4j.view.Plain;
import java.util.Comparator;
import java.util.List;

/** What is wrong, the worst first. */
final class Findings {
    private Findings() {}

    /** A line for each, or two where one is too short. */
    static List<List<Line>> lines(Look look, int width) {
        return look.contexts().stream()
                .flatMap(context -> context.findings().stream())
                .sorted(Comparator.comparing(Finding::severity).reversed())
                .map(finding -> lines(finding, width))
                .toList();
    }

    private static List<Line> lines(Finding finding, int width) {
        var style = switch (finding.severity()) {
            case ERROR -> Style.ERROR;
            case WARNING -> Style.WARNING;
        };
        return Line.wrapped("! " + Plain.text(finding.sentence()), style, width);
    }
}
