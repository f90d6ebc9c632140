package io.zmq4j.endpoint;

import static io.zmq4j.event.SocketEvent.Type.CLOSED;
import static io.zmq4j.event.SocketEvent.Type.CONNECTED;
import static io.zmq4j.event.SocketEvent.Type.CONNECT_DELAYED;
import static io.zmq4j.event.SocketEvent.Type.CONNECT_RETRIED;
import static io.zmq4j.event.SocketEvent.Type.HANDSHAKE_FAILED;

import io.zmq4j.connection.Connection.Ending;
import io.zmq4j.event.EndpointState;
import io.zmq4j.loop.Chore;
import io.zmq4j.loop.Headroom;
import io.zmq4j.loop.Timer;
import io.zmq4j.options.OptionValues;
import io.zmq4j.options.SocketOptions;
import io.zmq4j.session.AskedLinger;
import io.zmq4j.session.Session;
import io.zmq4j.session.SessionHost;
import io.zmq4j.transport.Attempt;
import io.zmq4j.transport.Endpoint;
import io.zmq4j.transport.OpenEndpoint;
import io.zmq4j.transport.ReconnectDelay;
import io.zmq4j.transport.Transport;
import io.zmq4j.transport.Waiting;
import io.zmq4j.transport.WrittenStanding;
import io.zmq4j.zmtp.CloseReason;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketAddress;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A connected endpoint, of whatever transport: tries its addresses one after the other, and again after a while, until
 * there is a connection; and begins anew when that breaks.
 *
 * <pre>
 *   RESOLVING ──► CONNECTING ──► TALKING ──broken──► WAITING ──► RESOLVING …
 *       │             └──all addresses failed──────────▲ │
 *       └──no address──────────────────────────────────┘ └──the wrong peer──► RESTING ──► RESOLVING …
 *   any ──closed, not to be tried again──► ENDED
 * </pre>
 *
 * <p>RESTING is a wait for somebody to repair the peer, of a minute at least. A close, and another connect to the same
 * endpoint, end it at once; a peer that is the wrong one then as well ends what only lingers.
 *
 * <p>Names are looked up again for every try, off the loop. A try that fails for want of something, be it a thread for the
 * look-up or memory, is a try like any other: the next one follows. Owned by the loop's token.
 */
public final class Dialer<E extends Endpoint> implements OpenEndpoint, Session.Keeper {
    private enum State {
        RESOLVING,
        CONNECTING,
        TALKING,
        WAITING,
        RESTING,
        ENDED
    }

    private final SessionHost host;
    private final Transport<E> transport;
    private final E endpoint;
    private final String text;
    private final OptionValues options;
    private final boolean immediate;
    private final ReconnectDelay delay;
    private final byte @Nullable [] assignedRoutingId;
    private final Runnable resolveAgain = this::resolve;
    private final Runnable lookUp = this::lookUp;
    private final Chore resolve;
    private final Chore lookedUp;
    private final Chore rest;
    private final Chore hurry;
    private final Chore close;
    private final AskedLinger askedLinger = new AskedLinger();
    private final WrittenStanding standing = new WrittenStanding(EndpointState.CONNECTING);

    /** What a look-up gave. */
    private record Found(List<SocketAddress> addresses, String failure) {}

    // The bits of RECONNECT_STOP. After a disconnect there is no further try in any case.
    private static final int STOP_REFUSED = 1;
    private static final int STOP_HANDSHAKE_FAILED = 2;

    private static final Found NO_MEMORY = new Found(List.of(), "out of memory");

    /** Of the look-up under way; written by a worker. */
    private volatile Found found = NO_MEMORY;

    private State state = State.RESOLVING;
    private volatile Session session;
    private @Nullable Attempt attempt;
    private @Nullable Timer timer;
    /** Whether somebody asked for the endpoint once more during the try under way. */
    private boolean isHurried;
    /** Why the last try came to nothing, and why its connection ended if it was there. */
    private String failure = "";

