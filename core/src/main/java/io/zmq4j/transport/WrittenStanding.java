package io.zmq4j.transport;

import io.zmq4j.event.EndpointState;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * How one endpoint stands: written by the endpoint where it knows, read by any thread. It is written in steps that must not fail
 * where memory is short, so nothing is allocated here.
 */
public final class WrittenStanding implements Standing {
    private final AtomicInteger peers = new AtomicInteger();
    private EndpointState state;
    private @Nullable String lastError;
    /** Whether a next try is planned, and when, in the time of {@link System#nanoTime}. */
    private boolean isPlanned;

    private long nextTry;

    public WrittenStanding(EndpointState first) {
        state = first;
    }

    /** The state changes; without effect after the last one. */
    public synchronized void is(EndpointState next) {
        if (isOver()) {
            return;
        }
        state = next;
        isPlanned = false;
        if (next == EndpointState.CONNECTED) {
            lastError = null;
        }
    }

    /** A try failed, for this reason; what follows is said next. */
    public synchronized void failed(String why) {
        lastError = why;
    }

    /** Waits for the next try, for so long from now on. */
    public synchronized void waits(long nanos) {
        if (!isOver()) {
            state = EndpointState.WAITING;
            isPlanned = true;
            nextTry = System.nanoTime() + nanos;
        }
    }

    /** A peer is there, its handshake complete. */
    public void joined() {
        peers.incrementAndGet();
    }

    /** One of those that joined is not there any more. */
    public void left() {
        peers.decrementAndGet();
    }

    @Override
    public int peerCount() {
        return peers.get();
    }

    @Override
    public synchronized EndpointState state() {
        return state;
    }

    @Override
    public synchronized boolean isOver() {
        return state == EndpointState.CLOSED || state == EndpointState.GIVEN_UP;
    }

    @Override
    public synchronized @Nullable String lastError() {
        return lastError;
    }

    @Override
    public synchronized long untilNextTry() {
        return isPlanned ? Math.max(0, nextTry - System.nanoTime()) : -1;
    }
}
