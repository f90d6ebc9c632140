package io.zmq4j.session;

import static io.zmq4j.event.SocketEvent.Type.CLOSED;
import static io.zmq4j.event.SocketEvent.Type.CONNECTED;
import static io.zmq4j.event.SocketEvent.Type.CONNECT_DELAYED;
import static io.zmq4j.event.SocketEvent.Type.CONNECT_RETRIED;

import io.zmq4j.event.SocketEvent;
import io.zmq4j.loop.LoopHandler;
import io.zmq4j.loop.Timer;
import io.zmq4j.options.OptionValues;
import io.zmq4j.options.SocketOptions;
import io.zmq4j.session.Connection.Ending;
import io.zmq4j.transport.Endpoint;
import io.zmq4j.transport.ReconnectDelay;
import io.zmq4j.transport.Transport;
import io.zmq4j.zmtp.CloseReason;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A connected endpoint, of whatever transport: tries its addresses one after the other, and again after a while, until
 * there is a connection; and begins anew when that breaks.
 *
 * <pre>
 *   RESOLVING ──► CONNECTING ──► TALKING ──broken──► WAITING ──► RESOLVING …
 *       │             └──all addresses failed──────────▲
 *       └──no address──────────────────────────────────┘
 *   any ──closed, refused for good──► ENDED
 * </pre>
 *
 * <p>Names are looked up again for every try, off the loop. Owned by the loop's token.
 */
public final class Dialer<E extends Endpoint> implements EndpointSession, Session.Keeper {
    private enum State {
        RESOLVING,
        CONNECTING,
        TALKING,
        WAITING,
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

    private State state = State.RESOLVING;
    private volatile Session session;
    private @Nullable SocketChannel channel;
    private @Nullable Timer timer;

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
        this.session = newSession();
    }

    private Session newSession() {
        return new Session(host, this, text, options, assignedRoutingId);
    }

    @Override
    public void start() {
        Session first = session;
        if (!immediate) {
            first.openPipe();
        }
        host.loop().execute(() -> resolve(first));
    }

    @Override
    public void close(long lingerNanos) {
        // Before it returns: the next message goes to somebody else.
        session.refuseWrites();
        host.loop().execute(() -> session.beginClose(CloseReason.CLOSED_LOCALLY, lingerNanos));
    }

    /** Another session may have taken the place of the one for which the addresses were wanted. */
    private boolean isOver(Session wanted) {
        return state == State.ENDED || session != wanted;
    }

    private void resolve(Session wanted) {
        if (isOver(wanted)) {
            return;
        }
        state = State.RESOLVING;
        host.resolver().execute(() -> {
            try {
                List<SocketAddress> addresses = transport.resolve(endpoint, options);
                host.loop().execute(() -> connect(wanted, addresses.iterator(), "no address"));
            } catch (IOException | RuntimeException e) {
                host.loop().execute(() -> {
                    if (!isOver(wanted)) {
                        retry(String.valueOf(e.getMessage()));
                    }
                });
            }
        });
    }

    private void connect(Session wanted, Iterator<SocketAddress> addresses, String failure) {
        if (isOver(wanted)) {
            return;
        }
        if (!addresses.hasNext()) {
            retry(failure);
            return;
        }
        state = State.CONNECTING;
        SocketAddress address = addresses.next();
        try {
            SocketChannel opened = transport.connect(endpoint, address, options);
            channel = opened;
            if (opened.isConnected()) {
                talk(opened, address);
                return;
            }
            host.event(event(CONNECT_DELAYED, "connecting to " + transport.describe(address), 0));
            var attempt = new Attempt(opened, address, addresses);
            host.loop().register(opened, SelectionKey.OP_CONNECT, attempt);
            long timeout = options.get(SocketOptions.CONNECT_TIMEOUT).toNanos();
            if (timeout > 0) {
                timer = host.loop().schedule(timeout, () -> attempt.failed("timed out"));
            }
            host.loop().needsDriver();
        } catch (IOException | RuntimeException e) {
            closeChannel();
            connect(wanted, addresses, transport.describe(address) + ": " + e.getMessage());
        }
    }

    /** One address's connection being established. */
    private final class Attempt implements LoopHandler {
        private final SocketChannel opened;
        private final SocketAddress address;
        private final Iterator<SocketAddress> others;

