package io.zmq4j.zmtp.engine;

import io.zmq4j.zmtp.CloseReason;
import io.zmq4j.zmtp.wire.ProtocolException;
import java.time.Duration;

/**
 * The handshake's deadline and the heartbeat (RFC 37, "Connection Heartbeating"). Any byte from the peer is life: it
 * ends both waits, the one for an answer to our PING and the one for the time to live the peer announced.
 *
 * <p>Points in time are nanoseconds of a clock that may wrap, so they are compared by difference. Owned by the thread
 * that drives the inbound half.
 */
final class Timers {
    /** A point in time that never comes. */
    static final long NEVER = Long.MAX_VALUE;

    private static final Duration LONGEST = Duration.ofDays(365);

    private final long handshakeNanos;
    private final long intervalNanos;
    private final long timeoutNanos;

    private long handshakeEnds = NEVER;
    private long pingDue = NEVER;
    private long answerEnds = NEVER;
    private long timeToLiveEnds = NEVER;
    private long timeToLiveNanos;

    Timers(EngineOptions options, long now) {
        handshakeNanos = nanos(options.handshakeInterval());
        intervalNanos = nanos(options.heartbeatInterval());
        timeoutNanos = nanos(options.heartbeatTimeout());
        handshakeEnds = after(now, handshakeNanos);
    }

    private static long nanos(Duration duration) {
        return duration.compareTo(LONGEST) > 0 ? LONGEST.toNanos() : duration.toNanos();
    }

    private static long after(long now, long nanos) {
        return nanos <= 0 ? NEVER : now + nanos;
    }

    private static boolean reached(long end, long now) {
        return end != NEVER && now - end >= 0;
    }

    void onBytes() {
        answerEnds = NEVER;
        timeToLiveEnds = NEVER;
    }

    /** We do not read: the waits that run start anew, since the peer may have spoken. */
    void onPause(long now) {
        if (answerEnds != NEVER) {
            answerEnds = after(now, timeoutNanos);
        }
        if (timeToLiveEnds != NEVER) {
            timeToLiveEnds = after(now, timeToLiveNanos);
        }
    }

    void onHandshake(boolean peerKnowsPing, long now) {
        handshakeEnds = NEVER;
        pingDue = peerKnowsPing ? after(now, intervalNanos) : NEVER;
    }

    /** The peer says it will be given up after this much silence; zero says nothing. */
    void onTimeToLive(long nanos, long now) {
        timeToLiveNanos = nanos;
        timeToLiveEnds = after(now, nanos);
    }

    /**
     * Throws if a deadline is over.
     *
     * @param isPingWaiting whether the last PING has not been handed out yet: the wait for its answer cannot be over
     * @return whether a PING is due
     */
    boolean tick(boolean isPingWaiting, long now) throws ProtocolException {
        if (reached(handshakeEnds, now)) {
            throw new ProtocolException(
                    CloseReason.HANDSHAKE_TIMEOUT,
                    "the handshake was not complete within %s".formatted(Duration.ofNanos(handshakeNanos)));
        }
        if (reached(timeToLiveEnds, now)) {
            throw new ProtocolException(
                    CloseReason.HEARTBEAT_TIMEOUT,
                    "nothing came within the peer's time to live of %s".formatted(Duration.ofNanos(timeToLiveNanos)));
        }
        if (reached(answerEnds, now)) {
            if (!isPingWaiting) {
                throw new ProtocolException(
                        CloseReason.HEARTBEAT_TIMEOUT,
                        "nothing came within %s of a PING".formatted(Duration.ofNanos(timeoutNanos)));
            }
            answerEnds = after(now, timeoutNanos);
        }
        if (!reached(pingDue, now)) {
            return false;
        }
        pingDue = after(now, intervalNanos);
        if (answerEnds == NEVER) {
            answerEnds = after(now, timeoutNanos);
        }
        return true;
    }

    long next() {
        return earlier(earlier(handshakeEnds, timeToLiveEnds), earlier(answerEnds, pingDue));
    }

    private static long earlier(long one, long other) {
        if (one == NEVER) {
            return other;
        }
        return other == NEVER || one - other < 0 ? one : other;
    }
}
