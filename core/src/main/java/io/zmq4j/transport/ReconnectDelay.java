package io.zmq4j.transport;

import io.zmq4j.options.OptionValues;
import io.zmq4j.options.SocketOptions;
import java.util.function.DoubleSupplier;

/**
 * How long to wait before the next try to connect: RECONNECT_IVL plus a random part of it, so that a thousand clients of
 * a restarted server do not come at the same moment; with RECONNECT_IVL_MAX doubled each time up to that, with the same
 * jitter. Starts anew after a completed handshake, not after a mere connection: a server that accepts and refuses is
 * not hammered.
 */
public final class ReconnectDelay {
    /** Before a peer is tried again that turned out to be the wrong one: at least a minute. */
    private static final long LONG_MILLIS = 60_000;

    private final long baseMillis;
    private final long maxMillis;
    private final DoubleSupplier random;
    private long currentMillis;
    private boolean isHurried;
    private boolean isOver;

    /** {@code random} gives numbers from 0 to below 1. */
    public ReconnectDelay(OptionValues options, DoubleSupplier random) {
        baseMillis = options.get(SocketOptions.RECONNECT_IVL).toMillis();
        maxMillis = options.get(SocketOptions.RECONNECT_IVL_MAX).toMillis();
        this.random = random;
        currentMillis = baseMillis;
    }

    /** Whether to try again at all: RECONNECT_IVL may say never, RECONNECT_STOP no more. */
    public boolean isEnabled() {
        return !isOver && (isHurried || baseMillis >= 0);
    }

    /** There is no further try: RECONNECT_STOP says so after what has happened. */
    public void stop() {
        isOver = true;
    }

    /** This side gave up a connection that was sound, to have another one: that comes at once, whatever RECONNECT_IVL says. */
    public void hurry() {
        isHurried = true;
    }

    /** The next delay in milliseconds. */
    public long nextMillis() {
        if (isHurried) {
            isHurried = false;
            return 0;
        }
        if (maxMillis <= baseMillis) {
            return baseMillis + (long) (baseMillis * random.getAsDouble());
        }
        long delay = currentMillis / 2 + (long) (currentMillis / 2.0 * random.getAsDouble());
        currentMillis = Math.min(maxMillis, Math.max(1, currentMillis) * 2);
        return Math.max(baseMillis, delay);
    }

    /** The delay in milliseconds after the peer turned out to be the wrong one: that passes when somebody has repaired it. */
    public long longMillis() {
        return Math.max(maxMillis, LONG_MILLIS);
    }

    /** A handshake was completed. */
    public void reset() {
        currentMillis = baseMillis;
    }
}
