package io.zmq4j;

import io.zmq4j.error.EndpointException;
import io.zmq4j.event.Registration;
import io.zmq4j.options.OptionValues;
import io.zmq4j.transport.spi.Directory;
import io.zmq4j.transport.spi.DirectoryListener;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;

/** A directory that says what the test says. */
final class ToldDirectory implements Directory {
    private final String text;
    private final Set<DirectoryListener> listeners = ConcurrentHashMap.newKeySet();
    private final List<DirectoryListener> all = new CopyOnWriteArrayList<>();
    private volatile List<String> told;
    private volatile boolean refuses;

    ToldDirectory(String text) {
        this.text = text;
    }

    void refuse() {
        refuses = true;
    }

    @Override
    public Registration watch(OptionValues options, DirectoryListener listener) {
        if (refuses) {
            throw new EndpointException("Endpoint \"" + text + "\" cannot be watched");
        }
        all.add(listener);
        listeners.add(listener);
        if (told != null) {
            listener.found(told);
        }
        var isClosed = new AtomicBoolean();
        return () -> {
            if (isClosed.compareAndSet(false, true)) {
                listeners.remove(listener);
            }
        };
    }

    boolean isWatched() {
        return !listeners.isEmpty();
    }

    int watches() {
        return all.size();
    }

    void tell(String... endpoints) {
        told = List.of(endpoints);
        listeners.forEach(listener -> listener.found(told));
    }

    /** Also those who do not want to know any more. */
    void tellAfterTheEnd(String... endpoints) {
        all.forEach(listener -> listener.found(List.of(endpoints)));
    }

    void fail(String why, Duration untilNextTry) {
        listeners.forEach(listener -> listener.failed(why, untilNextTry));
    }

    @Override
    public String toString() {
        return text;
    }
}
