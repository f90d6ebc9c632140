package io.zmq4j.bridge.progress;

import java.time.Duration;
import java.util.Objects;

/**
 * How a bridge stands.
 *
 * @param phase what it does
 * @param read how many records the source gave
 * @param acknowledged how many were written and acknowledged, the dead letters among them
 * @param deadLetters how many were written as dead letters
 * @param retries how often writing began anew after a failure
 * @param inFlightRecords how many were read and not acknowledged
 * @param inFlightBytes of these
 * @param oldest how long the oldest of these has been under way
 * @param trouble why reading or writing does not work now, or why the bridge failed; empty if it works
 */
public record Progress(
        Phase phase,
        long read,
        long acknowledged,
        long deadLetters,
        long retries,
        int inFlightRecords,
        long inFlightBytes,
        Duration oldest,
        String trouble) {
    public Progress {
        Objects.requireNonNull(phase, "phase");
        Objects.requireNonNull(oldest, "oldest");
        Objects.requireNonNull(trouble, "trouble");
    }

    /** The same, but that it has failed. */
    public Progress failed(String reason) {
        return new Progress(
                Phase.FAILED,
                read,
                acknowledged,
                deadLetters,
                retries,
                inFlightRecords,
                inFlightBytes,
                oldest,
                Objects.requireNonNull(reason, "reason"));
    }
}
