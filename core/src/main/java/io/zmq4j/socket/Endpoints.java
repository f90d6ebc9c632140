package io.zmq4j.socket;

import io.zmq4j.error.EndpointException;
import io.zmq4j.error.SocketClosedException;
import io.zmq4j.event.SocketEvent;
import io.zmq4j.options.OptionValues;
import io.zmq4j.options.SocketOptions;
import io.zmq4j.transport.DirectoryEndpoint;
import io.zmq4j.transport.Endpoint;
import io.zmq4j.transport.EndpointText;
import io.zmq4j.transport.OpenEndpoint;
import io.zmq4j.transport.spi.Directory;
import io.zmq4j.transport.spi.Use;
import io.zmq4j.transport.tcp.PortRange;
import io.zmq4j.zmtp.SocketType;
import io.zmq4j.zmtp.mechanism.NullMechanism;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A socket's endpoints: which transport each is for, and what to close when it is given up. Safe for any thread; nothing
 * that can take time happens with the lock held.
 */
final class Endpoints {
    private final SocketCore socket;
    private final boolean connectsOnce;
    private final ReentrantLock lock = new ReentrantLock();
    /** What is bound and connected; nothing that was given up, by the application or for good. */
    private final List<Attached> entries = new ArrayList<>();
    /** The endpoints that have not come to their end, given up by the application or not. */
    private final Set<OpenEndpoint> alive = Collections.newSetFromMap(new IdentityHashMap<>());

    /** Whether one of them takes everybody, and that was told. */
    private final AtomicBoolean unprotected = new AtomicBoolean();

    private volatile String last = "";
    private boolean closed;

    Endpoints(SocketCore socket) {
        this.socket = socket;
        this.connectsOnce = socket.row().traits().connectsOnce();
    }

    String last() {
        return last;
    }

    /** What is bound now, with real ports and paths. */
    List<String> bound() {
        lock.lock();
        try {
            return entries.stream().filter(Attached::isBound).map(Attached::uri).toList();
        } finally {
            lock.unlock();
        }
    }

    boolean isUnprotected() {
        return unprotected.get();
    }

    Attached bind(String text) {
        try {
            EndpointText given = EndpointText.of(text, Use.BIND);
            return PortRange.of(given)
                    .map(range -> range.bindFirst(one -> bind(EndpointText.of(one, Use.BIND), text)))
                    .orElseGet(() -> bind(given, text));
        } catch (EndpointException e) {
            socket.event(
                    new SocketEvent(SocketEvent.Type.BIND_FAILED, text, null, null, String.valueOf(e.getMessage()), 0));
            throw e;
        }
    }

    private Attached bind(EndpointText text, String given) {
        return bind(Schemes.of(text), text, given);
    }

    private <E extends Endpoint> Attached bind(Scheme<E> scheme, EndpointText text, String given) {
        E endpoint = scheme.parse(text);
        check(scheme, text, socket.options());
        OptionValues options = socket.options().snapshot();
        OpenEndpoint bound = scheme.bind(socket, endpoint, options);
        Attached attached = begin(new Attached(this, Use.BIND, given, bound.text(), scheme.port(bound.text()), bound));
        if (scheme.isExposed(bound.text()) && isOpenToAll(options) && unprotected.compareAndSet(false, true)) {
            socket.tell(
                    SocketEvent.Type.UNPROTECTED,
                    bound.text(),
                    null,
                    null,
                    "whoever reaches it may connect: SECURITY is NULL and there is no ZAP_DOMAIN",
                    0);
        }
        return attached;
    }

    /** What speaks no ZMTP has no handshake: it goes where that can be, and lets nobody believe that anybody is asked. */
    private void check(Scheme<?> scheme, EndpointText text, OptionValues options) {
        SocketType type = socket.type();
        if (!scheme.carries(type.speech())) {
            throw text.wrong("not for a " + type + " socket", Schemes.carrying(type.speech()));
        }
        if (type.speech() != SocketType.Speech.ZMTP && !isOpenToAll(options)) {
            throw new EndpointException("Endpoint \"" + text.whole() + "\" cannot be opened with SECURITY "
                    + options.get(SocketOptions.SECURITY).mechanism() + " and the ZAP_DOMAIN \""
                    + options.get(SocketOptions.ZAP_DOMAIN) + "\": a " + type
                    + " socket has no handshake; allowed: SECURITY NULL and no ZAP_DOMAIN");
        }
    }

