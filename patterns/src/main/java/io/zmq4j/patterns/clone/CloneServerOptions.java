package io.zmq4j.patterns.clone;

import io.zmq4j.Socket;
import io.zmq4j.patterns.binarystar.BinaryStarOptions;
import io.zmq4j.patterns.binarystar.Role;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** How a {@link CloneServer} works; set in the function that is given to it, and without effect after that. */
public final class CloneServerOptions {
    /** How often a server shows that it lives: each second. */
    public static final Duration HEARTBEAT = Duration.ofSeconds(1);

    /** How many entries a server has at most: 1,000,000. */
    public static final int MAX_ENTRIES = Bounds.DEFAULT.entries();

    /** How many bytes these have at most: 512 MiB. */
    public static final long MAX_BYTES = Bounds.DEFAULT.bytes();

    /** The largest message that is taken: 16 MiB. */
    public static final long MAX_MESSAGE_SIZE = 16L << 20;

    /** The other server of a pair. */
    record Pair(Role role, String local, String remote, CloneEndpoints other) {}

    private Pace pace = new Pace(HEARTBEAT, BinaryStarOptions.LIVENESS);
    private Bounds bounds = Bounds.DEFAULT;
    private Consumer<? super Socket> sockets = socket -> {};
    private @Nullable Pair pair;

    CloneServerOptions() {}

    /**
     * Sets how often HUGZ is published, and in a pair how often a server says how it stands; {@link #HEARTBEAT} unless it is set.
     *
     * @throws IllegalArgumentException if it is not from a millisecond to an hour
     */
    public CloneServerOptions heartbeat(Duration interval) {
        pace = new Pace(interval, pace.liveness());
        return this;
    }

    /**
     * Sets after how many heartbeats that did not come the other server of a pair is taken for dead; {@link
     * BinaryStarOptions#LIVENESS} unless it is set. Less than with clients, who then come here.
     *
     * @throws IllegalArgumentException if it is not from 1 to 1000
     */
    public CloneServerOptions liveness(int heartbeats) {
        pace = new Pace(pace.heartbeat(), heartbeats);
        return this;
    }

    /**
     * Sets how many entries there are at most; {@link #MAX_ENTRIES} unless it is set. A key beyond is refused and counted.
     *
     * @throws IllegalArgumentException if it is less than 1
     */
    public CloneServerOptions maxEntries(int entries) {
        bounds = new Bounds(entries, bounds.bytes());
        return this;
    }

    /**
     * Sets how many bytes the entries have at most, about 300 for each beside its own; {@link #MAX_BYTES} unless it is set. A value
     * beyond is refused and counted.
     *
     * @throws IllegalArgumentException if it is less than 1
     */
    public CloneServerOptions maxBytes(long bytes) {
        bounds = new Bounds(bounds.entries(), bytes);
        return this;
    }

    /** Sets what else the sockets are to be, such as their security; called for each before it is bound or connected. */
    public CloneServerOptions sockets(Consumer<? super Socket> settings) {
        sockets = Objects.requireNonNull(settings, "settings");
        return this;
    }

    /**
     * Makes this server one of a pair, {@link io.zmq4j.patterns.binarystar.BinaryStar}.
     *
     * @param role one of the two is the primary
     * @param local where this server says how it stands, to be bound
     * @param remote where the other one does
     * @param other the other one's endpoints for clients, to be connected
     */
    public CloneServerOptions pair(Role role, String local, String remote, CloneEndpoints other) {
        pair = new Pair(
                Objects.requireNonNull(role, "role"),
                Objects.requireNonNull(local, "local"),
                Objects.requireNonNull(remote, "remote"),
                Objects.requireNonNull(other, "other"));
        return this;
    }

    Pace pace() {
        return pace;
    }

    Bounds bounds() {
        return bounds;
    }

    @Nullable
    Pair pair() {
        return pair;
    }

    void apply(Socket socket) {
        socket.set(io.zmq4j.options.SocketOptions.MAXMSGSIZE, MAX_MESSAGE_SIZE);
        sockets.accept(socket);
    }
}
