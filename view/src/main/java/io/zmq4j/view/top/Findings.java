package io.zmq4j.view.top;

import io.zmq4j.health.Finding;
import io.zmq4j.view.Plain;
import java.util.Comparator;
import java.util.List;

/** What is wrong, a line each, the worst first. */
final class Findings {
    private Findings() {}

    static List<Line> lines(Look look) {
        return look.contexts().stream()
                .flatMap(context -> context.findings().stream())
                .sorted(Comparator.comparing(Finding::severity).reversed())
                .map(Findings::line)
                .toList();
    }

    private static Line line(Finding finding) {
        var style = switch (finding.severity()) {
            case ERROR -> Style.ERROR;
            case WARNING -> Style.WARNING;
        };
        return new Line("! " + Plain.text(finding.sentence()), style);
    }
}
