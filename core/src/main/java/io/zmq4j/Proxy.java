package io.zmq4j;

import io.zmq4j.socket.ProxyCore;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Passes whole messages between two sockets, both ways, until one of them or the context is closed: ROUTER and DEALER
 * for requests and replies, XSUB and XPUB for publications and subscriptions, PULL and PUSH one way.
 *
 * <pre>{@code
 * Proxy.between(router, dealer).run();
 * }</pre>
 */
public final class Proxy {
    private final Socket frontend;
    private final Socket backend;
    private @Nullable Socket capture;
    private @Nullable Socket control;

    private Proxy(Socket frontend, Socket backend) {
        this.frontend = frontend;
        this.backend = backend;
    }

    /** A proxy between two sockets that are bound or connected; both may be the same. */
    public static Proxy between(Socket frontend, Socket backend) {
        return new Proxy(Objects.requireNonNull(frontend, "frontend"), Objects.requireNonNull(backend, "backend"));
    }

    /**
     * Sends a copy of every message that passes, in either direction, to this socket. If it waits, as a PUSH or PAIR
     * without a peer does, so does the proxy; a PUB never does.
     */
    public Proxy capture(Sender socket) {
        capture = (Socket) Objects.requireNonNull(socket, "socket");
        return this;
    }

    /**
     * Takes commands from this socket: {@code PAUSE}, {@code RESUME}, {@code TERMINATE} and {@code STATISTICS}, which is
     * answered by a message of eight frames, each a 64-bit integer in native byte order: messages and bytes received and
     * sent by the frontend, then by the backend.
     *
     * @param socket a PAIR, REP, PULL or SUB socket
     */
    public Proxy control(Receiver socket) {
        control = (Socket) Objects.requireNonNull(socket, "socket");
        return this;
    }

    /**
     * Runs in the calling thread; returns after {@code TERMINATE} or when a socket or the context was closed.
     *
     * @throws io.zmq4j.error.WaitInterruptedException if the thread was interrupted; its flag stays set
     */
    public void run() {
        new ProxyCore(
                        frontend.core,
                        backend.core,
                        capture == null ? null : capture.core,
                        control == null ? null : control.core)
                .run();
    }

    /** Runs in a daemon thread of its own, which is returned. */
    public Thread start() {
        var thread = new Thread(this::run, "zmq4j-proxy");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }
}
