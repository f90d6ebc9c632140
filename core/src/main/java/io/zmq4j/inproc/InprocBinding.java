package io.zmq4j.inproc;

import io.zmq4j.event.SocketEvent;
import io.zmq4j.options.OptionValues;
import io.zmq4j.zmtp.CloseReason;
import io.zmq4j.zmtp.SocketType;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** A bound name, and the links that were made there. Safe for any thread. */
public final class InprocBinding {
    private final InprocRegistry registry;
    private final String name;
    private final InprocHost host;
    private final OptionValues options;
    private final ReentrantLock lock = new ReentrantLock();
    private final Set<InprocLink> links = new LinkedHashSet<>();
    private boolean closed;

    InprocBinding(InprocRegistry registry, String name, InprocHost host, OptionValues options) {
        this.registry = registry;
        this.name = name;
        this.host = host;
        this.options = options;
    }

    InprocHost host() {
        return host;
    }

    OptionValues options() {
        return options;
    }

    /** Whether a socket of this type may connect now. */
    boolean takes(SocketType type) {
        return !host.isClosed() && type.accepts(host.type());
    }

    /** False if it is closed. */
    boolean add(InprocLink link) {
        lock.lock();
        try {
            return !closed && links.add(link);
        } finally {
            lock.unlock();
        }
    }

    void remove(InprocLink link) {
        lock.lock();
        try {
            links.remove(link);
        } finally {
            lock.unlock();
        }
    }

    /** Frees the name before it returns, and ends what was connected there. */
    public void close() {
        registry.unbind(name, this);
        List<InprocLink> gone;
        lock.lock();
        try {
            if (closed) {
                return;
            }
            closed = true;
            gone = List.copyOf(links);
            links.clear();
        } finally {
            lock.unlock();
        }
        gone.forEach(InprocLink::endedByBound);
        event(SocketEvent.Type.CLOSED, null, "");
    }

    void event(SocketEvent.Type type, @Nullable CloseReason reason, String detail) {
        host.event(new SocketEvent(type, InprocRegistry.text(name), null, reason, detail, 0));
    }
}