    private @Nullable CloseReason broke;

    public Dialer(SessionHost host, Transport<E> transport, E endpoint, OptionValues options) {
        this.host = host;
        this.transport = transport;
        this.endpoint = endpoint;
        this.text = endpoint.toString();
        this.options = options;
        this.immediate = options.get(SocketOptions.IMMEDIATE);
        this.delay =
                new ReconnectDelay(options, () -> ThreadLocalRandom.current().nextDouble());
        byte[] assigned = options.getOrDefault(SocketOptions.CONNECT_ROUTING_ID);
        this.assignedRoutingId = assigned.length == 0 ? null : assigned;
        this.resolve = host.loop().chore(resolveAgain);
        this.lookedUp = host.loop().chore(this::onLookedUp);
        this.rest = host.loop().chore(this::rest);
        this.hurry = host.loop().chore(this::hurryNow);
        this.close = host.loop().chore(this::closeNow);
        this.session = newSession();
    }

    private Session newSession() {
        return new Session(host, this, text, options, transport::protocol, assignedRoutingId);
    }

    @Override
    public String text() {
        return text;
    }

    @Override
    public WrittenStanding standing() {
        return standing;
    }

    @Override
    public void start() {
        if (!immediate) {
            session.openPipe();
        }
        resolve.post();
    }

    @Override
    public void hurry() {
        hurry.post();
    }

    private void hurryNow() {
        if (state == State.RESTING && timer != null) {
            cancelTimer();
            resolve();
        } else {
            // The try under way may still find the wrong peer.
            isHurried = true;
        }
    }

    @Override
    public void close(long lingerNanos) {
        standing.is(EndpointState.CLOSED);
        // First, so that a session that takes this one's place meanwhile opens no pipe.
        askedLinger.ask(lingerNanos);
        // Before it returns: the next message goes to somebody else.
        session.refuseWrites();
        close.post();
    }

    /** Whatever session it has come to have. Taken again if it fails for want of something. */
    private void closeNow() {
        if (askedLinger.isAsked()) {
            long linger = askedLinger.nanos();
            session.refuseWrites();
            session.beginClose(CloseReason.CLOSED_LOCALLY, linger);
            askedLinger.done(linger);
        }
        hurryNow();
    }

    private void resolve() {
        timer = null;
        if (state == State.ENDED || (askedLinger.isAsked() && !session.hasPipe())) {
            return;
        }
        state = State.RESOLVING;
        standing.is(EndpointState.CONNECTING);
        if (!immediate && !session.hasPipe()) {
            // The one before was refused by the socket and had a pipe of its own.
            session.openPipe();
        }
        if (!transport.looksUp(endpoint, options)) {
            lookUp();
            return;
        }
        try {
            host.resolver().execute(lookUp);
        } catch (RejectedExecutionException e) {
            // The context has ended, and this endpoint with it.
        } catch (OutOfMemoryError | RuntimeException e) {
            // The system has no thread, or the application's thread factory gives none.
            retry("no thread to look the name up: " + e.getMessage());
        }
    }

    /** On a worker's thread if it may block. */
    private void lookUp() {
        try {
            found = new Found(transport.resolve(endpoint, options), "no address");
        } catch (IOException | RuntimeException e) {
            found = new Found(List.of(), String.valueOf(e.getMessage()));
        } catch (OutOfMemoryError e) {
            found = NO_MEMORY;
        }
        lookedUp.post();
    }

    private void onLookedUp() {
        if (state == State.RESOLVING) {
            try {
                connect(found.addresses.iterator(), found.failure);
            } catch (Throwable e) {
                giveUp(e);
            }
        }
    }

    /** This try, for want of something; allocates nothing if it is memory. */
    private void giveUp(Throwable why) {
        giveUpAttempt();
        retry(why instanceof Error ? NO_MEMORY.failure : String.valueOf(why.getMessage()));
    }

