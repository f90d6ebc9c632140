package io.zmq4j.view;

import io.zmq4j.health.Finding;
import io.zmq4j.snapshot.ContextSnapshot;
import java.util.List;

/**
 * A context at a moment, what passes, and how it was before.
 *
 * @param now how it stands
 * @param totals of all its sockets
 * @param rates what passes in a second, of all its sockets; {@link Rates#NONE} at the first look
 * @param findings what is wrong, the worst first
 * @param history of all its sockets together, the oldest first
 * @param sockets those that are open, in the order of the snapshot
 */
public record WatchedContext(
        ContextSnapshot now,
        Totals totals,
        Rates rates,
        List<Finding> findings,
        List<Sample> history,
        List<WatchedSocket> sockets) {
    public WatchedContext {
        findings = List.copyOf(findings);
        history = List.copyOf(history);
        sockets = List.copyOf(sockets);
    }
}
