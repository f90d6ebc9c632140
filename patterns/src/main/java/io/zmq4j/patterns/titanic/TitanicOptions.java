package io.zmq4j.patterns.titanic;

import io.zmq4j.DealerSocket;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Consumer;

/** How a {@link TitanicServer} works; set in the function that is given to {@code start}, and without effect after that. */
public final class TitanicOptions {
    Fsync fsync = Fsync.ALWAYS;
    long fsyncIntervalNanos = Duration.ofMillis(100).toNanos();
    long segmentBytes = 16L << 20;
    long maxBytes = 1L << 30;
    int maxRequestBytes = 16 << 20;
    int maxRequests = 1_000_000;
    int workers = 4;
    int window = 8;
    Duration patience = Duration.ofSeconds(30);
    Duration retry = Duration.ofSeconds(1);
    Duration heartbeat = Duration.ofMillis(2500);
    Consumer<DealerSocket> socket = dealer -> {};

    TitanicOptions() {}

    /** Sets when what is written is forced to the disk; {@link Fsync#ALWAYS}. */
    public TitanicOptions fsync(Fsync when) {
        fsync = Objects.requireNonNull(when, "when");
        return this;
    }

    /** Sets how often, with {@link Fsync#INTERVAL}; 100 ms. */
    public TitanicOptions fsyncInterval(Duration interval) {
        fsyncIntervalNanos = positive(interval, "interval").toNanos();
        return this;
    }

    /** Sets how large a file of the log gets, about; 16 MiB. From 4 KiB to 1 GiB. */
    public TitanicOptions segmentBytes(long bytes) {
        segmentBytes = within(bytes, 4 << 10, 1 << 30, "bytes");
        return this;
    }

    /**
     * Sets how many bytes the log may have before requests are refused; 1 GiB. Replies to requests that are there, and closing, go on
     * beyond.
     */
    public TitanicOptions maxBytes(long bytes) {
        maxBytes = within(bytes, 4 << 10, Long.MAX_VALUE, "bytes");
        return this;
    }

    /** Sets how large a request may be, with its service's name; 16 MiB. Up to 512 MiB. */
    public TitanicOptions maxRequestBytes(int bytes) {
        maxRequestBytes = (int) within(bytes, 1, 512 << 20, "bytes");
        return this;
    }

    /** Sets how many requests and replies are kept at once; 1,000,000, of which each takes about 140 bytes of memory. */
    public TitanicOptions maxRequests(int count) {
        maxRequests = (int) within(count, 1, Integer.MAX_VALUE, "count");
        return this;
    }

    /** Sets how many clients are served at once, by each of the three services; 4. More of them share one fsync. */
    public TitanicOptions workers(int count) {
        workers = (int) within(count, 1, 256, "count");
        return this;
    }

    /** Sets how many requests are with the workers of one service at once; 8. */
    public TitanicOptions window(int requests) {
        window = (int) within(requests, 1, 10_000, "requests");
        return this;
    }

    /** Sets how long the reply to a request is waited for before the request is sent again; 30 seconds. */
    public TitanicOptions patience(Duration time) {
        patience = positive(time, "time");
        return this;
    }

    /** Sets how long it takes until a service without workers, or a request without a reply, is tried again; 1 second. */
    public TitanicOptions retry(Duration wait) {
        retry = positive(wait, "wait");
        return this;
    }

    /** Sets how often its workers say to the broker that they are alive; 2.5 seconds, as that of a broker. */
    public TitanicOptions heartbeat(Duration interval) {
        heartbeat = positive(interval, "interval");
        return this;
    }

    /** Sets what is done with each DEALER before it is connected, such as {@code SECURITY}. */
    public TitanicOptions socket(Consumer<DealerSocket> settings) {
        socket = Objects.requireNonNull(settings, "settings");
        return this;
    }

    static Duration positive(Duration value, String name) {
        Objects.requireNonNull(value, name);
        if (value.isZero() || value.isNegative() || value.compareTo(Duration.ofDays(365)) > 0) {
            throw new IllegalArgumentException(
                    name + " is " + value + ": more than zero, and at most a year, is allowed");
        }
        return value;
    }

    private static long within(long value, long from, long to, String name) {
        if (value < from || value > to) {
            throw new IllegalArgumentException(name + " is " + value + ": from " + from + " to " + to + " is allowed");
        }
        return value;
    }
}
