package io.zmq4j.discovery;

import io.zmq4j.event.Registration;
import io.zmq4j.options.OptionValues;
import io.zmq4j.transport.spi.Directory;
import io.zmq4j.transport.spi.DirectoryListener;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A list of endpoints that the application changes: whoever is connected to it follows. Any number of sockets may be. What is no endpoint
 * is left out by each socket, which tells it as an event and in the log.
 *
 * <p>Safe for any thread.
 */
public final class PeerList implements Directory {
    private static final AtomicLong COUNT = new AtomicLong();

    private final String text;

    // ---- guarded by this

    private Set<String> endpoints;
    private final Map<Object, DirectoryListener> listeners = new IdentityHashMap<>();

    /** A list that begins with these. */
    public PeerList(String... endpoints) {
        this("list://" + COUNT.incrementAndGet(), List.of(Objects.requireNonNull(endpoints, "endpoints")));
    }

    PeerList(String text, Collection<String> endpoints) {
        this.text = text;
        this.endpoints = Set.copyOf(endpoints);
    }

    /** These are there, and nobody else. */
    public synchronized void set(Collection<String> all) {
        Set<String> next = Set.copyOf(Objects.requireNonNull(all, "all"));
        if (!next.equals(endpoints)) {
            endpoints = next;
            listeners.values().forEach(listener -> listener.found(next));
        }
    }

    /** This one is there as well. */
    public synchronized void add(String endpoint) {
        Set<String> next = new LinkedHashSet<>(endpoints);
        next.add(Objects.requireNonNull(endpoint, "endpoint"));
        set(next);
    }

    /** This one is gone; without effect if it was not there. */
    public synchronized void remove(String endpoint) {
        Set<String> next = new LinkedHashSet<>(endpoints);
        next.remove(Objects.requireNonNull(endpoint, "endpoint"));
        set(next);
    }

    /** Who is there, in no order. */
    public synchronized Set<String> endpoints() {
        return endpoints;
    }

    @Override
    public synchronized Registration watch(OptionValues options, DirectoryListener listener) {
        Objects.requireNonNull(options, "options");
        var key = new Object();
        listeners.put(key, Objects.requireNonNull(listener, "listener"));
        listener.found(endpoints);
        return () -> forget(key);
    }

    private synchronized void forget(Object key) {
        listeners.remove(key);
    }

    /** By which sockets disconnect: {@code list://} and a number. */
    @Override
    public String toString() {
        return text;
    }
}
