package io.zmq4j.session;

import static io.zmq4j.event.SocketEvent.Type.DISCONNECTED;
import static io.zmq4j.event.SocketEvent.Type.HANDSHAKE_FAILED;
import static io.zmq4j.event.SocketEvent.Type.HANDSHAKE_SUCCEEDED;
import static io.zmq4j.event.SocketEvent.Type.TRACE;

import io.zmq4j.event.SocketEvent;
import io.zmq4j.loop.Timer;
import io.zmq4j.loop.Waiter;
import io.zmq4j.message.Message;
import io.zmq4j.options.OptionValues;
import io.zmq4j.options.SocketOptions;
import io.zmq4j.pipe.Far;
import io.zmq4j.pipe.Pipe;
import io.zmq4j.pipe.PipeEnd;
import io.zmq4j.pipe.Run;
import io.zmq4j.pipe.Signal;
import io.zmq4j.session.Connection.Ending;
import io.zmq4j.zmtp.CloseReason;
import io.zmq4j.zmtp.SocketType;
import io.zmq4j.zmtp.engine.EngineOptions;
import io.zmq4j.zmtp.engine.PeerInfo;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * One pipe's life towards the wire: pairs it with a connection, and with the next one if its keeper makes one.
 *
 * <pre>
 *   OPEN ──close──► LINGERING ──handed over──► PARTING ──peer closed──► ENDED
 *     │                 └──────────time is up───────┴───────────────────────▲
 *     └──────────────close without linger, keeper gives up──────────────────┘
 * </pre>
 *
 * <p>Owned by the loop's token, except for the {@link Far} methods and the connection's callbacks, which say themselves.
 */
public final class Session implements Far, Connection.Owner {
    /** Who made the session and decides what follows when its connection has ended. Called with the token held. */
    interface Keeper {
        /** Whether a session of its outlives its connection. Any thread. */
        boolean renews();

        /** The socket's pattern has closed the session for a reason that passes: it holds what another one has, or failed. */
        void onRefused(Session session, CloseReason reason);

        /** A handshake is complete. */
        void onReady(Session session);

        void onConnectionEnded(Session session, Ending ending);

        void onSessionEnded(Session session);
    }

    private enum State {
        OPEN,
        LINGERING,
        PARTING,
        ENDED
    }

    /** How long a peer may take to close after we have said goodbye. */
    private static final long PARTING_NANOS = TimeUnit.SECONDS.toNanos(1);

    /** Counting smaller ones would cost each of them more than a thousand of them weigh. */
    private static final int LARGE = 8 * 1024;

    private final SessionHost host;
    private final Keeper keeper;
    private final String endpoint;
    private final OptionValues options;
    private final byte @Nullable [] assignedRoutingId;
    private final boolean subscribes;

    private final boolean publishes;
    /** Whether the pattern says who sent a message, or sends an answer there. */
    private final boolean answers;

    private final HeldBack heldBack;

    /** Changed by the token's holder, looked at by any thread. */
    private volatile State state = State.OPEN;

    private @Nullable Timer lingerTimer;
    private boolean hadConnection;
    /** Whether a message was taken for any connection: then somebody may still wait for its last bytes. */
    private volatile boolean hasSent;

    private CloseReason closeReason = CloseReason.CLOSED_LOCALLY;
    private volatile @Nullable String peer;

    /** Set before the pipe can be used, and never changed. */
    private volatile @Nullable PipeEnd pipe;

    private volatile @Nullable Connection connection;

    /**
     * Subscriptions that were queued before the mark will come again after it. Written while no thread is in a
     * connection, then inside its gate for writing.
     */
    private boolean awaitsRestart;

    /** A message that was taken for a connection that broke before a byte of it was sent; guarded as the above. */
    private @Nullable Message unsent;

    /** Bytes queued in messages that are large enough to count. */
    private final AtomicLong largeQueued = new AtomicLong();

    Session(
            SessionHost host,
            Keeper keeper,
            String endpoint,
            OptionValues options,
            byte @Nullable [] assignedRoutingId) {
        this.host = host;
        this.heldBack = new HeldBack(host, this::isIdle, this::flush, this::endRun);
        this.keeper = keeper;
        this.endpoint = endpoint;
        this.options = options;
        this.assignedRoutingId = assignedRoutingId;
        this.subscribes = host.type() == SocketType.SUB || host.type() == SocketType.XSUB;
        this.publishes = host.type() == SocketType.PUB || host.type() == SocketType.XPUB;
        this.answers = host.type() == SocketType.ROUTER || host.type() == SocketType.REP;
    }

    /** Makes the pipe before there is a connection, as a connect does. */
    void openPipe() {
        PipeEnd made = host.newPipe(this, options, assignedRoutingId);
        pipe = made;
        made.signal(Signal.ATTACH);
    }

    /** Takes up a link. */
    void begin(SocketChannel channel, String peerText) {
        peer = peerText;
        PipeEnd mine = pipe;
        if (subscribes && mine != null && hadConnection) {
            // All of it was for the connection before, and no thread is in one now. What counts will come again.
            while (mine.outbound().poll() != null) {}
        }
        hadConnection = true;
        awaitsRestart = subscribes;
        var made = new Connection(channel, host.loop(), host.buffers(), engineOptions(), this);
        if (made.register()) {
            connection = made;
            made.start();
        }
    }

