package io.zmq4j.inproc;

import io.zmq4j.error.EndpointException;
import io.zmq4j.event.SocketEvent;
import io.zmq4j.options.OptionValues;
import io.zmq4j.zmtp.SocketType;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A context's {@code inproc} names: the socket that has bound each, and the connections that wait until one does. Safe for any thread. Links are
 * made outside its lock, because that calls into sockets.
 */
public final class InprocRegistry {
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, InprocBinding> bound = new HashMap<>();
    /** Those that wait for the name, or will again when their link is over, in the order in which they came. */
    private final Map<String, Set<InprocConnection>> interested = new HashMap<>();

    private final Set<InprocConnection> lingering = new LinkedHashSet<>();
    private boolean closed;

    /**
     * Gives a name to a socket.
     *
     * @param options as they are now: they hold for this endpoint
     * @throws EndpointException if it is taken
     */
    public InprocBinding bind(String name, InprocHost host, OptionValues options) {
        var binding = new InprocBinding(this, name, host, options);
        List<InprocConnection> candidates;
        lock.lock();
        try {
            if (bound.containsKey(name)) {
                throw new EndpointException(
                        "Endpoint \"" + text(name) + "\" cannot be bound: another socket of this context has it");
            }
            candidates = List.copyOf(interested.getOrDefault(name, Set.of()));
            take(name, binding);
        } finally {
            lock.unlock();
        }
        // From here on nothing throws: the name is taken, and no other thread would know by which socket.
        binding.tell(SocketEvent.Type.LISTENING, null, "");
        for (InprocConnection candidate : candidates) {
            candidate.boundBy(binding);
        }
        return binding;
    }

    /** A map that cannot grow may hold what it was given all the same. */
    private void take(String name, InprocBinding binding) {
        try {
            bound.put(name, binding);
        } catch (Error e) {
            bound.remove(name, binding);
            throw e;
        }
    }

    void unbind(String name, InprocBinding binding) {
        lock.lock();
        try {
            bound.remove(name, binding);
        } finally {
            lock.unlock();
        }
    }

    /**
     * A connected endpoint for a name, now or as soon as it is bound, and again when it is bound anew. It does nothing
     * before {@link InprocConnection#start}.
     *
     * @param options as they are now: they hold for this endpoint
     * @throws EndpointException if the socket that has the name cannot talk to this one
     */
    public InprocConnection connect(String name, InprocHost host, OptionValues options) {
        InprocBinding binding = binding(name);
        if (binding != null && !host.type().accepts(binding.host().type())) {
            throw new EndpointException("Endpoint \"" + text(name) + "\" cannot be connected: it is bound by "
                    + binding.host().type() + ", and " + host.type() + " cannot talk to that");
        }
        return new InprocConnection(this, name, host, options);
    }

    /** Whether somebody has the name who talks to sockets of this type. */
    public boolean isBound(String name, SocketType type) {
        InprocBinding binding = binding(name);
        return binding != null && binding.takes(type);
    }

    private @Nullable InprocBinding binding(String name) {
        lock.lock();
        try {
            return bound.get(name);
        } finally {
            lock.unlock();
        }
    }

    /**
     * A socket that binds the name from now on finds this connection; gives the one that has it bound already. To ask again takes no
     * memory.
     */
    @Nullable
    InprocBinding await(InprocConnection connection) {
        lock.lock();
        try {
            interested
                    .computeIfAbsent(connection.name(), key -> new LinkedHashSet<>())
                    .add(connection);
            return bound.get(connection.name());
        } finally {
            lock.unlock();
        }
    }

    /** The connection only lives to hand over what it has; false if no socket will come for it. */
    boolean linger(InprocConnection connection) {
        lock.lock();
        try {
            return !closed && (lingering.add(connection) || lingering.contains(connection));
        } finally {
            lock.unlock();
        }
    }

    void ended(InprocConnection connection) {
        lock.lock();
        try {
            Set<InprocConnection> all = interested.get(connection.name());
            if (all != null && all.remove(connection) && all.isEmpty()) {
                interested.remove(connection.name());
            }
            lingering.remove(connection);
        } finally {
            lock.unlock();
        }
    }

    /** All sockets are closed and no name will be bound any more: lingering is over. */
    public void close() {
        List<InprocConnection> vain;
        lock.lock();
        try {
            closed = true;
            vain = List.copyOf(lingering);
        } finally {
            lock.unlock();
        }
        vain.forEach(connection -> connection.close(0));
    }

    static String text(String name) {
        return "inproc://" + name;
    }
}
