package io.zmq4j.patterns.binarystar;

import io.zmq4j.Socket;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Consumer;

/** How a {@link BinaryStar} works; set in the function that is given to it, and without effect after that. Alike on both sides. */
public final class BinaryStarOptions {
    /** How often a server says how it stands: each second. */
    public static final Duration HEARTBEAT = Duration.ofSeconds(1);

    /** After how many heartbeats that did not come the other one is taken for dead: 2. */
    public static final int LIVENESS = 2;

    private Duration heartbeat = HEARTBEAT;
    private int liveness = LIVENESS;
    private Consumer<? super Socket> sockets = socket -> {};

    BinaryStarOptions() {}

    /**
     * Sets how often a server says how it stands; {@link #HEARTBEAT} unless it is set.
     *
     * @throws IllegalArgumentException if it is not from a millisecond to an hour
     */
    public BinaryStarOptions heartbeat(Duration interval) {
        Objects.requireNonNull(interval, "interval");
        if (interval.compareTo(Duration.ofMillis(1)) < 0 || interval.compareTo(Duration.ofHours(1)) > 0) {
            throw new IllegalArgumentException("interval is " + interval + ": from PT0.001S to PT1H is allowed");
        }
        heartbeat = interval;
        return this;
    }

    /**
     * Sets after how many heartbeats that did not come the other one is taken for dead; {@link #LIVENESS} unless it is set. A server
     * that stands still for longer than that, in a collection of garbage or a machine that is suspended, and then goes on, finds that
     * the other one serves as well: {@link StarState#CONFLICT}.
     *
     * @throws IllegalArgumentException if it is not from 1 to 1000
     */
    public BinaryStarOptions liveness(int heartbeats) {
        if (heartbeats < 1 || heartbeats > 1000) {
            throw new IllegalArgumentException("heartbeats is " + heartbeats + ": from 1 to 1000 is allowed");
        }
        liveness = heartbeats;
        return this;
    }

    /** Sets what else the two sockets between the servers are to be, such as their security; called for each before it is used. */
    public BinaryStarOptions sockets(Consumer<? super Socket> settings) {
        sockets = Objects.requireNonNull(settings, "settings");
        return this;
    }

    long heartbeatNanos() {
        return heartbeat.toNanos();
    }

    long silenceNanos() {
        return heartbeat.toNanos() * liveness;
    }

    void apply(Socket socket) {
        sockets.accept(socket);
    }
}
