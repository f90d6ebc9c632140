package io.zmq4j.patterns.freelance;

import io.zmq4j.RouterSocket;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Consumer;

/** How a {@link FreelanceClient} works; set in the function that is given to it, and without effect after that. */
public final class FreelanceClientOptions {
    /** How long a server has to answer, until the next one is asked too: a second. */
    public static final Duration PATIENCE = Duration.ofSeconds(1);

    /** How often a server that says nothing is asked for a sign of life: every two seconds. */
    public static final Duration PING = Duration.ofSeconds(2);

    /** After how many of these without any it counts as silent: 3. */
    public static final int LIVENESS = 3;

    /** How many requests may be outstanding: 10,000. */
    public static final int MAX_OUTSTANDING = 10_000;

    private Duration patience = PATIENCE;
    private Duration ping = PING;
    private int liveness = LIVENESS;
    private int atOnce = 1;
    private int maxOutstanding = MAX_OUTSTANDING;
    private Consumer<? super RouterSocket> socket = it -> {};

    FreelanceClientOptions() {}

    /**
     * Sets how long a server has to answer, until the next one is asked too; {@link #PATIENCE} unless it is set. That is what a
     * server that has died costs, once.
     *
     * @throws IllegalArgumentException if it is not from a millisecond to an hour
     */
    public FreelanceClientOptions patience(Duration time) {
        patience = checked("time", time);
        return this;
    }

    /**
     * Sets how often a server that says nothing is asked for a sign of life; {@link #PING} unless it is set.
     *
     * @throws IllegalArgumentException if it is not from a millisecond to an hour
     */
    public FreelanceClientOptions ping(Duration interval) {
        ping = checked("interval", interval);
        return this;
    }

    private static Duration checked(String name, Duration time) {
        Objects.requireNonNull(time, name);
        if (time.compareTo(Duration.ofMillis(1)) < 0 || time.compareTo(Duration.ofHours(1)) > 0) {
            throw new IllegalArgumentException(name + " is " + time + ": from PT0.001S to PT1H is allowed");
        }
        return time;
    }

    /**
     * Sets after how many intervals without a sign of life a server counts as silent; {@link #LIVENESS} unless it is set.
     *
     * @throws IllegalArgumentException if it is not from 1 to 1000
     */
    public FreelanceClientOptions liveness(int intervals) {
        if (intervals < 1 || intervals > 1000) {
            throw new IllegalArgumentException("intervals is " + intervals + ": from 1 to 1000 is allowed");
        }
        liveness = intervals;
        return this;
    }

    /**
     * Sets how many servers are asked at once, of which the first answer counts: 1 unless it is set. With more, one that dies costs
     * nothing, and each request is handled so many times.
     *
     * @throws IllegalArgumentException if it is less than 1
     */
    public FreelanceClientOptions atOnce(int servers) {
        if (servers < 1) {
            throw new IllegalArgumentException("servers is " + servers + ": at least 1 is allowed");
        }
        atOnce = servers;
        return this;
    }

    /**
     * Sets how many requests may be outstanding; {@link #MAX_OUTSTANDING} unless it is set.
     *
     * @throws IllegalArgumentException if it is less than 1
     */
    public FreelanceClientOptions maxOutstanding(int requests) {
        if (requests < 1) {
            throw new IllegalArgumentException("requests is " + requests + ": at least 1 is allowed");
        }
        maxOutstanding = requests;
        return this;
    }

    /** Sets what else its socket is to be, such as its security; called before it is connected. */
    public FreelanceClientOptions socket(Consumer<? super RouterSocket> settings) {
        socket = Objects.requireNonNull(settings, "settings");
        return this;
    }

    Calls.Pace pace(int servers) {
        return new Calls.Pace(patience.toNanos(), ping.toNanos(), ping.toNanos() * liveness, Math.min(atOnce, servers));
    }

    int maxOutstanding() {
        return maxOutstanding;
    }

    void apply(RouterSocket router) {
        socket.accept(router);
    }
}
