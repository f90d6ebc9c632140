package io.zmq4j.patterns.clone;

import java.time.Duration;
import java.util.Objects;

/**
 * How often life is shown, and how long it may be missed.
 *
 * @param heartbeat between two signs
 * @param liveness after how many that did not come
 */
record Pace(Duration heartbeat, int liveness) {
    Pace {
        Objects.requireNonNull(heartbeat, "interval");
        if (heartbeat.compareTo(Duration.ofMillis(1)) < 0 || heartbeat.compareTo(Duration.ofHours(1)) > 0) {
            throw new IllegalArgumentException("interval is " + heartbeat + ": from PT0.001S to PT1H is allowed");
        }
        if (liveness < 1 || liveness > 1000) {
            throw new IllegalArgumentException("heartbeats is " + liveness + ": from 1 to 1000 is allowed");
        }
    }

    long heartbeatNanos() {
        return heartbeat.toNanos();
    }

    long silenceNanos() {
        return heartbeat.toNanos() * liveness;
    }
}
