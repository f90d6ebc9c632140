package io.zmq4j.discovery.gossip;

/**
 * What came that was not believed, counted.
 *
 * @param malformed messages that are none of this protocol, or entries that are none
 * @param forged entries that their owner has not signed
 * @param crowded entries of new owners for which there was no place
 */
public record Suspicions(long malformed, long forged, long crowded) {
    static final Suspicions NONE = new Suspicions(0, 0, 0);

    Suspicions oneMoreMalformed() {
        return new Suspicions(malformed + 1, forged, crowded);
    }

    Suspicions oneMoreForged() {
        return new Suspicions(malformed, forged + 1, crowded);
    }

    Suspicions oneMoreCrowded() {
        return new Suspicions(malformed, forged, crowded + 1);
    }
}
