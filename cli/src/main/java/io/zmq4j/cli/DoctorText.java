package io.zmq4j.cli;

import io.zmq4j.cli.doctor.Finding;
import java.util.List;
import java.util.Locale;

/** What the checks have found, for people and for scripts. */
final class DoctorText {
    private DoctorText() {}

    /** A line for each, and one below it where there is something to do. */
    static String lines(List<Finding> findings) {
        var text = new StringBuilder();
        for (Finding finding : findings) {
            String level = finding.level().name().toLowerCase(Locale.ROOT);
            text.append(String.format("%-8s %-12s %s%n", level, finding.name(), finding.says()));
            if (!finding.todo().isEmpty()) {
                text.append(String.format("%-8s %-12s -> %s%n", "", "", finding.todo()));
            }
        }
        return text.toString();
    }

    /** One line. */
    static String json(List<Finding> findings) {
        List<JsonFields> checks = findings.stream()
                .map(finding -> new JsonFields()
                        .text("level", finding.level().name())
                        .text("name", finding.name())
                        .text("says", finding.says())
                        .text("todo", finding.todo()))
                .toList();
        return new JsonFields().bool("ok", !DoctorVerb.isBroken(findings)).array("checks", checks) + "\n";
    }
}
