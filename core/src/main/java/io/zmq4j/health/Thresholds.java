package io.zmq4j.health;

import java.time.Duration;
import java.util.Objects;

/**
 * How long something lasts before it is a finding.
 *
 * @param endpointFailing that a connected endpoint is not there; by default 10 seconds. A wrong peer, and an endpoint that was given
 *     up, are findings at once
 * @param noPeers that a bound socket has nobody to send to; by default 30 seconds
 * @param queueFull that a queue stays full; by default 10 seconds
 * @param memory that something counts which is over in a moment, a dropped message or a peer that was kept out; by default 60 seconds
 */
public record Thresholds(Duration endpointFailing, Duration noPeers, Duration queueFull, Duration memory) {
    private static final Thresholds STANDARD = new Thresholds(
            Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ofSeconds(10), Duration.ofSeconds(60));

    /**
     * @throws IllegalArgumentException if one is negative
     */
    public Thresholds {
        check("endpointFailing", endpointFailing);
        check("noPeers", noPeers);
        check("queueFull", queueFull);
        check("memory", memory);
    }

    private static void check(String name, Duration value) {
        if (Objects.requireNonNull(value, name).isNegative()) {
            throw new IllegalArgumentException(name + " is " + value + ": zero or more is allowed");
        }
    }

    /** The defaults. */
    public static Thresholds standard() {
        return STANDARD;
    }

    public Thresholds withEndpointFailing(Duration endpointFailing) {
        return new Thresholds(endpointFailing, noPeers, queueFull, memory);
    }

    public Thresholds withNoPeers(Duration noPeers) {
        return new Thresholds(endpointFailing, noPeers, queueFull, memory);
    }

    public Thresholds withQueueFull(Duration queueFull) {
        return new Thresholds(endpointFailing, noPeers, queueFull, memory);
    }

    public Thresholds withMemory(Duration memory) {
        return new Thresholds(endpointFailing, noPeers, queueFull, memory);
    }
}
