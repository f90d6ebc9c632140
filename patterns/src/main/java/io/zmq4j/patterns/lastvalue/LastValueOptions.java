package io.zmq4j.patterns.lastvalue;

import io.zmq4j.SubSocket;
import io.zmq4j.XPubSocket;
import java.util.Objects;
import java.util.function.Consumer;

/** How a {@link LastValueCache} works; set in the function that is given to it, and without effect after that. */
public final class LastValueOptions {
    /** How many topics are kept at most: 100,000. */
    public static final int MAX_TOPICS = 100_000;

    /** How many bytes are kept at most: 256 MiB. */
    public static final long MAX_BYTES = 256L << 20;

    private int maxTopics = MAX_TOPICS;
    private long maxBytes = MAX_BYTES;
    private Consumer<? super SubSocket> frontend = socket -> {};
    private Consumer<? super XPubSocket> backend = socket -> {};

    LastValueOptions() {}

    /**
     * Sets how many topics are kept at most; {@link #MAX_TOPICS} unless it is set. Beyond, the one that was silent for the longest
     * time is forgotten.
     *
     * @throws IllegalArgumentException if it is less than 1
     */
    public LastValueOptions maxTopics(int topics) {
        if (topics < 1) {
            throw new IllegalArgumentException("topics is " + topics + ": at least 1 is allowed");
        }
        maxTopics = topics;
        return this;
    }

    /**
     * Sets how many bytes are kept at most; {@link #MAX_BYTES} unless it is set. What is kept costs about 200 bytes a message beside
     * its own.
     *
     * @throws IllegalArgumentException if it is less than 1
     */
    public LastValueOptions maxBytes(long bytes) {
        if (bytes < 1) {
            throw new IllegalArgumentException("bytes is " + bytes + ": at least 1 is allowed");
        }
        maxBytes = bytes;
        return this;
    }

    /** Sets what else the side of the publishers is to be, such as its security or its MAXMSGSIZE; called before it is bound or connected. */
    public LastValueOptions frontend(Consumer<? super SubSocket> settings) {
        frontend = Objects.requireNonNull(settings, "settings");
        return this;
    }

    /** The same of the side of the subscribers. */
    public LastValueOptions backend(Consumer<? super XPubSocket> settings) {
        backend = Objects.requireNonNull(settings, "settings");
        return this;
    }

    LastValues values() {
        return new LastValues(maxTopics, maxBytes);
    }

    void apply(SubSocket in, XPubSocket out) {
        frontend.accept(in);
        backend.accept(out);
    }
}
