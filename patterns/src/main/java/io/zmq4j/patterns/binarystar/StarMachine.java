package io.zmq4j.patterns.binarystar;

/**
 * The rules of a pair. Pure: owned by whoever holds it, one thread at a time, and time is what it is told.
 *
 * <p>What keeps two servers from serving at once is that it takes two signs to take over: the peer is silent, and a client, which is
 * somewhere else in the network, comes here. A cut between the two servers alone changes nothing, as clients go on asking the one
 * that serves; see {@link StarState} for the transitions.
 */
final class StarMachine {
    private final long silenceNanos;
    private StarState state;
    private long silentAt;

    /** @param silenceNanos after how long without a word the peer is taken for dead */
    StarMachine(Role role, long silenceNanos, long now) {
        this.silenceNanos = silenceNanos;
        state = role.first();
        silentAt = now + silenceNanos;
    }

    StarState state() {
        return state;
    }

    boolean peerIsSilent(long now) {
        return now - silentAt >= 0;
    }

    /** The peer has said how it stands. */
    void peerIs(long now, StarState peer) {
        silentAt = now + silenceNanos;
        state = switch (state) {
            case PRIMARY ->
                switch (peer) {
                    case BACKUP -> StarState.ACTIVE;
                    case ACTIVE -> StarState.PASSIVE;
                    case PRIMARY, PASSIVE, CONFLICT -> state;
                };
            case BACKUP -> peer == StarState.ACTIVE ? StarState.PASSIVE : state;
            case ACTIVE -> peer == StarState.ACTIVE ? StarState.CONFLICT : state;
            case PASSIVE ->
                switch (peer) {
                    // It has died and come back, and waits for this one.
                    case PRIMARY, BACKUP -> StarState.ACTIVE;
                    case PASSIVE -> StarState.CONFLICT;
                    case ACTIVE, CONFLICT -> state;
                };
            case CONFLICT -> state;
        };
    }

    /**
     * A client asks, which is a vote for this server.
     *
     * @return whether it is to be served
     */
    boolean request(long now) {
        boolean mayTakeOver = state == StarState.PRIMARY || state == StarState.PASSIVE;
        if (mayTakeOver && peerIsSilent(now)) {
            state = StarState.ACTIVE;
        }
        return state == StarState.ACTIVE;
    }
}
