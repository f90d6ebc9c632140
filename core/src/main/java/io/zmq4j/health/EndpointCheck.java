package io.zmq4j.health;

import io.zmq4j.event.EndpointState;
import io.zmq4j.event.SocketEvent;
import io.zmq4j.health.Finding.Kind;
import io.zmq4j.health.Finding.Severity;
import io.zmq4j.notice.Words;
import io.zmq4j.snapshot.EndpointSnapshot;
import io.zmq4j.snapshot.SocketSnapshot;
import java.time.Duration;
import java.util.List;

/** Which endpoints of a socket fail. */
final class EndpointCheck {
    private final Thresholds thresholds;
    private final Onsets onsets;
    private final History history;
    private final SocketSnapshot socket;

    EndpointCheck(Thresholds thresholds, Onsets onsets, History history, SocketSnapshot socket) {
        this.thresholds = thresholds;
        this.onsets = onsets;
        this.history = history;
        this.socket = socket;
    }

    /** Whether there is a finding. */
    boolean find(List<Finding> found) {
        int before = found.size();
        for (EndpointSnapshot endpoint : socket.endpoints()) {
            switch (endpoint.state()) {
                case CONNECTING, WAITING, GIVEN_UP -> notThere(found, endpoint);
                case LISTENING -> refusing(found, endpoint);
                case CONNECTED, CLOSED -> {}
            }
        }
        return found.size() > before;
    }

    private void notThere(List<Finding> found, EndpointSnapshot endpoint) {
        Duration since = onsets.hold(
                Kind.ENDPOINT_FAILING, socket.id(), endpoint.uri(), history.failingFor(socket.id(), endpoint.uri()));
        boolean isOver = endpoint.state() == EndpointState.GIVEN_UP;
        boolean isWrong = history.hasWrongPeer(socket.id(), endpoint.uri());
        if (isOver || isWrong || since.compareTo(thresholds.endpointFailing()) >= 0) {
            Severity severity = isOver || isWrong || !hasPeer() ? Severity.ERROR : Severity.WARNING;
            found.add(finding(severity, endpoint, since, what(endpoint, since) + why(endpoint)));
        }
    }

    private boolean hasPeer() {
        return socket.endpoints().stream().anyMatch(each -> each.peers() > 0);
    }

    private static String what(EndpointSnapshot endpoint, Duration since) {
        return endpoint.state() == EndpointState.GIVEN_UP
                ? "gave " + endpoint.uri() + " up"
                : "has not been connected to " + endpoint.uri() + " for " + Words.time(since);
    }

    private static String why(EndpointSnapshot endpoint) {
        String error = endpoint.lastError() == null ? "" : ": " + endpoint.lastError();
        Duration next = endpoint.nextTry();
        return next == null ? error : error + "; next try in " + Words.time(next);
    }

    /** A bound one works, but not for peers that are set up for something else. */
    private void refusing(List<Finding> found, EndpointSnapshot endpoint) {
        History.Refusals refusals = history.refusals(socket.id(), endpoint.uri());
        if (refusals != null) {
            SocketEvent event = refusals.last().event();
            String peer = event.peer() == null ? "a peer" : event.peer();
            String why = event.detail().isEmpty() ? String.valueOf(event.reason()) : event.detail();
            found.add(finding(
                    Severity.WARNING,
                    endpoint,
                    refusals.since(),
                    "has kept " + Words.count(refusals.count(), "peer") + " out at " + endpoint.uri() + ", the last "
                            + peer + ": " + why));
        }
    }

    private Finding finding(Severity severity, EndpointSnapshot endpoint, Duration since, String what) {
        return new Finding(
                Kind.ENDPOINT_FAILING,
                severity,
                socket.id(),
                socket.title(),
                endpoint.uri(),
                since,
                socket.title() + " " + what);
    }
}
