package io.zmq4j.patterns.majordomo;

import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.Set;

/** A service: its requests in the order they came, and its workers. Owned by the broker's rules. */
final class Service {
    final String name;
    final ArrayDeque<Waiting> waiting = new ArrayDeque<>();

    /** Those without work, the one that has been so for longest first (RFC 7, "least recently used"). */
    final Set<Registration> idle = new LinkedHashSet<>();

    /** All of them. */
    int workers;

    long requests;
    long replies;

    Service(String name) {
        this.name = name;
    }

    /** Whether nobody has anything to do with it, so that it may be forgotten. */
    boolean isUnused() {
        return workers == 0 && waiting.isEmpty();
    }

    ServiceStatistics statistics() {
        return new ServiceStatistics(name, workers, idle.size(), waiting.size(), requests, replies);
    }
}