    private static boolean isOpenToAll(OptionValues options) {
        return options.get(SocketOptions.SECURITY).mechanism().equals(NullMechanism.NAME)
                && options.get(SocketOptions.ZAP_DOMAIN).isEmpty();
    }

    Attached connect(String text) {
        return connect(text, null);
    }

    /** Connects; the peer has this routing id here, if it is not null. */
    Attached connect(String text, byte @Nullable [] routingId) {
        EndpointText parts = EndpointText.of(text, Use.CONNECT);
        return connect(Schemes.of(parts), parts, routingId);
    }

    private <E extends Endpoint> Attached connect(Scheme<E> scheme, EndpointText parts, byte @Nullable [] routingId) {
        String text = parts.whole();
        // Before anything is taken for this connect.
        E endpoint = scheme.parse(parts);
        check(scheme, parts, socket.options());
        Attached before = connectsOnce && !scheme.alwaysConnects() ? connected(text) : null;
        if (before != null) {
            before.endpoint().hurry();
            return before;
        }
        OptionValues options = routingId == null
                ? optionsFor(text)
                : socket.options().snapshotWith(SocketOptions.CONNECT_ROUTING_ID, routingId);
        return begin(new Attached(this, Use.CONNECT, text, text, -1, scheme.connect(socket, endpoint, options)));
    }

    private OptionValues optionsFor(String text) {
        OptionValues options = socket.options().snapshot();
        if (options.has(SocketOptions.CONNECT_ROUTING_ID)) {
            // For this connect only.
            checkFree(socket.options().getAndReset(SocketOptions.CONNECT_ROUTING_ID), text);
        }
        return options;
    }

    /** Connects to all that a directory says, which has no text to be parsed. */
    Attached connect(Directory directory) {
        var endpoint = new DirectoryEndpoint(directory);
        String text = endpoint.toString();
        Attached before = connectsOnce ? connected(text) : null;
        if (before != null) {
            return before;
        }
        OpenEndpoint opened =
                DirectoryScheme.open(socket, endpoint, socket.options().snapshot());
        return begin(new Attached(this, Use.CONNECT, text, text, -1, opened));
    }

    /**
     * Connects to a peer that a directory has told of. To the application it is no endpoint of its own: it belongs to the directory's,
     * which closes it.
     */
    OpenEndpoint connectPeer(String text, OptionValues options) {
        EndpointText parts = EndpointText.of(text, Use.CONNECT);
        return connectPeer(Schemes.of(parts), parts, options);
    }

    private <E extends Endpoint> OpenEndpoint connectPeer(Scheme<E> scheme, EndpointText parts, OptionValues options) {
        if (scheme instanceof DirectoryScheme) {
            throw parts.wrong("a directory within a directory", "the address of a peer, such as tcp://10.0.0.7:5555");
        }
        E endpoint = scheme.parse(parts);
        check(scheme, parts, options);
        OpenEndpoint peer = scheme.connect(socket, endpoint, options);
        begin(peer, () -> alive.add(peer));
        return peer;
    }

    private void checkFree(byte[] routingId, String text) {
        if (routingId.length > 0
                && !socket.options().getOrDefault(SocketOptions.ROUTER_HANDOVER)
                && socket.hasPeer(routingId)) {
            throw new EndpointException("Endpoint \"" + text
                    + "\" cannot be connected: a peer has its CONNECT_ROUTING_ID, and ROUTER_HANDOVER is not set");
        }
    }

    private @Nullable Attached connected(String text) {
        lock.lock();
        try {
            for (Attached entry : entries) {
                if (entry.is(Use.CONNECT, text)) {
                    return entry;
                }
            }
            return null;
        } finally {
            lock.unlock();
        }
    }

    private Attached begin(Attached attached) {
        OpenEndpoint endpoint = attached.endpoint();
        begin(endpoint, () -> {
            alive.add(endpoint);
            entries.add(attached);
            last = attached.uri();
        });
        return attached;
    }

    /**
     * Adds an endpoint and starts it; if that fails, such as for want of memory, nothing is left of it. Nothing that could
     * fail may come between its making and this.
     */
    private void begin(OpenEndpoint endpoint, Runnable adding) {
        boolean isBegun = false;
        try {
            add(adding);
            endpoint.start();
            isBegun = true;
        } finally {
            if (!isBegun) {
                try {
                    forget(endpoint);
                } finally {
                    endpoint.close(0);
                }
            }
        }
    }

