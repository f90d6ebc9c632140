package io.zmq4j.dashboard;

import com.sun.net.httpserver.HttpExchange;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The open pages: each overview is made into bytes once and given to all. One that takes none for long is closed. */
final class Tabs {
    static final int MAX = 32;

    private static final long KEEP_ALIVE_MILLIS = 15_000;

    private final long patienceNanos;
    private final Set<Tab> open = ConcurrentHashMap.newKeySet();
    private volatile byte @Nullable [] last;

    /**
     * @param patienceMillis how long a write may take
     */
    Tabs(long patienceMillis) {
        patienceNanos = TimeUnit.MILLISECONDS.toNanos(patienceMillis);
    }

    boolean isFull() {
        return open.size() >= MAX;
    }

    /** The headers must have been sent. */
    void add(HttpExchange exchange) {
        var tab = new Tab(exchange, KEEP_ALIVE_MILLIS, open::remove);
        open.add(tab);
        var overview = last;
        if (overview != null) {
            tab.offer(overview);
        }
        tab.start();
    }

    void send(String json) {
        var event = ("data: " + json + "\n\n").getBytes(StandardCharsets.UTF_8);
        last = event;
        for (var tab : open) {
            if (tab.isStuck(patienceNanos)) {
                tab.close();
            } else {
                tab.offer(event);
            }
        }
    }

    int count() {
        return open.size();
    }

    void close() {
        open.forEach(Tab::close);
    }
}