    private EngineOptions engineOptions() {
        Duration interval = options.get(SocketOptions.HEARTBEAT_IVL);
        Duration timeout = options.get(SocketOptions.HEARTBEAT_TIMEOUT);
        return new EngineOptions(
                host.type(),
                options.getOrDefault(SocketOptions.ROUTING_ID),
                options.get(SocketOptions.MAXMSGSIZE),
                options.get(SocketOptions.HANDSHAKE_IVL),
                interval,
                options.get(SocketOptions.HEARTBEAT_TTL),
                timeout.isNegative() ? interval : timeout);
    }

    // ---- Far: the socket's side

    @Override
    public Flush onWritten(Message message) {
        long size = message.size();
        if (size >= LARGE) {
            largeQueued.addAndGet(size);
        }
        return heldBack.onWritten(size);
    }

    @Override
    public int holdable(long size) {
        return heldBack.holdable(size);
    }

    @Override
    public void onGrown(int pipes) {
        host.pace().queued(pipes);
    }

    @Override
    public Flush onEnded(Run run) {
        return heldBack.onEnded(run.count(), run.length());
    }

    @Override
    public void onHeldBack() {
        heldBack.keep();
    }

    @Override
    public void onFlush() {
        heldBack.release();
    }

    @Override
    public void onHighWaterMarks(int inbound, int outbound) {
        PipeEnd mine = pipe;
        if (mine != null) {
            mine.inbound().highWaterMark(inbound);
            mine.outbound().highWaterMark(outbound);
        }
    }

    @Override
    public long takeLost() {
        long count = unsent != null && !subscribes ? 1 : 0;
        PipeEnd mine = pipe;
        if (mine != null && !subscribes) {
            for (Message message = mine.outbound().poll();
                    message != null;
                    message = mine.outbound().poll()) {
                count++;
            }
        }
        return count;
    }

    @Override
    public void flush() {
        Connection current = connection;
        if (current != null) {
            current.flush();
            heldBack.flushed();
        }
    }

    @Override
    public long backlog() {
        PipeEnd mine = pipe;
        // What is one message is no backlog; and a queue that conflates has not more, whatever was put there.
        return connection != null && mine != null && mine.outbound().size() > 1 ? largeQueued.get() : 0;
    }

    @Override
    public void onRoom() {
        pull();
    }

    @Override
    public void pull() {
        host.loop().noteActivity();
        Connection current = connection;
        if (current != null) {
            current.read();
        }
    }

    @Override
    public boolean isStreaming() {
        Connection current = connection;
        return current != null && current.isStreaming();
    }

    @Override
    public boolean await(Waiter waiter, long nanos) {
        Connection current = connection;
        return current != null && current.await(waiter, nanos);
    }

    @Override
    public void share() {
        Connection current = connection;
        if (current != null) {
            current.share();
        }
    }

    @Override
    public void close(CloseReason reason, long lingerNanos) {
        if (reason.retry()) {
            host.loop().execute(() -> keeper.onRefused(this, reason));
        } else {
            host.loop().execute(() -> beginClose(reason, lingerNanos));
        }
    }

    private void endRun() {
        PipeEnd mine = pipe;
        if (mine != null) {
            mine.endRun();
        }
    }

    private boolean isIdle() {
        PipeEnd mine = pipe;
        Connection current = connection;
        return mine == null || mine.outbound().isEmpty() || current == null || current.isBlocked();
    }

    // ---- Connection.Owner: inside one of the connection's gates

    @Override
    public PipeEnd onHandshake(Connection from, PeerInfo info) {
        PipeEnd mine = pipe;
        int signals = Signal.CONNECTED;
        boolean isRenewed = mine != null;
        if (mine == null) {
            mine = host.newPipe(this, options, assignedRoutingId);
            pipe = mine;
            signals |= Signal.ATTACH;
        }
        mine.peerRoutingId(info.routingId());
        mine.connected(true);
        if (publishes) {
            mine.deliverMark(Pipe.RESTART);
        }
        // Inside the gate, so that no message can be signalled before the pipe it came through; and before the event.
        mine.signal(signals);
        if (answers && isRenewed) {
            // After the signal: until it reads the mark, the pattern knows the new peer and reads what the one before
            // sent.
            mine.deliverMark(Pipe.RESTART);
        }
        host.event(new SocketEvent(HANDSHAKE_SUCCEEDED, endpoint, peer, null, describe(info), 0));
        host.loop().execute(() -> keeper.onReady(this));
        return mine;
    }

    private static String describe(PeerInfo info) {
        return info.socketType() + " over ZMTP " + info.version();
    }

    @Override
    public @Nullable Message poll() {
        PipeEnd mine = pipe;
        if (mine == null) {
            return null;
        }
        while (true) {
            Message message = unsent != null ? unsent : poll(mine);
            unsent = null;
            if (message == Pipe.RESTART) {
                awaitsRestart = false;
            } else if (message == null) {
                return null;
            } else if (!awaitsRestart || !isSubscription(message)) {
                if (!hasSent) {
                    hasSent = true;
                }
                return message;
            }
        }
    }

