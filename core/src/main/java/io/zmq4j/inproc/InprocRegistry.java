package io.zmq4j.inproc;

import io.zmq4j.error.EndpointException;
import io.zmq4j.pipe.PipeEnd;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A context's {@code inproc} names. Who connects before the name is bound waits here. Safe for any thread; links are
 * completed outside its lock, because that calls into sockets.
 */
public final class InprocRegistry {
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, InprocHost> bound = new HashMap<>();
    private final Map<String, List<InprocLink>> waiting = new HashMap<>();

    /**
     * Gives a name to a socket.
     *
     * @throws EndpointException if it is taken
     */
    public void bind(String name, InprocHost host) {
        List<InprocLink> links;
        lock.lock();
        try {
            if (bound.putIfAbsent(name, host) != null) {
                throw new EndpointException(
                        "Endpoint \"inproc://" + name + "\" cannot be bound: another socket of this context has it");
            }
            links = waiting.remove(name);
        } finally {
            lock.unlock();
        }
        if (links != null) {
            for (InprocLink link : links) {
                if (fits(link.connectingHost(), host)) {
                    link.complete(host);
                } else {
                    await(name, link);
                }
            }
        }
    }

    private void await(String name, InprocLink link) {
        lock.lock();
        try {
            waiting.computeIfAbsent(name, key -> new ArrayList<>()).add(link);
        } finally {
            lock.unlock();
        }
    }

    private void forget(String name, InprocLink link) {
        lock.lock();
        try {
            waiting.computeIfPresent(name, (key, links) -> links.remove(link) && links.isEmpty() ? null : links);
        } finally {
            lock.unlock();
        }
    }

    /** Frees a name; connected pipes live on. */
    public void unbind(String name, InprocHost host) {
        lock.lock();
        try {
            bound.remove(name, host);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Connects a socket to a name, now or as soon as it is bound.
     *
     * @throws EndpointException if the socket that has the name cannot talk to this one
     */
    public PipeEnd connect(String name, InprocHost host, byte @Nullable [] assignedRoutingId) {
        InprocHost there = holder(name);
        if (there != null && !fits(host, there)) {
            throw new EndpointException("Endpoint \"inproc://" + name + "\" cannot be connected: it is bound by "
                    + there.type() + ", and " + host.type() + " cannot talk to that");
        }
        var link = new InprocLink(host, assignedRoutingId, gone -> forget(name, gone));
        // Before a bind can find the link: what it tells a pipe that is not attached yet is lost.
        link.open();
        InprocHost other = holderOrAwait(name, link);
        if (other != null) {
            link.complete(other);
        }
        return link.connectingPipe();
    }

    private @Nullable InprocHost holder(String name) {
        lock.lock();
        try {
            return bound.get(name);
        } finally {
            lock.unlock();
        }
    }

    /** Who has the name and can talk to the link's socket; or null, and then the link waits. */
    private @Nullable InprocHost holderOrAwait(String name, InprocLink link) {
        lock.lock();
        try {
            InprocHost other = bound.get(name);
            if (other != null && fits(link.connectingHost(), other)) {
                return other;
            }
            await(name, link);
            return null;
        } finally {
            lock.unlock();
        }
    }

    private static boolean fits(InprocHost host, InprocHost other) {
        return host.type().accepts(other.type());
    }
}
