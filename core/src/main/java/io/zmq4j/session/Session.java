package io.zmq4j.session;

import static io.zmq4j.event.SocketEvent.Type.DISCONNECTED;
import static io.zmq4j.event.SocketEvent.Type.HANDSHAKE_FAILED;
import static io.zmq4j.event.SocketEvent.Type.HANDSHAKE_SUCCEEDED;
import static io.zmq4j.event.SocketEvent.Type.TRACE;

import io.zmq4j.event.SocketEvent;
import io.zmq4j.loop.Chore;
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
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
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

        void onConnectionEnded(Session session, Ending ending, boolean wasReady);

        void onSessionEnded(Session session);
    }

    private enum State {
        OPEN,
        LINGERING,
        PARTING,
        ENDED
    }

    /** How long a peer may be silent after we have said goodbye, and how long one that sends heartbeats. */
    private static final long QUIET_NANOS = TimeUnit.SECONDS.toNanos(1);

    private static final long QUIET_BETWEEN_HEARTBEATS_NANOS = TimeUnit.SECONDS.toNanos(30);

    /** No close has been asked for. */
    private static final long NOT_ASKED = Long.MIN_VALUE;

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
    private final Chore settle;
    private final Runnable end = this::end;
    private final Runnable lookAtPeer = this::lookAtPeer;

    /** The linger time of a close that was asked for, and has not been begun. */
    private final AtomicLong askedLinger = new AtomicLong(NOT_ASKED);

    private volatile CloseReason askedReason = CloseReason.CLOSED_LOCALLY;

    /** Changed by the token's holder, looked at by any thread. */
    private volatile State state = State.OPEN;

    private @Nullable Timer lingerTimer;
    private @Nullable Timer partingTimer;
    /** The linger time, negative for ever, and its beginning. */
    private long lingers;

    private long lingerBegan;
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

    /**
     * Messages that were taken for a connection that broke before they had left whole: they go first on the next one. Null if
     * there are none. Changed as the above; whether there are any is looked at by any thread.
     */
    private volatile @Nullable Queue<Message> unsent;

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
        this.settle = host.loop().chore(this::settle);
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
        var made = new Connection(channel, host.loop(), host.buffers(), engineOptions(), this);
        hadConnection = true;
        awaitsRestart = subscribes;
        connection = made;
        try {
            if (made.register()) {
                made.start();
            }
        } catch (Throwable e) {
            made.fail(e);
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
        Queue<Message> rest = unsent;
        unsent = null;
        PipeEnd mine = pipe;
        if (subscribes) {
            return 0;
        }
        long count = rest == null ? 0 : rest.size();
        if (mine != null) {
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
        if (askedLinger.get() == NOT_ASKED) {
            askedReason = reason;
        }
        long asked;
        do {
            // At once is not taken back by a later one that leaves more time.
            asked = askedLinger.get();
        } while (asked != 0 && !askedLinger.compareAndSet(asked, lingerNanos));
        settle.post();
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
            Message message = unsent == null ? poll(mine) : pollUnsent();
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
        return mine == null || unsent != null ? at : mine.outbound().copy(into, at);
    }

    private @Nullable Message pollUnsent() {
        Queue<Message> rest = unsent;
        Message next = rest == null ? null : rest.poll();
        if (rest != null && rest.isEmpty()) {
            unsent = null;
        }
        return next;
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
            settle.post();
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
    public void onClosed(Connection from, Ending ending, boolean wasReady, List<Message> untouched) {
        if (connection == from) {
            keep(untouched);
            // First the pattern, then the event: whoever acts on it must not meet a pipe that is gone.
            PipeEnd mine = pipe;
            if (mine != null && wasReady) {
                mine.connected(false);
                if (state == State.ENDED || state == State.PARTING || !keeper.renews()) {
                    mine.refuseWrites();
                    mine.end();
                } else {
                    mine.signal(Signal.DISCONNECTED);
                }
            }
            // From here on it is known; what follows may be called again.
            connection = null;
            SocketEvent.Type type = wasReady ? DISCONNECTED : HANDSHAKE_FAILED;
            host.tell(type, endpoint, peer, ending.reason(), ending.detail(), 0);
        }
        if (state == State.ENDED) {
            finish();
        } else if (state == State.PARTING) {
            end();
        } else {
            keeper.onConnectionEnded(this, ending, wasReady);
        }
    }

    /** What was not sent goes before what is queued; nothing is left in the list. */
    private void keep(List<Message> untouched) {
        Queue<Message> before = unsent;
        if (!untouched.isEmpty()) {
            Queue<Message> all = new ArrayDeque<>(untouched);
            if (before != null) {
                all.addAll(before);
            }
            unsent = all;
            // This step may be taken again.
            untouched.clear();
        }
    }

    // ---- ending, token held

    private void settle() {
        long linger = askedLinger.get();
        if (linger != NOT_ASKED) {
            if (askedReason.retry()) {
                keeper.onRefused(this, askedReason);
            } else {
                beginClose(askedReason, linger);
            }
            askedLinger.compareAndSet(linger, NOT_ASKED);
        }
        endIfHandedOver();
    }

    /** Ends as soon as what is queued is handed over, at the latest after this time; negative for no limit. */
    void beginClose(CloseReason reason, long lingerNanos) {
        if (state == State.ENDED) {
            // It may have failed in the middle.
            end();
            return;
        }
        if (state == State.PARTING && lingerNanos != 0) {
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
        lingers = lingerNanos;
        lingerBegan = System.nanoTime();
        if (lingerNanos > 0) {
            lingerTimer = host.loop().schedule(lingerNanos, end);
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
        boolean queued = unsent != null || (mine != null && !mine.outbound().isEmpty());
        if (state != State.LINGERING || queued || (current != null && !current.isDrained())) {
            return;
        }
        if (current == null || !hasSent) {
            end();
            return;
        }
        partingTimer = host.loop().schedule(QUIET_NANOS, lookAtPeer);
        host.loop().cancel(lingerTimer);
        state = State.PARTING;
        host.loop().needsDriver();
        current.sayGoodbye();
    }

    /**
     * A peer that has closed is known to have everything. One that sends nothing may be left alone with it: nothing that comes
     * makes the kernel reset the connection. But a heartbeat would, so one that sends them is waited for, within the linger
     * time, unless it falls silent.
     */
    private void lookAtPeer() {
        Connection current = connection;
        if (state != State.PARTING || current == null) {
            return;
        }
        long now = System.nanoTime();
        long limit = current.isPinged() ? QUIET_BETWEEN_HEARTBEATS_NANOS : QUIET_NANOS;
        long left = limit - (now - current.heardAt());
        if (lingers >= 0) {
            left = Math.min(left, lingers - (now - lingerBegan));
        }
        if (left <= 0) {
            end();
        } else {
            partingTimer = host.loop().schedule(left, lookAtPeer);
        }
    }

    /** Ends at once; what is queued is lost, which the socket counts. Called again if it fails for want of something. */
    void end() {
        state = State.ENDED;
        host.loop().cancel(lingerTimer);
        host.loop().cancel(partingTimer);
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
