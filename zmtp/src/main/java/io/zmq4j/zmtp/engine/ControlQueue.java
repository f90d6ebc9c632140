package io.zmq4j.zmtp.engine;

import io.zmq4j.zmtp.wire.Command;
import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * What the protocol itself wants to send: put here by the inbound half, taken by the outbound half between messages. Greeting and
 * handshake are bytes already; a command of the traffic is sealed where it leaves, in its turn. Safe for any thread.
 *
 * <p>A peer decides how many PINGs it sends and whether it ever reads the answers, so only so many PONGs wait; a PING
 * beyond gets none. The handshake's part is bounded by the handshake. A connection at rest has no queues at all.
 */
final class ControlQueue {
    static final int MOST_PONGS = 16;

    /** Null if empty, as is the next one. */
    private @Nullable Queue<byte[]> handshake;

    private @Nullable Queue<Command> pongs;
    private @Nullable Command ping;

    /** Lets the outbound half see without the lock that there is nothing, which is nearly always so. */
    private volatile boolean waiting;

    synchronized void addHandshake(byte[] bytes) {
        if (handshake == null) {
            handshake = new ArrayDeque<>();
        }
        handshake.add(bytes);
        waiting = true;
    }

    /** False if too many wait already. */
    synchronized boolean offerPong(Command pong) {
        if (pongs == null) {
            pongs = new ArrayDeque<>(MOST_PONGS);
        } else if (pongs.size() == MOST_PONGS) {
            return false;
        }
        pongs.add(pong);
        waiting = true;
        return true;
    }

    /** A PING that still waits is replaced: one is enough to ask for a sign of life. */
    synchronized void putPing(Command command) {
        ping = command;
        waiting = true;
    }

    synchronized boolean isPingWaiting() {
        return ping != null;
    }

    boolean isEmpty() {
        return !waiting;
    }

    /** The next part of the greeting or the handshake, which go before everything else. */
    synchronized byte @Nullable [] pollHandshake() {
        byte[] next = null;
        if (handshake != null) {
            next = handshake.poll();
            handshake = handshake.isEmpty() ? null : handshake;
        }
        noteWaiting();
        return next;
    }

    /** The next command of the traffic. */
    synchronized @Nullable Command poll() {
        Command next;
        if (pongs != null) {
            next = pongs.poll();
            pongs = pongs.isEmpty() ? null : pongs;
        } else {
            next = ping;
            ping = null;
        }
        noteWaiting();
        return next;
    }

    private void noteWaiting() {
        waiting = handshake != null || pongs != null || ping != null;
    }
}
