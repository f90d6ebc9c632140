package io.zmq4j.socket;

import io.zmq4j.error.EndpointException;
import io.zmq4j.error.SocketClosedException;
import io.zmq4j.event.SocketEvent;
import io.zmq4j.inproc.InprocBinding;
import io.zmq4j.inproc.InprocConnection;
import io.zmq4j.options.OptionValues;
import io.zmq4j.options.SocketOptions;
import io.zmq4j.session.Acceptor;
import io.zmq4j.session.Dialer;
import io.zmq4j.session.LinkSession;
import io.zmq4j.transport.Endpoint;
import io.zmq4j.transport.InprocEndpoint;
import io.zmq4j.transport.IpcEndpoint;
import io.zmq4j.transport.Listener;
import io.zmq4j.transport.ProvidedEndpoint;
import io.zmq4j.transport.TcpEndpoint;
import io.zmq4j.transport.Transport;
import io.zmq4j.transport.ipc.IpcTransport;
import io.zmq4j.transport.tcp.TcpTransport;
import io.zmq4j.zmtp.SocketType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongConsumer;

/**
 * A socket's endpoints: which transport each is for, and what to close when it is given up. Safe for any thread; nothing
 * that can take time happens with the lock held.
 */
final class Endpoints {
    private static final TcpTransport TCP = new TcpTransport();
    private static final IpcTransport IPC = new IpcTransport();

    private enum Use {
        BOUND,
        CONNECTED
    }

    /**
     * {@code text} as it was given, {@code real} with the real port or path; {@code close} takes the linger time of the
     * {@code endpoint}.
     */
    private record Entry(Use use, String text, String real, Object endpoint, LongConsumer close) {
        boolean is(Use wanted, String name) {
            return use == wanted && (text.equals(name) || real.equals(name));
        }
    }

    private final SocketCore socket;
    private final ReentrantLock lock = new ReentrantLock();
    /** What is bound and connected; nothing that was given up, by the application or for good. */
    private final List<Entry> entries = new ArrayList<>();
    /** The endpoints that have not come to their end, given up by the application or not; names within the context end at once. */
    private final Map<Object, LongConsumer> alive = new IdentityHashMap<>();

    private volatile String last = "";
    private boolean closed;

    Endpoints(SocketCore socket) {
        this.socket = socket;
    }

    String last() {
        return last;
    }

    String bind(String text) {
        try {
            Endpoint endpoint = Endpoint.parseBind(text);
            if (endpoint instanceof TcpEndpoint tcp) {
                return listen(TCP, tcp, text);
            }
            if (endpoint instanceof IpcEndpoint ipc) {
                return listen(IPC, ipc, text);
            }
            if (endpoint instanceof ProvidedEndpoint provided) {
                return link(Use.BOUND, provided, socket.options().snapshot(), text);
            }
            return bindInproc((InprocEndpoint) endpoint, text);
        } catch (EndpointException e) {
            socket.event(
                    new SocketEvent(SocketEvent.Type.BIND_FAILED, text, null, null, String.valueOf(e.getMessage()), 0));
            throw e;
        }
    }

    private <E extends Endpoint> String listen(Transport<E> transport, E endpoint, String text) {
        OptionValues options = socket.options().snapshot();
        // Before anything is bound: a context that is closing has no loop to give.
        socket.loop();
        Acceptor<E> acceptor = acceptor(transport, transport.listen(endpoint, options), options);
        begin(new Entry(Use.BOUND, text, acceptor.endpoint(), acceptor, acceptor::close), acceptor::start);
        return acceptor.endpoint();
    }

    /** A listener that nobody has is closed: its address would be taken for good. */
    private <E extends Endpoint> Acceptor<E> acceptor(Transport<E> transport, Listener listener, OptionValues options) {
        Acceptor<E> made = null;
        try {
            made = new Acceptor<>(socket, transport, listener, options);
            return made;
        } finally {
            if (made == null) {
                try {
                    listener.close();
                } catch (IOException e) {
                    // Why there is none is thrown.
                }
            }
        }
    }

    /** What has no connections begins in the same way whether it is bound or connected. */
    private String link(Use use, ProvidedEndpoint endpoint, OptionValues options, String text) {
        socket.loop();
        var session = new LinkSession(socket, endpoint, options);
        begin(new Entry(use, text, text, session, session::close), session::start);
        return text;
    }

    private String bindInproc(InprocEndpoint endpoint, String text) {
        InprocBinding binding = socket.context()
                .inproc()
                .bind(endpoint.name(), socket, socket.options().snapshot());
        begin(new Entry(Use.BOUND, text, text, binding, linger -> binding.close()), () -> {});
        return text;
    }

