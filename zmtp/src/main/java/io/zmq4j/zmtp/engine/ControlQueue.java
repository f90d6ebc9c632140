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
 * beyond gets none. The handshake's part is bounded by the handshake.
 */
final class ControlQueue {
    static final int MOST_PONGS = 16;

    private final Queue<byte[]> handshake = new ArrayDeque<>();
    private final Queue<Command> pongs = new ArrayDeque<>(MOST_PONGS);
    private @Nullable Command ping;

    /** Lets the outbound half see without the lock that there is nothing, which is nearly always so. */
    private volatile boolean waiting;

    synchronized void addHandshake(byte[] bytes) {
        handshake.add(bytes);
        waiting = true;
    }

    /** False if too many wait already. */
    synchronized boolean offerPong(Command pong) {
        if (pongs.size() == MOST_PONGS) {
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
        byte[] next = handshake.poll();
        noteWaiting();
        return next;
    }

    /** The next command of the traffic. */
    synchronized @Nullable Command poll() {
        Command next = pongs.poll();
        if (next == null) {
            next = ping;
            ping = null;
        }
        noteWaiting();
        return next;
    }

    private void noteWaiting() {
        waiting = !handshake.isEmpty() || !pongs.isEmpty() || ping != null;
    }
}
