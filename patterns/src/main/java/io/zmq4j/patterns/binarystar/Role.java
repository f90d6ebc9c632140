package io.zmq4j.patterns.binarystar;

/** What a server of a pair is set up as, one each; it says who serves when both begin, and nothing later. */
public enum Role {
    /** Serves when both have found each other. */
    PRIMARY(StarState.PRIMARY),
    /** Waits for the other one, and takes over when it dies. */
    BACKUP(StarState.BACKUP);

    private final StarState first;

    Role(StarState first) {
        this.first = first;
    }

    /** How it begins. */
    StarState first() {
        return first;
    }
}