    private void connect(Iterator<SocketAddress> addresses, String failure) {
        if (state == State.ENDED) {
            return;
        }
        if (!addresses.hasNext()) {
            retry(failure);
            return;
        }
        state = State.CONNECTING;
        SocketAddress address = addresses.next();
        try {
            Headroom.need();
            Attempt begun = transport.connect(endpoint, address, options);
            attempt = begun;
            if (begun.isMade()) {
                talk(begun, address);
                return;
            }
            host.tell(CONNECT_DELAYED, text, null, null, "connecting to " + transport.describe(address), 0);
            var trying = new Trying(begun, address, addresses);
            begun.begin(host.loop(), trying);
            long timeout = begun.patience(options).toNanos();
            if (timeout > 0) {
                timer = host.loop().schedule(timeout, () -> trying.failed("timed out"));
            }
            host.loop().needsDriver();
        } catch (IOException | RuntimeException | OutOfMemoryError e) {
            refused(e, addresses);
            giveUpAttempt();
            connect(addresses, transport.describe(address) + ": " + e.getMessage());
        }
    }

    /** RECONNECT_STOP: the last of its addresses refuses connections. */
    private void refused(Throwable why, Iterator<SocketAddress> others) {
        if (why instanceof ConnectException && !others.hasNext()) {
            stopAfter(STOP_REFUSED);
        }
    }

    private void stopAfter(int what) {
        if ((options.get(SocketOptions.RECONNECT_STOP) & what) != 0) {
            delay.stop();
        }
    }

    /** One address's connection being established. */
    private final class Trying implements Waiting {
        private final Attempt begun;
        private final SocketAddress address;
        private final Iterator<SocketAddress> others;

        Trying(Attempt begun, SocketAddress address, Iterator<SocketAddress> others) {
            this.begun = begun;
            this.address = address;
            this.others = others;
        }

        @Override
        public void onReady() {
            if (begun != attempt || state != State.CONNECTING) {
                return;
            }
            try {
                if (!begun.finish()) {
                    return;
                }
            } catch (IOException e) {
                refused(e, others);
                failed(String.valueOf(e.getMessage()));
                return;
            }
            talk(begun, address);
        }

        @Override
        public void onError(Throwable error) {
            if (begun == attempt) {
                giveUp(error);
            }
        }

        void failed(String why) {
            if (begun != attempt || state != State.CONNECTING) {
                return;
            }
            giveUpAttempt();
            try {
                connect(others, transport.describe(address) + ": " + why);
            } catch (Throwable e) {
                giveUp(e);
            }
        }
    }

    private void talk(Attempt made, SocketAddress address) {
        String peer = transport.describe(address);
        if (made.reachedItself()) {
            giveUpAttempt();
            host.tell(HANDSHAKE_FAILED, text, peer, CloseReason.SELF_CONNECTION, "connected to itself", 0);
            retry("connected to itself");
            return;
        }
        host.tell(CONNECTED, text, peer, null, "", 0);
        session.begin(made.wire(host.loop()), peer);
        // Only now is it the session's to close.
        cancelTimer();
        attempt = null;
        state = State.TALKING;
    }

    @Override
    public boolean renews() {
        return !immediate;
    }

    @Override
    public void onReady(Session ready) {
        delay.reset();
        isHurried = false;
    }

    @Override
    public void onPeer(Session of, boolean isThere) {
        if (isThere) {
            standing.joined();
        } else {
            standing.left();
        }
        // Another one has taken the place of a session that the socket refused.
        if (of == session) {
            standing.is(isThere ? EndpointState.CONNECTED : EndpointState.CONNECTING);
        }
    }

