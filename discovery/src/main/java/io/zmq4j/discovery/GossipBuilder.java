package io.zmq4j.discovery;

import io.zmq4j.Context;
import io.zmq4j.Socket;
import io.zmq4j.error.EndpointException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/** How a {@link Gossip} is to be. Belongs to one thread. */
public final class GossipBuilder {
    private static final Duration LONGEST_TTL = Duration.ofMinutes(5);
    private static final Duration SHORTEST_INTERVAL = Duration.ofMillis(10);

    final Context context;
    String bound = "";
    String advertised = "";
    final List<String> seeds = new ArrayList<>();
    Duration interval = Duration.ofSeconds(1);
    Duration ttl = Duration.ofSeconds(15);
    Consumer<Socket> sockets = socket -> {};

    /** Run by the gossip's thread when everything is closed. */
    Runnable atEnd = () -> {};

    GossipBuilder(Context context) {
        this.context = context;
    }

    /**
     * Where others can ask it, such as {@code tcp://10.0.0.7:7000}. Without this it only listens to others, and offers nothing.
     */
    public GossipBuilder bind(String endpoint) {
        bound = Objects.requireNonNull(endpoint, "endpoint");
        return this;
    }

    /** What others are to connect to, if that is not what is bound: for {@code tcp://*:7000}, or behind a translation of addresses. */
    public GossipBuilder advertise(String endpoint) {
        Objects.requireNonNull(endpoint, "endpoint");
        advertised = Gossip.checkPlace(endpoint);
        return this;
    }

    /** Where to ask first, and again from time to time; one that is there is enough. The node itself may be among them. */
    public GossipBuilder seeds(String... endpoints) {
        for (String each : Objects.requireNonNull(endpoints, "endpoints")) {
            seeds.add(Gossip.checkPlace(Objects.requireNonNull(each, "endpoint")));
        }
        return this;
    }

    /** How often it asks somebody: a second by default, at least 10 ms. */
    public GossipBuilder interval(Duration time) {
        Objects.requireNonNull(time, "time");
        if (time.compareTo(SHORTEST_INTERVAL) < 0 || time.compareTo(LONGEST_TTL) > 0) {
            throw new IllegalArgumentException("time is " + time + ": it must be 10 ms to 5 minutes");
        }
        interval = time;
        return this;
    }

    /** How long it is believed to be there when nothing is heard of it: 15 s by default; whole seconds, 1 to 300. */
    public GossipBuilder ttl(Duration time) {
        Objects.requireNonNull(time, "time");
        if (time.compareTo(Duration.ofSeconds(1)) < 0
                || time.compareTo(LONGEST_TTL) > 0
                || !time.equals(time.truncatedTo(ChronoUnit.SECONDS))) {
            throw new IllegalArgumentException("time is " + time + ": it must be 1 to 300 seconds, whole ones");
        }
        ttl = time;
        return this;
    }

    /** Called with each socket before it is bound or connected: for {@code SECURITY}, which decides who may take part at all. */
    public GossipBuilder sockets(Consumer<Socket> settings) {
        sockets = Objects.requireNonNull(settings, "settings");
        return this;
    }

    /**
     * Begins.
     *
     * @throws EndpointException if it cannot be bound, or what is bound does not say where others find it
     */
    public Gossip start() {
        return Gossip.start(this);
    }
}
