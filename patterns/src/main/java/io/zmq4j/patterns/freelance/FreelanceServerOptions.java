package io.zmq4j.patterns.freelance;

import io.zmq4j.RouterSocket;
import java.util.Objects;
import java.util.function.Consumer;

/** How a {@link FreelanceServer} works; set in the function that is given to it, and without effect after that. */
public final class FreelanceServerOptions {
    /** How many requests wait for a handler at most: 1,000. */
    public static final int MAX_WAITING = 1_000;

    private int concurrency = Runtime.getRuntime().availableProcessors();
    private int maxWaiting = MAX_WAITING;
    private String publicEndpoint = "";
    private Consumer<? super RouterSocket> socket = it -> {};

    FreelanceServerOptions() {}

    /**
     * Sets how many handlers run at once, each in a thread of its own; as many as there are processors unless it is set.
     *
     * @throws IllegalArgumentException if it is not from 1 to 10,000
     */
    public FreelanceServerOptions concurrency(int handlers) {
        if (handlers < 1 || handlers > 10_000) {
            throw new IllegalArgumentException("handlers is " + handlers + ": from 1 to 10000 is allowed");
        }
        concurrency = handlers;
        return this;
    }

    /**
     * Sets how many requests wait for a handler at most; {@link #MAX_WAITING} unless it is set. One beyond is dropped and counted: its
     * client asks another server.
     *
     * @throws IllegalArgumentException if it is less than 1
     */
    public FreelanceServerOptions maxWaiting(int requests) {
        if (requests < 1) {
            throw new IllegalArgumentException("requests is " + requests + ": at least 1 is allowed");
        }
        maxWaiting = requests;
        return this;
    }

    /**
     * Sets the endpoint as clients write it, which RFC 10 makes the server's identity, and the guide's clients know it by. Unless it is
     * set, it is the endpoint that is bound, if that names a host and a port. Clients of this library need none.
     */
    public FreelanceServerOptions publicEndpoint(String endpoint) {
        publicEndpoint = Objects.requireNonNull(endpoint, "endpoint");
        return this;
    }

    /** Sets what else its socket is to be, such as its security; called before it is bound. */
    public FreelanceServerOptions socket(Consumer<? super RouterSocket> settings) {
        socket = Objects.requireNonNull(settings, "settings");
        return this;
    }

    int concurrency() {
        return concurrency;
    }

    int maxWaiting() {
        return maxWaiting;
    }

    void apply(RouterSocket router, String bound) {
        String identity = publicEndpoint.isEmpty() && !bound.contains("*") ? bound : publicEndpoint;
        if (!identity.isEmpty()) {
            router.routingId(identity);
        }
        socket.accept(router);
    }
}
