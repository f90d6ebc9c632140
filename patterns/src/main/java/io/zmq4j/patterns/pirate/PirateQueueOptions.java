package io.zmq4j.patterns.pirate;

import io.zmq4j.RouterSocket;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Consumer;

/** How a {@link PirateQueue} works; set in the function that is given to it, and without effect after that. */
public final class PirateQueueOptions {
    /** How often workers get a heartbeat: each second. */
    public static final Duration HEARTBEAT = Duration.ofSeconds(1);

    /** After how many heartbeats that did not come a worker is taken for dead: 3. */
    public static final int LIVENESS = 3;

    /** How many workers there are at most: 10,000. */
    public static final int MAX_WORKERS = 10_000;

    private Duration heartbeat = HEARTBEAT;
    private int liveness = LIVENESS;
    private int maxWorkers = MAX_WORKERS;
    private Consumer<? super RouterSocket> sockets = socket -> {};

    PirateQueueOptions() {}

    /**
     * Sets how often workers get a heartbeat, and are to send one; {@link #HEARTBEAT} unless it is set.
     *
     * @throws IllegalArgumentException if it is not from a millisecond to an hour
     */
    public PirateQueueOptions heartbeat(Duration interval) {
        heartbeat = Ppp.interval(Objects.requireNonNull(interval, "interval"));
        return this;
    }

    /**
     * Sets after how many heartbeats that did not come a worker is taken for dead; {@link #LIVENESS} unless it is set.
     *
     * @throws IllegalArgumentException if it is not from 1 to 1000
     */
    public PirateQueueOptions liveness(int heartbeats) {
        liveness = Ppp.liveness(heartbeats);
        return this;
    }

    /**
     * Sets how many workers there are at most; {@link #MAX_WORKERS} unless it is set. One beyond is not given work, and counted.
     *
     * @throws IllegalArgumentException if it is less than 1
     */
    public PirateQueueOptions maxWorkers(int workers) {
        if (workers < 1) {
            throw new IllegalArgumentException("workers is " + workers + ": at least 1 is allowed");
        }
        maxWorkers = workers;
        return this;
    }

    /** Sets what else its two sockets are to be, such as their security; called for each before it is bound. */
    public PirateQueueOptions sockets(Consumer<? super RouterSocket> settings) {
        sockets = Objects.requireNonNull(settings, "settings");
        return this;
    }

    Workers workers() {
        return new Workers(heartbeat.toNanos() * liveness, maxWorkers);
    }

    long heartbeatNanos() {
        return heartbeat.toNanos();
    }

    void apply(RouterSocket socket) {
        sockets.accept(socket);
    }
}
