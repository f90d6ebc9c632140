package io.zmq4j.cli.probe;

import io.zmq4j.zmtp.CloseReason;
import io.zmq4j.zmtp.SocketType;
import io.zmq4j.zmtp.wire.Metadata;
import io.zmq4j.zmtp.wire.ProtocolException;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The first connection: hears the greeting and, where there is no security, the peer's READY, and ends before the peer can take this
 * side for a peer. It listens before it speaks, as ZMTP 1.0 sends messages to whoever has sent a greeting.
 *
 * @param heard the first bytes, which are a greeting
 * @param metadata the properties of the peer's READY; null if it has none, waits for ours or wants another mechanism
 */
record Look(Heard heard, @Nullable Metadata metadata) {
    private static final Duration LONGEST_LISTENING = Duration.ofMillis(250);

    static Look at(Line line, Duration timeout) throws ObstacleException {
        var silence = new SilentSecurity();
        try (var dialogue = new Dialogue(line, SocketType.REQ, silence)) {
            try {
                hear(dialogue, silence, timeout);
            } catch (ProtocolException e) {
                checkIsHarmless(e, dialogue.heard(), silence);
            } catch (IOException e) {
                throw ended(dialogue.heard());
            }
            Heard heard = dialogue.heard();
            if (heard.version() == null || (!heard.isOld() && heard.mechanism() == null)) {
                throw new ObstacleException(Obstacle.NOT_ZMTP, heard.otherwise());
            }
            return new Look(heard, silence.heard());
        }
    }

    private static void hear(Dialogue dialogue, SilentSecurity silence, Duration timeout)
            throws ObstacleException, IOException, ProtocolException {
        long start = System.nanoTime();
        long end = start + timeout.toNanos();
        Heard heard = dialogue.heard();
        dialogue.listen(start + Math.min(timeout.toNanos() / 4, LONGEST_LISTENING.toNanos()));
        dialogue.until(() -> !heard.isNothing(), start + timeout.toNanos() / 2);
        if (heard.isNothing()) {
            ask(dialogue, end, timeout);
        }
        dialogue.until(() -> heard.isOld() || heard.isForeign() || silence.heard() != null, end);
    }

    /** Of a silent peer: a server that waits for the end of a request answers when there is an end. */
    private static void ask(Dialogue dialogue, long end, Duration timeout) throws ObstacleException {
        Heard heard = dialogue.heard();
        try {
            dialogue.finish();
            dialogue.until(() -> !heard.isNothing(), end);
        } catch (IOException | ProtocolException e) {
            // It has ended or answered, which what was heard tells.
        }
        if (heard.isNothing()) {
            throw new ObstacleException(
                    Obstacle.SILENT,
                    "takes the connection and says nothing within " + timeout.toMillis()
                            + " ms: it is not ZeroMQ, which greets"
                            + " at once (an HTTP or TLS server waits to be asked), or it hangs; --timeout waits longer");
        }
        throw new ObstacleException(Obstacle.NOT_ZMTP, heard.otherwise());
    }

    /** Passes what says no more than that the peer is not as this side, which was to be found out. */
    private static void checkIsHarmless(ProtocolException e, Heard heard, SilentSecurity silence)
            throws ObstacleException {
        if (silence.heard() != null || heard.isOld()) {
            return;
        }
        switch (e.reason()) {
            case MECHANISM_MISMATCH -> {
                if (!heard.isPlausible()) {
                    throw new ObstacleException(Obstacle.NOT_ZMTP, heard.otherwise());
                }
            }
            case CONNECTION_LOST, PEER_CLOSED -> throw ended(heard);
            case AUTHENTICATION_FAILED, REFUSED_BY_PEER ->
                throw new ObstacleException(
                        Obstacle.NOT_LET_IN,
                        "does not let this machine in: " + e.getMessage()
                                + "; who decides about its peers (ZAP) knows why");
            default -> throw broken(e, heard);
        }
    }

    private static ObstacleException broken(ProtocolException e, Heard heard) {
        if (e.reason() == CloseReason.NOT_ZMTP || heard.version() == null) {
            return new ObstacleException(Obstacle.NOT_ZMTP, heard.otherwise());
        }
        return new ObstacleException(
                Obstacle.BROKEN,
                "greets with ZMTP " + heard.version() + " and then breaks its rules: " + e.getMessage());
    }

    private static ObstacleException ended(Heard heard) {
        if (heard.isNothing()) {
            return new ObstacleException(
                    Obstacle.CLOSES,
                    "takes the connection and ends it at once: a proxy or a published port with nobody behind it, or this"
                            + " address is not allowed there");
        }
        if (heard.version() == null) {
            return new ObstacleException(Obstacle.NOT_ZMTP, heard.otherwise());
        }
        return new ObstacleException(
                Obstacle.CLOSES,
                "greets with ZMTP " + heard.version() + " and ends the connection before the handshake");
    }
}