    private void add(Runnable adding) {
        lock.lock();
        try {
            if (closed) {
                throw new SocketClosedException(socket.type() + " socket was closed meanwhile");
            }
            adding.run();
        } finally {
            lock.unlock();
        }
    }

    void unbind(String text) {
        close(Use.BIND, text);
    }

    void disconnect(String text) {
        close(Use.CONNECT, text);
    }

    private void close(Use use, String text) {
        List<Attached> gone = new ArrayList<>();
        lock.lock();
        try {
            entries.removeIf(entry -> entry.is(use, text) && gone.add(entry));
        } finally {
            lock.unlock();
        }
        if (gone.isEmpty()) {
            throw new EndpointException("Endpoint \"" + EndpointText.shortened(text) + "\" is not "
                    + (use == Use.BIND
                            ? "bound: unbind takes what bind was given or returned"
                            : "connected: it never was, was disconnected, or was given up, which a CLOSED event told"));
        }
        closeNow(gone);
    }

    /** One of them; without effect if it is given up already. */
    void close(Attached attached) {
        boolean isOpen;
        lock.lock();
        try {
            isOpen = entries.remove(attached);
        } finally {
            lock.unlock();
        }
        if (isOpen) {
            closeNow(List.of(attached));
        }
    }

    private void closeNow(List<Attached> gone) {
        long lingerNanos = socket.lingerNanos();
        Error failure = null;
        for (Attached entry : gone) {
            try {
                entry.endpoint().close(lingerNanos);
            } catch (Error e) {
                failure = e;
                putBack(entry);
            }
        }
        socket.endpointClosed();
        if (failure != null) {
            throw failure;
        }
    }

    /** What could not be closed can be tried again. */
    private void putBack(Attached entry) {
        lock.lock();
        try {
            entries.add(entry);
        } finally {
            lock.unlock();
        }
    }

    /** Closes everything, now or again with another linger time. */
    void close(long lingerNanos) {
        List<OpenEndpoint> gone;
        lock.lock();
        try {
            closed = true;
            gone = new ArrayList<>(entries.size() + alive.size());
            for (Attached entry : entries) {
                gone.add(entry.endpoint());
            }
            gone.addAll(alive);
        } finally {
            lock.unlock();
        }
        closeAll(gone, lingerNanos);
        lock.lock();
        try {
            entries.clear();
        } finally {
            lock.unlock();
        }
    }

    /** One that fails keeps no other from being closed. */
    static void closeAll(List<OpenEndpoint> endpoints, long lingerNanos) {
        Error failure = null;
        for (OpenEndpoint endpoint : endpoints) {
            try {
                endpoint.close(lingerNanos);
            } catch (Error e) {
                failure = e;
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    /** An endpoint was given up for good, by itself: it is as if it had never been. */
    void forget(OpenEndpoint endpoint) {
        lock.lock();
        try {
            entries.removeIf(entry -> entry.endpoint() == endpoint);
        } finally {
            lock.unlock();
        }
    }

    /** An endpoint has come to its end. */
    void ended(OpenEndpoint endpoint) {
        lock.lock();
        try {
            alive.remove(endpoint);
        } finally {
            lock.unlock();
        }
    }

    SocketCore socket() {
        return socket;
    }

    /** What is bound and connected, in the order in which it came. */
    List<Attached> open() {
        lock.lock();
        try {
            return List.copyOf(entries);
        } finally {
            lock.unlock();
        }
    }

    /** Has each take a step again that failed; false if one has failed again. Throws nothing. */
    boolean catchUp() {
        List<OpenEndpoint> all;
        lock.lock();
        try {
            all = List.copyOf(alive);
        } catch (OutOfMemoryError e) {
            return false;
        } finally {
            lock.unlock();
        }
        boolean isDone = true;
        for (int i = 0; i < all.size(); i++) {
            isDone &= all.get(i).catchUp();
        }
        return isDone;
    }

    /** Whether every endpoint has come to its end. */
    boolean isEmpty() {
        lock.lock();
        try {
            return alive.isEmpty();
        } finally {
            lock.unlock();
        }
    }
}
