package io.zmq4j.endpoint;

import static io.zmq4j.event.SocketEvent.Type.ACCEPTED;
import static io.zmq4j.event.SocketEvent.Type.ACCEPT_FAILED;
import static io.zmq4j.event.SocketEvent.Type.CLOSED;
import static io.zmq4j.event.SocketEvent.Type.CLOSE_FAILED;
import static io.zmq4j.event.SocketEvent.Type.HANDSHAKE_FAILED;
import static io.zmq4j.event.SocketEvent.Type.LISTENING;

import io.zmq4j.connection.Connection.Ending;
import io.zmq4j.event.EndpointState;
import io.zmq4j.event.SocketEvent;
import io.zmq4j.loop.Chore;
import io.zmq4j.loop.Headroom;
import io.zmq4j.options.OptionValues;
import io.zmq4j.session.AskedLinger;
import io.zmq4j.session.Session;
import io.zmq4j.session.SessionHost;
import io.zmq4j.transport.Endpoint;
import io.zmq4j.transport.Listener;
import io.zmq4j.transport.Listener.Accepted;
import io.zmq4j.transport.OpenEndpoint;
import io.zmq4j.transport.Transport;
import io.zmq4j.transport.Waiting;
import io.zmq4j.transport.WrittenStanding;
import io.zmq4j.zmtp.CloseReason;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A bound endpoint, of whatever transport: gives every connection that comes a session of its own. Owned by the loop's
 * token.
 */
public final class Acceptor<E extends Endpoint> implements OpenEndpoint, Waiting, Session.Keeper {
    /** How long accepting rests when it fails, as it does when file descriptors are used up. */
    private static final long REST_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
    /** How many connections are accepted before others get their turn. */
    private static final int ACCEPTS_IN_A_ROW = 256;

    private static final int RELEASE_SECONDS = 2;

    private final SessionHost host;
    private final Transport<E> transport;
    private final Listener listener;
    private final String endpoint;
    private final OptionValues options;
    private final Set<Session> sessions = new LinkedHashSet<>();
    private final Lobby<Session> lobby = new Lobby<>();
    private final CountDownLatch released = new CountDownLatch(1);
    private final Chore register;
    private final Chore close;
    private final AskedLinger askedLinger = new AskedLinger();
    private final WrittenStanding standing = new WrittenStanding(EndpointState.LISTENING);
    private final Runnable admit = this::admit;
    private boolean closed;

    public Acceptor(SessionHost host, Transport<E> transport, Listener listener, OptionValues options) {
        this.host = host;
        this.transport = transport;
        this.listener = listener;
        this.endpoint = listener.endpoint();
        this.options = options;
        this.register = host.loop().chore(this::register);
        this.close = host.loop().chore(this::closeNow);
    }

    @Override
    public String text() {
        return endpoint;
    }

    @Override
    public WrittenStanding standing() {
        return standing;
    }

    @Override
    public void start() {
        tell(LISTENING, null, "");
        register.post();
    }

    private void register() {
        if (closed) {
            return;
        }
        try {
            listener.open(host.loop(), this);
            host.loop().needsDriver();
        } catch (IOException e) {
            onError(e);
        }
    }

    @Override
    public void onReady() {
        if (closed) {
            return;
        }
        for (int i = 0; i < ACCEPTS_IN_A_ROW; i++) {
            Accepted accepted;
            try {
                Headroom.need();
                accepted = listener.accept();
            } catch (IOException | OutOfMemoryError e) {
                if (!closed) {
                    rest(e);
                }
                return;
            }
            if (accepted == null) {
                return;
            }
            begin(accepted);
        }
    }

