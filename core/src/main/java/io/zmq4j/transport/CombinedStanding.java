package io.zmq4j.transport;

import io.zmq4j.event.EndpointState;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * How an endpoint stands that is many connections: that of the look-up, and of each peer that it has found. It is CONNECTED while one
 * of them is, and WAITING while there is none.
 */
public final class CombinedStanding implements Standing {
    private final Standing lookUp;
    private final Supplier<List<Standing>> peers;

    /**
     * Made of these.
     *
     * @param lookUp CONNECTED once it has found a set of peers, be it none
     */
    public CombinedStanding(Standing lookUp, Supplier<List<Standing>> peers) {
        this.lookUp = lookUp;
        this.peers = peers;
    }

    @Override
    public EndpointState state() {
        EndpointState own = lookUp.state();
        if (lookUp.isOver()) {
            return own;
        }
        List<Standing> all = peers.get();
        if (is(all, EndpointState.CONNECTED)) {
            return EndpointState.CONNECTED;
        }
        if (is(all, EndpointState.CONNECTING)) {
            return EndpointState.CONNECTING;
        }
        return all.isEmpty() && own == EndpointState.CONNECTING ? own : EndpointState.WAITING;
    }

    private static boolean is(List<Standing> all, EndpointState wanted) {
        return all.stream().anyMatch(one -> one.state() == wanted);
    }

    @Override
    public int peerCount() {
        return peers.get().stream().mapToInt(Standing::peerCount).sum();
    }

    @Override
    public boolean isOver() {
        return lookUp.isOver();
    }

    /** That of the look-up, else that of a peer who is not there. */
    @Override
    public @Nullable String lastError() {
        String own = lookUp.lastError();
        if (own != null) {
            return own;
        }
        for (Standing peer : peers.get()) {
            if (peer.lastError() != null) {
                return peer.lastError();
            }
        }
        return null;
    }

    /** Of the look-up and the peers whoever is first. */
    @Override
    public long untilNextTry() {
        LongStream all = peers.get().stream().mapToLong(Standing::untilNextTry);
        return LongStream.concat(LongStream.of(lookUp.untilNextTry()), all)
                .filter(nanos -> nanos >= 0)
                .min()
                .orElse(-1);
    }
}
