package io.zmq4j.patterns.clone;

import io.zmq4j.Socket;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Consumer;

/** How a {@link CloneClient} works; set in the function that is given to it, and without effect after that. */
public final class CloneClientOptions {
    /** How often servers show that they live: each second. */
    public static final Duration HEARTBEAT = CloneServerOptions.HEARTBEAT;

    /** After how many heartbeats that did not come a server is taken for dead: 3. */
    public static final int LIVENESS = 3;

    /** How long an update waits to be acknowledged: 30 seconds. */
    public static final Duration PATIENCE = Duration.ofSeconds(30);

    /** How many updates may wait to be acknowledged: 100,000. */
    public static final int MAX_OUTSTANDING = 100_000;

    private Pace pace = new Pace(HEARTBEAT, LIVENESS);
    private Bounds bounds = Bounds.DEFAULT;
    private Duration patience = PATIENCE;
    private String subtree = "";
    private Consumer<? super Socket> sockets = socket -> {};

    CloneClientOptions() {}

    /**
     * Sets which part of the map the client has; all of it unless it is set. It gets, and sets, keys that begin so and no others.
     *
     * @param path empty for all; else it begins and ends with a slash, such as {@code /prices/}
     * @throws IllegalArgumentException if it is neither
     */
    public CloneClientOptions subtree(String path) {
        Objects.requireNonNull(path, "path");
        if (!path.isEmpty() && (path.length() < 2 || !path.startsWith("/") || !path.endsWith("/"))) {
            throw new IllegalArgumentException("path is \"" + path
                    + "\": \"\" is allowed, and what begins and ends with a slash, such as \"/prices/\"");
        }
        subtree = path;
        return this;
    }

    /**
     * Sets how often the servers show that they live; {@link #HEARTBEAT} unless it is set. What was not acknowledged in this time is
     * sent again.
     *
     * @throws IllegalArgumentException if it is not from a millisecond to an hour
     */
    public CloneClientOptions heartbeat(Duration interval) {
        pace = new Pace(interval, pace.liveness());
        return this;
    }

    /**
     * Sets after how many heartbeats that did not come the client goes to the next server; {@link #LIVENESS} unless it is set. More
     * than between the servers of a pair, so that the other one is ready to take over.
     *
     * @throws IllegalArgumentException if it is not from 1 to 1000
     */
    public CloneClientOptions liveness(int heartbeats) {
        pace = new Pace(pace.heartbeat(), heartbeats);
        return this;
    }

    /**
     * Sets how long an update waits to be acknowledged; {@link #PATIENCE} unless it is set.
     *
     * @throws IllegalArgumentException if it is not positive
     */
    public CloneClientOptions patience(Duration time) {
        if (Objects.requireNonNull(time, "time").compareTo(Duration.ZERO) <= 0) {
            throw new IllegalArgumentException("time is " + time + ": a positive one is allowed");
        }
        patience = time;
        return this;
    }

    /**
     * Sets how many entries the copy has at most; {@link CloneServerOptions#MAX_ENTRIES} unless it is set. What is beyond is left out
     * and counted.
     *
     * @throws IllegalArgumentException if it is less than 1
     */
    public CloneClientOptions maxEntries(int entries) {
        bounds = new Bounds(entries, bounds.bytes());
        return this;
    }

    /**
     * Sets how many bytes these have at most, about 300 for each beside its own; {@link CloneServerOptions#MAX_BYTES} unless it is
     * set.
     *
     * @throws IllegalArgumentException if it is less than 1
     */
    public CloneClientOptions maxBytes(long bytes) {
        bounds = new Bounds(bounds.entries(), bytes);
        return this;
    }

    /** Sets what else the sockets are to be, such as their security; called for each before it is connected. */
    public CloneClientOptions sockets(Consumer<? super Socket> settings) {
        sockets = Objects.requireNonNull(settings, "settings");
        return this;
    }

    Pace pace() {
        return pace;
    }

    Bounds bounds() {
        return bounds;
    }

    Duration patience() {
        return patience;
    }

    String subtree() {
        return subtree;
    }

    void apply(Socket socket) {
        socket.set(io.zmq4j.options.SocketOptions.MAXMSGSIZE, CloneServerOptions.MAX_MESSAGE_SIZE);
        sockets.accept(socket);
    }
}