        Attempt(SocketChannel opened, SocketAddress address, Iterator<SocketAddress> others) {
            this.opened = opened;
            this.address = address;
            this.others = others;
        }

        @Override
        public void onReady(SelectionKey key) {
            if (opened != channel || state != State.CONNECTING) {
                return;
            }
            try {
                if (!opened.finishConnect()) {
                    return;
                }
            } catch (IOException e) {
                failed(String.valueOf(e.getMessage()));
                return;
            }
            cancelTimer();
            talk(opened, address);
        }

        @Override
        public void onError(Throwable error) {
            failed(String.valueOf(error));
        }

        void failed(String why) {
            if (opened != channel || state != State.CONNECTING) {
                return;
            }
            cancelTimer();
            closeChannel();
            connect(session, others, transport.describe(address) + ": " + why);
        }
    }

    private void talk(SocketChannel opened, SocketAddress address) {
        String peer = transport.describe(address);
        if (reachedItself(opened)) {
            closeChannel();
            host.event(new SocketEvent(
                    SocketEvent.Type.HANDSHAKE_FAILED,
                    text,
                    peer,
                    CloseReason.SELF_CONNECTION,
                    "connected to itself",
                    0));
            retry("connected to itself");
            return;
        }
        state = State.TALKING;
        channel = null;
        host.event(new SocketEvent(CONNECTED, text, peer, null, "", 0));
        session.begin(opened, peer);
    }

    /** Two ends of TCP may meet when a port of the ephemeral range is dialled while nobody listens on it. */
    private static boolean reachedItself(SocketChannel opened) {
        try {
            SocketAddress local = opened.getLocalAddress();
            return local instanceof InetSocketAddress && local.equals(opened.getRemoteAddress());
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public boolean renews() {
        return !immediate;
    }

    @Override
    public void onReady(Session ready) {
        delay.reset();
    }

    /** The socket may take the peer another time: then on another pipe, as it has left this one. */
    @Override
    public void onRefused(Session refused, CloseReason reason) {
        if (isOver(refused) || !refused.isOpen() || !delay.isEnabled()) {
            refused.beginClose(reason, 0);
            return;
        }
        session = newSession();
        cancelTimer();
        closeChannel();
        refused.beginClose(reason, 0);
        retry("closed by the socket: " + reason);
    }

    @Override
    public void onConnectionEnded(Session ended, Ending ending) {
        if (state == State.ENDED || ended != session) {
            return;
        }
        if (!ending.reason().retry()) {
            ended.beginClose(ending.reason(), 0);
            return;
        }
        if (immediate && !ended.isLingering() && ending.wasReady()) {
            // What was queued was for that connection alone.
            session = newSession();
            ended.beginClose(ending.reason(), 0);
        }
        retry(ending.detail());
    }

    @Override
    public void onSessionEnded(Session ended) {
        if (ended != session || state == State.ENDED) {
            return;
        }
        state = State.ENDED;
        cancelTimer();
        closeChannel();
        host.endpointGivenUp(this);
        host.event(new SocketEvent(CLOSED, text, null, ended.whyClosed(), "", 0));
        host.endpointEnded(this);
    }

    private void retry(String why) {
        if (state == State.ENDED) {
            return;
        }
        if (!delay.isEnabled()) {
            session.beginClose(CloseReason.CONNECTION_LOST, 0);
            return;
        }
        state = State.WAITING;
        long millis = delay.nextMillis();
        host.event(event(CONNECT_RETRIED, why, millis));
        timer = host.loop().schedule(TimeUnit.MILLISECONDS.toNanos(millis), () -> begin(session));
        host.loop().needsDriver();
    }

    /** The next try. */
    private void begin(Session next) {
        timer = null;
        if (!immediate && !next.hasPipe()) {
            next.openPipe();
        }
        resolve(next);
    }

    private void cancelTimer() {
        host.loop().cancel(timer);
        timer = null;
    }

    private void closeChannel() {
        SocketChannel open = channel;
        channel = null;
        if (open != null) {
            try {
                open.close();
            } catch (IOException e) {
                // It is gone either way.
            }
        }
    }

    private SocketEvent event(SocketEvent.Type type, String detail, long value) {
        return new SocketEvent(type, text, null, null, detail, value);
    }
}
