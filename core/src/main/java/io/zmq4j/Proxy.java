package io.zmq4j;

import io.zmq4j.error.WaitInterruptedException;
import io.zmq4j.socket.ProxyCore;
import java.lang.ref.Reference;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Passes whole messages between two sockets until one of them or the context is closed: what the frontend receives goes to
 * the backend, and the other way round if the two can. A good pair is
 *
 * <table class="striped">
 *   <caption>Frontend and backend</caption>
 *   <tr><th>ROUTER</th><td>DEALER</td><td>requests one way, replies the other</td></tr>
 *   <tr><th>XSUB</th><td>XPUB</td><td>publications one way, subscriptions the other</td></tr>
 *   <tr><th>PULL</th><td>PUSH</td><td>work, one way</td></tr>
 *   <tr><th>PAIR</th><td>PAIR</td><td>anything, both ways</td></tr>
 * </table>
 *
 * and any other whose frontend receives (not PUB, PUSH) and whose backend sends (not SUB, PULL). REQ and REP make none.
 *
 * <p>Nothing that a peer, the capture or the control socket does stops a proxy. It takes a message only if somebody can have
 * it, and one that nobody takes after all goes back: an interrupt, {@code TERMINATE} or a close lose none. A reply to a peer
 * that has left, or whose queue is full, is dropped and counted, also with {@code ROUTER_MANDATORY}.
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

    /**
     * A proxy between two sockets that are bound or connected; both may be the same.
     *
     * @throws IllegalArgumentException if no messages can go from the one to the other
     */
    public static Proxy between(Socket frontend, Socket backend) {
        Objects.requireNonNull(frontend, "frontend");
        Objects.requireNonNull(backend, "backend");
        ProxyCore.checkSides(frontend.core, backend.core);
        return new Proxy(frontend, backend);
    }

    /**
     * Sends a copy of every message that passes, in either direction, to this socket. If it has no room, as a PUSH or PAIR
     * without a peer, the proxy waits for it, as long as its {@code SNDTIMEO} says, or 100 ms if that says for ever, and hears
     * commands meanwhile; from then on copies are left out, until it takes one again, and counted in its
     * {@link Socket#drops} as {@code QUEUE_FULL}. A PUB is never waited for.
     *
     * @param socket a PUB, XPUB, PUSH, PAIR or DEALER socket, and none of the proxy's others
     * @throws IllegalArgumentException if it is not
     */
    public Proxy capture(SendingSocket socket) {
        var given = (Socket) Objects.requireNonNull(socket, "socket");
        ProxyCore.checkCapture(given.core);
        checkIsAnother(given, control);
        capture = given;
        return this;
    }

    /**
     * Takes commands from this socket, in every state: {@code PAUSE}, {@code RESUME}, {@code TERMINATE} and
     * {@code STATISTICS}, which is answered by a message of eight frames, each a 64-bit integer in native byte order: messages
     * and bytes received and sent by the frontend, then by the backend. A REP answers the others with an empty message. An
     * answer that the socket cannot take at once is dropped, and counted in its {@link Socket#drops} as {@code QUEUE_FULL}.
     *
     * @param socket a PAIR, REP, PULL, SUB or DEALER socket, and none of the proxy's others
     * @throws IllegalArgumentException if it is not
     */
    public Proxy control(ReceivingSocket socket) {
        var given = (Socket) Objects.requireNonNull(socket, "socket");
        ProxyCore.checkControl(given.core);
        checkIsAnother(given, capture);
        control = given;
        return this;
    }

    private void checkIsAnother(Socket given, @Nullable Socket other) {
        if (given == frontend || given == backend || given == other) {
            throw new IllegalArgumentException(
                    "the " + given.type() + " socket has another part in this proxy already");
        }
    }

    /**
     * Runs in the calling thread; returns after {@code TERMINATE} or when one of its sockets (also capture or control), or the
     * context, was closed.
     *
     * @throws io.zmq4j.error.WaitInterruptedException if the thread was interrupted; its flag stays set
     */
    public void run() {
        try {
            new ProxyCore(
                            frontend.core,
                            backend.core,
                            capture == null ? null : capture.core,
                            control == null ? null : control.core)
                    .run();
        } finally {
            // Its sockets are not lost as long as it runs, whoever else has them.
            Reference.reachabilityFence(this);
        }
    }

    /** Runs in a thread of its own, made as all threads of the frontend's context, which is returned; an interrupt ends it. */
    public Thread start() {
        Thread thread = frontend.core.newThread("proxy", this::runUntilInterrupted);
        thread.start();
        return thread;
    }

    private void runUntilInterrupted() {
        try {
            run();
        } catch (WaitInterruptedException e) {
            // Whoever has the thread wanted it to end.
        }
    }
}