    @Override
    public int copy(byte[] into, int at) {
        PipeEnd mine = pipe;
        // What a run has behind a message that was polled: nothing that comes before it is left.
        return mine == null ? at : mine.outbound().copy(into, at);
    }

    private @Nullable Message poll(PipeEnd mine) {
        Message message = mine.outbound().poll();
        long size = message == null ? 0 : message.size();
        if (size >= LARGE) {
            long left = largeQueued.addAndGet(-size);
            if (left < Far.LOW_BACKLOG && left + size >= Far.LOW_BACKLOG) {
                mine.signal(Signal.WRITABLE);
            }
        }
        return message;
    }

    private static boolean isSubscription(Message message) {
        return message.frameCount() == 1 && message.size(0) > 0 && message.array(0)[0] <= 1 && message.array(0)[0] >= 0;
    }

    @Override
    public void onDrained(Connection from) {
        if (state == State.LINGERING) {
            host.loop().execute(this::endIfHandedOver);
        }
    }

    @Override
    public void onDiscarded() {
        host.unread();
    }

    @Override
    public void onBroken() {
        if (!keeper.renews()) {
            refuseWrites();
        }
    }

    @Override
    public void onTrace(String line) {
        host.event(new SocketEvent(TRACE, endpoint, peer, null, line, 0));
    }

    @Override
    public boolean traces() {
        return host.traces();
    }

    @Override
    public void onClosed(Connection from, Ending ending, @Nullable Message untouched) {
        connection = null;
        unsent = untouched;
        // First the pattern, then the event: who acts on it must not meet a pipe that is gone.
        PipeEnd mine = pipe;
        if (mine != null && ending.wasReady()) {
            mine.connected(false);
            if (state == State.ENDED || state == State.PARTING || !keeper.renews()) {
                mine.refuseWrites();
                mine.end();
            } else {
                mine.signal(Signal.DISCONNECTED);
            }
        }
        SocketEvent.Type type = ending.wasReady() ? DISCONNECTED : HANDSHAKE_FAILED;
        host.event(new SocketEvent(type, endpoint, peer, ending.reason(), ending.detail(), 0));
        if (state == State.ENDED) {
            finish();
        } else if (state == State.PARTING) {
            end();
        } else {
            keeper.onConnectionEnded(this, ending);
        }
    }

    // ---- ending, token held

    /** Ends as soon as what is queued is handed over, at the latest after this time; negative for no limit. */
    void beginClose(CloseReason reason, long lingerNanos) {
        if (state == State.ENDED || (state == State.PARTING && lingerNanos != 0)) {
            return;
        }
        if (state == State.OPEN) {
            closeReason = reason;
            state = State.LINGERING;
        }
        host.loop().cancel(lingerTimer);
        lingerTimer = null;
        if (lingerNanos == 0) {
            end();
            return;
        }
        if (lingerNanos > 0) {
            lingerTimer = host.loop().schedule(lingerNanos, this::end);
        }
        endIfHandedOver();
        Connection current = connection;
        if (state != State.ENDED && current != null) {
            // Whoever writes the last byte now tells; if it was written before, this flush finds nothing and tells.
            current.flush();
        }
    }

    /** Takes no more messages from now on, whatever becomes of those it has. Any thread. */
    void refuseWrites() {
        PipeEnd mine = pipe;
        if (mine != null) {
            mine.refuseWrites();
        }
    }

    /** Whether the socket has its pipe. */
    boolean hasPipe() {
        return pipe != null;
    }

    /** Why it was closed; known when it has begun to close. */
    CloseReason whyClosed() {
        return closeReason;
    }

    /** Whether nobody has closed it yet. */
    boolean isOpen() {
        return state == State.OPEN;
    }

    /** Whether it only lives to hand over what is queued. */
    boolean isLingering() {
        return state == State.LINGERING;
    }

    private void endIfHandedOver() {
        PipeEnd mine = pipe;
        Connection current = connection;
        boolean queued = mine != null && !mine.outbound().isEmpty();
        if (state != State.LINGERING || queued || (current != null && !current.isDrained())) {
            return;
        }
        if (current == null || !hasSent) {
            end();
            return;
        }
        state = State.PARTING;
        host.loop().cancel(lingerTimer);
        lingerTimer = host.loop().schedule(PARTING_NANOS, this::end);
        host.loop().needsDriver();
        current.sayGoodbye();
    }

    /** Ends at once; what is queued is lost, which the socket counts. */
    void end() {
        if (state == State.ENDED) {
            return;
        }
        state = State.ENDED;
        host.loop().cancel(lingerTimer);
        refuseWrites();
        Connection current = connection;
        if (current != null) {
            current.close(closeReason, "");
        } else {
            finish();
        }
    }

    /** No thread is in a connection any more: the queues are the socket's alone. */
    private void finish() {
        PipeEnd mine = pipe;
        if (mine != null) {
            mine.end();
        }
        keeper.onSessionEnded(this);
    }
}