    void connect(String text) {
        Endpoint endpoint = Endpoint.parseConnect(text);
        if (endpoint instanceof IpcEndpoint ipc) {
            // Before anything is taken for this connect.
            IpcTransport.check(ipc);
        }
        if (ignoresSecondConnect() && isConnected(text)) {
            return;
        }
        OptionValues options = socket.options().snapshot();
        if (socket.type() == SocketType.ROUTER) {
            // For this connect only.
            checkFree(socket.options().getAndReset(SocketOptions.CONNECT_ROUTING_ID), text);
        }
        if (endpoint instanceof TcpEndpoint tcp) {
            dial(new Dialer<>(socket, TCP, tcp, options), text);
        } else if (endpoint instanceof IpcEndpoint ipc) {
            dial(new Dialer<>(socket, IPC, ipc, options), text);
        } else if (endpoint instanceof ProvidedEndpoint provided) {
            link(Use.CONNECTED, provided, options, text);
        } else {
            connectInproc((InprocEndpoint) endpoint, options, text);
        }
    }

    /** As in libzmq: for these types a second connection to the same place would only double what goes there. */
    private boolean ignoresSecondConnect() {
        return switch (socket.type()) {
            case DEALER, SUB, PUB, REQ -> true;
            default -> false;
        };
    }

    private void checkFree(byte[] routingId, String text) {
        if (routingId.length > 0 && !socket.options().get(SocketOptions.ROUTER_HANDOVER) && socket.hasPeer(routingId)) {
            throw new EndpointException("Endpoint \"" + text
                    + "\" cannot be connected: a peer has its CONNECT_ROUTING_ID, and ROUTER_HANDOVER is not set");
        }
    }

    private boolean isConnected(String text) {
        lock.lock();
        try {
            return !text.startsWith("inproc:") && entries.stream().anyMatch(entry -> entry.is(Use.CONNECTED, text));
        } finally {
            lock.unlock();
        }
    }

    private void dial(Dialer<?> dialer, String text) {
        begin(new Entry(Use.CONNECTED, text, text, dialer, dialer::close), dialer::start);
    }

    private void connectInproc(InprocEndpoint endpoint, OptionValues options, String text) {
        InprocConnection connection = socket.context().inproc().connect(endpoint.name(), socket, options);
        begin(new Entry(Use.CONNECTED, text, text, connection, connection::close), connection::start);
    }

    /** Adds an endpoint and starts it; if that fails, such as for want of memory, nothing is left of it. */
    private void begin(Entry entry, Runnable start) {
        boolean isBegun = false;
        try {
            add(entry);
            start.run();
            isBegun = true;
        } finally {
            if (!isBegun) {
                forget(entry.endpoint);
                entry.close.accept(0);
            }
        }
    }

    private void add(Entry entry) {
        lock.lock();
        try {
            if (closed) {
                throw new SocketClosedException(socket.type() + " socket was closed meanwhile");
            }
            if (!(entry.endpoint instanceof InprocBinding)) {
                alive.put(entry.endpoint, entry.close);
            }
            entries.add(entry);
            last = entry.real;
        } finally {
            lock.unlock();
        }
    }

    void unbind(String text) {
        close(Use.BOUND, text);
    }

    void disconnect(String text) {
        close(Use.CONNECTED, text);
    }

    private void close(Use use, String text) {
        List<Entry> gone = new ArrayList<>();
        lock.lock();
        try {
            entries.removeIf(entry -> entry.is(use, text) && gone.add(entry));
        } finally {
            lock.unlock();
        }
        if (gone.isEmpty()) {
            throw new EndpointException("Endpoint \"" + Endpoint.shown(text) + "\" is not "
                    + (use == Use.BOUND
                            ? "bound: unbind takes what bind was given or returned"
                            : "connected: it never was, was disconnected, or was given up, which a CLOSED event told"));
        }
        gone.forEach(entry -> entry.close.accept(socket.lingerNanos()));
    }

    /** Closes everything, now or again with another linger time. */
    void close(long lingerNanos) {
        List<LongConsumer> gone;
        lock.lock();
        try {
            closed = true;
            gone = new ArrayList<>(entries.size() + alive.size());
            for (Entry entry : entries) {
                gone.add(entry.close);
            }
            gone.addAll(alive.values());
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
    private static void closeAll(List<LongConsumer> closes, long lingerNanos) {
        Error failure = null;
        for (LongConsumer close : closes) {
            try {
                close.accept(lingerNanos);
            } catch (Error e) {
                failure = e;
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    /** An endpoint was given up for good, by itself: it is as if it had never been. */
    void forget(Object endpoint) {
        lock.lock();
        try {
            entries.removeIf(entry -> entry.endpoint == endpoint);
        } finally {
            lock.unlock();
        }
    }

    /** An endpoint has come to its end. */
    void ended(Object endpoint) {
        lock.lock();
        try {
            alive.remove(endpoint);
        } finally {
            lock.unlock();
        }
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
