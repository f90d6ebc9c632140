package io.zmq4j.health;

import java.util.List;
import java.util.Objects;

/**
 * How a context is.
 *
 * @param status in one word
 * @param findings what is wrong, the worst first; empty if it is {@link Status#UP}, and if the context is closed
 */
public record Health(Status status, List<Finding> findings) {
    public Health {
        Objects.requireNonNull(status, "status");
        findings = List.copyOf(Objects.requireNonNull(findings, "findings"));
    }

    /** As the worst of the findings has it. */
    public enum Status {
        /** Nothing is wrong. */
        UP,
        /** There are warnings. */
        DEGRADED,
        /** There is an error, or the context is closed. */
        DOWN
    }

    static Health of(List<Finding> findings) {
        if (findings.isEmpty()) {
            return new Health(Status.UP, findings);
        }
        boolean isDown = findings.stream().anyMatch(each -> each.severity() == Finding.Severity.ERROR);
        return new Health(isDown ? Status.DOWN : Status.DEGRADED, findings);
    }
}