    /** Whatever is wrong with this one, or short at the moment, it is no reason not to accept others. */
    private void begin(Accepted accepted) {
        Session session = null;
        try {
            SocketAddress address = accepted.configure();
            String peer = transport.describe(address);
            tell(ACCEPTED, peer, "");
            if (!host.takesAnotherPeer()) {
                refuse(accepted, peer);
                return;
            }
            session = new Session(host, this, endpoint, options, transport::protocol, null);
            sessions.add(session);
            giveWay(lobby.enter(session, address instanceof InetSocketAddress inet ? inet.getAddress() : null));
            session.begin(accepted.wire(host.loop()), peer);
        } catch (IOException | RuntimeException | OutOfMemoryError e) {
            if (session != null) {
                sessions.remove(session);
                lobby.leave(session);
            }
            accepted.close(host.loop());
            failed(e);
        }
    }

    private static void giveWay(@Nullable Session session) {
        if (session != null) {
            session.beginClose(CloseReason.GAVE_WAY, 0);
        }
    }

    private void refuse(Accepted accepted, String peer) {
        accepted.close(host.loop());
        host.tell(
                HANDSHAKE_FAILED,
                endpoint,
                peer,
                CloseReason.REFUSED_BY_SOCKET,
                "the socket has a peer and takes no other",
                0);
    }

    /** Without a rest the selector would report the waiting connection for ever, at full speed. */
    private void rest(Throwable why) {
        // In this order: if there is no memory for a timer, the selector says it again.
        host.loop().schedule(REST_NANOS, admit);
        listener.want(false);
        failed(why);
    }

    private void failed(Throwable why) {
        String text = String.valueOf(why.getMessage());
        standing.failed(text);
        tell(ACCEPT_FAILED, null, text);
    }

    private void admit() {
        listener.want(true);
    }

    @Override
    public void onError(Throwable error) {
        failed(error);
    }

    /** Stops listening before it returns, so that the address is free; sessions follow as they can. */
    @Override
    public void close(long lingerNanos) {
        askedLinger.ask(lingerNanos);
        standing.is(EndpointState.CLOSED);
        close.post();
        awaitReleased();
    }

    private void awaitReleased() {
        if (host.loop().isDrivenByMe()) {
            return;
        }
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    // The driver has been woken; the limit only keeps a broken one from taking others down.
                    released.await(RELEASE_SECONDS, TimeUnit.SECONDS);
                    return;
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Taken again if it fails for want of something. */
    private void closeNow() {
        closed = true;
        if (released.getCount() > 0) {
            try {
                listener.close();
            } catch (IOException e) {
                tell(CLOSE_FAILED, null, String.valueOf(e.getMessage()));
            }
            host.loop().releaseClosed();
            // Before it returns as well: what those that were accepted held is free.
            sessions.forEach(Session::refuseWrites);
            released.countDown();
            tell(CLOSED, null, "");
        }
        if (askedLinger.isAsked()) {
            long linger = askedLinger.nanos();
            for (Session session : List.copyOf(sessions)) {
                session.beginClose(CloseReason.CLOSED_LOCALLY, linger);
            }
            askedLinger.done(linger);
        }
        endIfEmpty();
    }

    @Override
    public boolean renews() {
        return false;
    }

    @Override
    public void onRefused(Session session, CloseReason reason) {
        session.beginClose(reason, 0);
    }

    @Override
    public void onReady(Session session) {
        lobby.leave(session);
    }

    @Override
    public void onPeer(Session session, boolean isThere) {
        if (isThere) {
            standing.joined();
        } else {
            standing.left();
        }
    }

    @Override
    public void onConnectionEnded(Session session, Ending ending, boolean wasReady) {
        session.beginClose(ending.reason(), 0);
    }

    @Override
    public void onSessionEnded(Session session) {
        sessions.remove(session);
        lobby.leave(session);
        endIfEmpty();
    }

    private void endIfEmpty() {
        if (closed && sessions.isEmpty()) {
            host.endpointEnded(this);
        }
    }

    private void tell(SocketEvent.Type type, @Nullable String peer, String detail) {
        host.tell(type, endpoint, peer, null, detail, 0);
    }
}
