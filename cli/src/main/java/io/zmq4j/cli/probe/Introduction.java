package io.zmq4j.cli.probe;

import io.zmq4j.zmtp.CloseReason;
import io.zmq4j.zmtp.SocketType;
import io.zmq4j.zmtp.engine.PeerInfo;
import io.zmq4j.zmtp.mechanism.Security;
import io.zmq4j.zmtp.wire.ProtocolException;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A whole handshake as one type, and what becomes of it: a PING that is answered shows that the peer stays.
 *
 * @param peer what the peer said of itself; null if its handshake was not complete
 * @param roundTrip the shortest of some PINGs; null if none was answered
 * @param admitted whether the peer, as the server of a mechanism, let this side in, whatever it then thought of the type
 */
record Introduction(
        Answer answer, @Nullable PeerInfo peer, @Nullable Duration roundTrip, boolean admitted) {
    private static final int PINGS = 5;
    private static final String WITHOUT_PING = "3.0";

    /** A peer that knows no PING and says nothing against this side for so long has taken it. */
    private static final Duration NO_OBJECTION = Duration.ofMillis(200);

    static Introduction as(SocketType type, Security security, Route route, Duration timeout) {
        try (var dialogue = new Dialogue(route.open(timeout), type, security)) {
            return talk(dialogue, type, System.nanoTime() + timeout.toNanos());
        } catch (ObstacleException e) {
            return new Introduction(new Answer(type, Answer.Kind.SILENT, e.sentence()), null, null, false);
        }
    }

    private static Introduction talk(Dialogue dialogue, SocketType type, long end) {
        try {
            if (!dialogue.until(() -> dialogue.peer() != null, end)) {
                return of(dialogue, type, Answer.Kind.SILENT, "says nothing more");
            }
            return ready(dialogue, type, end);
        } catch (ProtocolException e) {
            var answer = new Answer(type, kind(e), String.valueOf(e.getMessage()));
            boolean isLetIn = e.reason() != CloseReason.AUTHENTICATION_FAILED;
            return new Introduction(answer, dialogue.peer(), null, isLetIn && isAdmitted(dialogue));
        } catch (IOException e) {
            return of(dialogue, type, Answer.Kind.CLOSES, String.valueOf(e.getMessage()));
        }
    }

    private static Introduction ready(Dialogue dialogue, SocketType type, long end)
            throws IOException, ProtocolException {
        PeerInfo peer = dialogue.peer();
        if (peer != null && WITHOUT_PING.equals(peer.version())) {
            dialogue.until(() -> false, Math.min(end, System.nanoTime() + NO_OBJECTION.toNanos()));
            return of(dialogue, type, Answer.Kind.READY, "");
        }
        Duration shortest = dialogue.ping(end);
        for (int i = 1; i < PINGS && shortest != null; i++) {
            Duration next = dialogue.ping(end);
            shortest = next != null && next.compareTo(shortest) < 0 ? next : shortest;
        }
        var answer = new Answer(type, Answer.Kind.READY, shortest == null ? "but answers no PING" : "");
        return new Introduction(answer, peer, shortest, true);
    }

    private static Introduction of(Dialogue dialogue, SocketType type, Answer.Kind kind, String detail) {
        return new Introduction(new Answer(type, kind, detail), dialogue.peer(), null, isAdmitted(dialogue));
    }

    private static boolean isAdmitted(Dialogue dialogue) {
        return dialogue.isWelcomed() || dialogue.peer() != null;
    }

    private static Answer.Kind kind(ProtocolException e) {
        return switch (e.reason()) {
            case REFUSED_BY_PEER, AUTHENTICATION_FAILED -> Answer.Kind.REFUSED;
            case CONNECTION_LOST, PEER_CLOSED -> Answer.Kind.CLOSES;
            default -> Answer.Kind.BROKEN;
        };
    }
}