    /**
     * The socket may take the peer another time: then on another pipe, as it has left this one. At once, if it only gave up the
     * connection; if there is none at the moment, the one that is being made will do.
     */
    @Override
    public void onRefused(Session refused, CloseReason reason) {
        boolean isGivenUp = reason == CloseReason.NO_REPLY;
        if (isGivenUp && state != State.TALKING && state != State.ENDED && session == refused && refused.isOpen()) {
            session = newSession();
            try {
                if (!immediate) {
                    session.openPipe();
                }
            } finally {
                refused.beginClose(reason, 0);
            }
            return;
        }
        if (isGivenUp && session == refused) {
            delay.hurry();
        }
        if (state == State.ENDED || session != refused || !refused.isOpen() || !delay.isEnabled()) {
            refused.beginClose(reason, 0);
            return;
        }
        String why = "closed by the socket: " + reason;
        session = newSession();
        try {
            giveUpAttempt();
        } finally {
            // Before what may fail for want of memory: taken again, this would find that the session has been replaced.
            retry(State.WAITING, why, reason);
        }
        refused.beginClose(reason, 0);
    }

    @Override
    public void onConnectionEnded(Session ended, Ending ending, boolean wasReady) {
        if (ended != session) {
            // It was replaced, and could not be closed then.
            ended.beginClose(ending.reason(), 0);
            return;
        }
        if (state == State.ENDED) {
            return;
        }
        if (!wasReady) {
            stopAfter(STOP_HANDSHAKE_FAILED);
        }
        boolean isWrongPeer = !ending.retry();
        if (isWrongPeer && (!delay.isEnabled() || ended.isLingering())) {
            standing.failed(ending.detail());
            ended.beginClose(ending.reason(), 0);
            return;
        }
        if (immediate && !ended.isLingering() && wasReady) {
            // What was queued was for that connection alone.
            session = newSession();
        }
        // Before what may fail for want of memory, as above.
        retry(isWrongPeer ? State.RESTING : State.WAITING, ending.detail(), wasReady ? ending.reason() : null);
        if (ended != session) {
            ended.beginClose(ending.reason(), 0);
        }
    }

    @Override
    public void onSessionEnded(Session ended) {
        if (ended != session) {
            return;
        }
        if (state != State.ENDED) {
            state = State.ENDED;
            giveUpAttempt();
            boolean isClosed = ended.whyClosed() == CloseReason.CLOSED_LOCALLY;
            standing.is(isClosed ? EndpointState.CLOSED : EndpointState.GIVEN_UP);
            host.endpointGivenUp(this);
            host.tell(CLOSED, text, null, ended.whyClosed(), "", 0);
        }
        // Also if it failed before.
        host.endpointEnded(this);
    }

    /** Another try, after a rest. */
    private void retry(String why) {
        retry(State.WAITING, why, null);
    }

    private void retry(State next, String why, @Nullable CloseReason reason) {
        if (state != State.ENDED) {
            state = next;
            failure = why;
            broke = reason;
            standing.failed(why);
            rest.post();
        }
    }

    private void rest() {
        if ((state != State.WAITING && state != State.RESTING) || timer != null) {
            return;
        }
        if (!delay.isEnabled()) {
            session.beginClose(CloseReason.CONNECTION_LOST, 0);
            return;
        }
        // One that only lingers was closed before it could be hurried.
        boolean isLong = state == State.RESTING && !session.isLingering() && !isHurried;
        isHurried = false;
        long millis = isLong ? delay.longMillis() : delay.nextMillis();
        long nanos = TimeUnit.MILLISECONDS.toNanos(millis);
        timer = host.loop().schedule(nanos, resolveAgain);
        standing.waits(nanos);
        host.loop().needsDriver();
        host.tell(CONNECT_RETRIED, text, null, broke, failure, millis);
    }

    private void cancelTimer() {
        host.loop().cancel(timer);
        timer = null;
    }

    /** With the time it has to connect. */
    private void giveUpAttempt() {
        cancelTimer();
        Attempt given = attempt;
        attempt = null;
        if (given != null) {
            given.close(host.loop());
        }
    }
}
