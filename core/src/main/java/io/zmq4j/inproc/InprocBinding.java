package io.zmq4j.inproc;

import io.zmq4j.event.EndpointState;
import io.zmq4j.event.SocketEvent;
import io.zmq4j.options.OptionValues;
import io.zmq4j.transport.OpenEndpoint;
import io.zmq4j.transport.WrittenStanding;
import io.zmq4j.zmtp.CloseReason;
import io.zmq4j.zmtp.SocketType;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** A bound name, and the links that were made there. Safe for any thread. */
public final class InprocBinding implements OpenEndpoint {
    private final InprocRegistry registry;
    private final String name;
    private final String text;
    private final InprocHost host;
    private final OptionValues options;
    private final WrittenStanding standing = new WrittenStanding(EndpointState.LISTENING);
    private final ReentrantLock lock = new ReentrantLock();
    private final Set<InprocLink> links = new LinkedHashSet<>();
    private boolean closed;
    /** Whether the socket's listeners know that it is closed. */
    private boolean isTold;

    InprocBinding(InprocRegistry registry, String name, InprocHost host, OptionValues options) {
        this.registry = registry;
        this.name = name;
        this.text = InprocRegistry.text(name);
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

    @Override
    public String text() {
        return text;
    }

    @Override
    public WrittenStanding standing() {
        return standing;
    }

    /** Whoever waited for the name has found it already. */
    @Override
    public void start() {}

    /**
     * Frees the name before it returns, and ends what was connected there, which can still be read, so there is nothing to
     * linger for. One that fails keeps no other from being ended.
     */
    @Override
    public void close(long lingerNanos) {
        standing.is(EndpointState.CLOSED);
        registry.unbind(name, this);
        List<InprocLink> gone;
        lock.lock();
        try {
            closed = true;
            gone = List.copyOf(links);
        } finally {
            lock.unlock();
        }
        Error failure = null;
        for (InprocLink link : gone) {
            try {
                link.endedByBound();
                remove(link);
            } catch (Error e) {
                failure = e;
            }
        }
        tellClosed();
        if (failure != null) {
            throw failure;
        }
        host.endpointEnded(this);
    }

    private void tellClosed() {
        lock.lock();
        try {
            if (isTold) {
                return;
            }
            isTold = true;
        } finally {
            lock.unlock();
        }
        tell(SocketEvent.Type.CLOSED, null, "");
    }

    /** Throws nothing, whatever is short. */
    void tell(SocketEvent.Type type, @Nullable CloseReason reason, String detail) {
        host.tell(type, text, reason, detail, 0);
    }
}
