package io.zmq4j.curve;

import java.security.SecureRandom;

/** The JDK's, seeded by the operating system. */
final class SystemRandomness {
    private static final SecureRandom RANDOM = new SecureRandom();

    static final Randomness INSTANCE = RANDOM::nextBytes;

    private SystemRandomness() {}
}
