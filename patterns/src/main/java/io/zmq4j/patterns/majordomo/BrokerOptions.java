package io.zmq4j.patterns.majordomo;

import io.zmq4j.RouterSocket;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * How a {@link MajordomoBroker} works; set in the function that is given to {@code start}, and without effect after that.
 *
 * <pre>{@code
 * MajordomoBroker.start(context, "tcp://*:5555", it -> it.heartbeat(Duration.ofSeconds(1)).maxWaiting(100));
 * }</pre>
 */
public final class BrokerOptions {
    /** How often both sides say that they are alive: 2.5 seconds, as in the guide. */
    public static final Duration HEARTBEAT = Duration.ofMillis(2500);

    /** After how many heartbeats that did not come a worker is lost: 3. */
    public static final int LIVENESS = 3;

    /** How long a request waits for a worker: a minute. */
    public static final Duration REQUEST_EXPIRY = Duration.ofMinutes(1);

    long heartbeatNanos = HEARTBEAT.toNanos();
    int liveness = LIVENESS;
    long busyExpiryNanos;
    long requestExpiryNanos = REQUEST_EXPIRY.toNanos();
    int deliveries = 3;
    int maxServices = 1_000;
    int maxWorkers = 10_000;
    int maxWaiting = 10_000;
    long maxWaitingBytes = Runtime.getRuntime().maxMemory() / 4;
    Consumer<RouterSocket> socket = router -> {};

    BrokerOptions() {}

    /** Sets how often the broker says to each worker that it is alive, and expects to hear from it; {@link #HEARTBEAT}. */
    public BrokerOptions heartbeat(Duration interval) {
        heartbeatNanos = Checks.positive(interval, "interval").toNanos();
        return this;
    }

    /** Sets after how many intervals of silence a worker is lost, and its request goes to another one; {@link #LIVENESS}. */
    public BrokerOptions liveness(int intervals) {
        liveness = Checks.atLeastOne(intervals, "intervals");
        return this;
    }

    /**
     * Sets for how long a worker may be silent while it works; as when it does not, unless it is set. RFC 7 wants heartbeats at all
     * times, and {@link MajordomoWorker} sends them; the guide's own workers are silent while they work. For those it is more
     * than their longest work takes. One whose connection breaks is found at the next heartbeat all the same.
     */
    public BrokerOptions busyExpiry(Duration silence) {
        busyExpiryNanos = Checks.positive(silence, "silence").toNanos();
        return this;
    }

    /** Sets how long a request waits for a worker before it is dropped and counted; {@link #REQUEST_EXPIRY}. */
    public BrokerOptions requestExpiry(Duration expiry) {
        requestExpiryNanos = Checks.positive(expiry, "expiry").toNanos();
        return this;
    }

    /**
     * Sets to how many workers a request is given, one after the other, as each leaves without a reply; 3. So one that kills whoever
     * takes it comes to an end.
     */
    public BrokerOptions deliveries(int count) {
        deliveries = Checks.atLeastOne(count, "count");
        return this;
    }

    /** Sets how many services may be known at once; 1,000. */
    public BrokerOptions maxServices(int count) {
        maxServices = Checks.atLeastOne(count, "count");
        return this;
    }

    /** Sets how many workers may be registered at once; 10,000. */
    public BrokerOptions maxWorkers(int count) {
        maxWorkers = Checks.atLeastOne(count, "count");
        return this;
    }

    /**
     * Sets how many requests may wait for one service; 10,000. One more is dropped and counted: the protocol has no word for it, so
     * its client asks again when its patience is over.
     */
    public BrokerOptions maxWaiting(int requests) {
        maxWaiting = Checks.atLeastOne(requests, "requests");
        return this;
    }

    /** Sets how many bytes all bodies that the broker has may have together; a quarter of the heap. */
    public BrokerOptions maxWaitingBytes(long bytes) {
        if (bytes < 1) {
            throw new IllegalArgumentException("bytes is " + bytes + ": at least 1 is allowed");
        }
        maxWaitingBytes = bytes;
        return this;
    }

    /** Sets what is done with the broker's ROUTER before it is bound, such as {@code SECURITY} or {@code MAXMSGSIZE}. */
    public BrokerOptions socket(Consumer<RouterSocket> settings) {
        socket = Objects.requireNonNull(settings, "settings");
        return this;
    }

    long idleExpiryNanos() {
        return heartbeatNanos * liveness;
    }

    long busyExpiryNanos() {
        return busyExpiryNanos == 0 ? idleExpiryNanos() : busyExpiryNanos;
    }
}
