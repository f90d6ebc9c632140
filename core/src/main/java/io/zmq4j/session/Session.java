package io.zmq4j.session;

import static io.zmq4j.event.SocketEvent.Type.DISCONNECTED;
import static io.zmq4j.event.SocketEvent.Type.HANDSHAKE_FAILED;
import static io.zmq4j.event.SocketEvent.Type.HANDSHAKE_FAILED_AUTH;
import static io.zmq4j.event.SocketEvent.Type.HANDSHAKE_SUCCEEDED;
import static io.zmq4j.event.SocketEvent.Type.TRACE;

import io.zmq4j.connection.Connection;
import io.zmq4j.connection.Connection.Ending;
import io.zmq4j.event.Peer;
import io.zmq4j.event.SocketEvent;
import io.zmq4j.loop.Chore;
import io.zmq4j.loop.Timer;
import io.zmq4j.loop.Waiter;
import io.zmq4j.message.Message;
import io.zmq4j.options.MetadataText;
import io.zmq4j.options.OptionValues;
import io.zmq4j.options.SocketOptions;
import io.zmq4j.outbox.Flush;
import io.zmq4j.outbox.HeldBack;
import io.zmq4j.outbox.Run;
import io.zmq4j.pipe.Far;
import io.zmq4j.pipe.FarName;
import io.zmq4j.pipe.Pipe;
import io.zmq4j.pipe.PipeEnd;
import io.zmq4j.pipe.Signal;
import io.zmq4j.transport.Wire;
import io.zmq4j.zap.ZapRequest;
import io.zmq4j.zmtp.CloseReason;
import io.zmq4j.zmtp.SocketType.Topics;
import io.zmq4j.zmtp.engine.Engine;
import io.zmq4j.zmtp.engine.EngineOptions;
import io.zmq4j.zmtp.engine.PeerInfo;
import io.zmq4j.zmtp.mechanism.Ask;
import io.zmq4j.zmtp.mechanism.Security;
import io.zmq4j.zmtp.mechanism.Verdict;
import java.lang.invoke.VarHandle;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
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
    public interface Keeper {
        /** Whether a session of its outlives its connection. Any thread. */
        boolean renews();

        /** The socket's pattern has closed the session for a reason that passes: it holds what another one has, or failed. */
        void onRefused(Session session, CloseReason reason);

        /** A handshake is complete. */
        void onReady(Session session);

        /** A peer is there, its handshake complete, or is not there any more. By the thread that finds out; throws nothing. */
        void onPeer(Session session, boolean isThere);

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

    private final SessionHost host;
    private final Keeper keeper;
    private final String endpoint;
    private final OptionValues options;
    private final Function<EngineOptions, Engine.Factory> protocol;
    private final byte @Nullable [] assignedRoutingId;
    private final Outflow outflow;

    private final boolean publishes;
    /** See {@link SessionHost#answers}. */
    private final boolean answers;

    /** Whether the socket is told in messages that a connection has come, and that it has gone. */
    private final boolean notifies;

    private final HeldBack heldBack;
    private final Chore settle;
    private final Chore ready;
    private final Runnable end = this::end;
    private final Runnable lookAtPeer = this::lookAtPeer;

    private final AskedLinger askedLinger = new AskedLinger();

    /** Why a close was asked for: for a reason that passes, after which the keeper may begin anew, or for good. */
    private volatile @Nullable CloseReason refusedFor;

    private volatile @Nullable CloseReason closedFor;

    /** Changed by the token's holder, looked at by any thread. */
    private volatile State state = State.OPEN;

    private @Nullable Timer lingerTimer;
    private @Nullable Timer partingTimer;
    /** The linger time, negative for ever, and its beginning. */
    private long lingers;

    private long lingerBegan;
    private boolean hadConnection;
    /** Whether the socket was told of the connection that is there, and not of its end. */
    private boolean isNotified;

    /** Whether the keeper knows of a peer; changed where no other thread can be, in a handshake and at a connection's end. */
    private volatile boolean hasPeer;

    private CloseReason closeReason = CloseReason.CLOSED_LOCALLY;
    private volatile @Nullable String peer;
    private volatile @Nullable String peerType;

    /** Set before the pipe can be used, and never changed. */
    private volatile @Nullable PipeEnd pipe;

    private volatile @Nullable Connection connection;

    /** Takes back the question about the connection's peer. */
    private volatile @Nullable Runnable withdraw;

    public Session(
            SessionHost host,
            Keeper keeper,
            String endpoint,
            OptionValues options,
            Function<EngineOptions, Engine.Factory> protocol,
            byte @Nullable [] assignedRoutingId) {
        this.protocol = protocol;
        this.host = host;
        this.heldBack = new HeldBack(host, this::isIdle, this::flush, this::endRun);
        this.keeper = keeper;
        this.endpoint = endpoint;
        this.options = options;
        this.assignedRoutingId = assignedRoutingId;
        this.outflow = new Outflow(host.type().topics() == Topics.SUBSCRIBES);
        this.settle = host.loop().chore(this::settle);
        this.ready = host.loop().chore(() -> keeper.onReady(this));
        this.publishes = host.type().topics() == Topics.PUBLISHES;
        this.answers = host.answers();
        this.notifies = options.has(SocketOptions.STREAM_NOTIFY) && options.get(SocketOptions.STREAM_NOTIFY);
    }

    /** Makes the pipe before there is a connection, as a connect does. */
    public void openPipe() {
        PipeEnd made = host.newPipe(this, options, assignedRoutingId);
        pipe = made;
        outflow.pipe(made);
        made.signal(Signal.ATTACH);
    }

    /** Takes up a link. */
    public void begin(Wire wire, String peerText) {
        peer = peerText;
        outflow.begin(hadConnection);
        var made = new Connection(wire, host.loop(), host.buffers(), protocol.apply(engineOptions()), outflow, this);
        hadConnection = true;
        connection = made;
        try {
            if (made.open()) {
                made.start();
            }
        } catch (Throwable e) {
            made.fail(e);
        }
    }

    private EngineOptions engineOptions() {
        Security security = options.get(SocketOptions.SECURITY);
        Duration interval = options.get(SocketOptions.HEARTBEAT_IVL);
        Duration timeout = options.get(SocketOptions.HEARTBEAT_TIMEOUT);
        return new EngineOptions(
                host.type(),
                options.getOrDefault(SocketOptions.ROUTING_ID),
                options.get(SocketOptions.MAXMSGSIZE),
                options.get(SocketOptions.HANDSHAKE_IVL),
                interval,
                options.get(SocketOptions.HEARTBEAT_TTL),
                timeout.isNegative() ? interval : timeout,
                security,
                authenticates(security),
                MetadataText.parse(options.get(SocketOptions.METADATA)));
    }

    /**
     * Whether somebody decides about the peer. With a domain that is so, and if nobody is there to be asked nobody comes in, unless
     * that was asked for; without one, only what is a server asks, and only if there is anybody.
     */
    private boolean authenticates(Security security) {
        boolean hasDomain = !options.get(SocketOptions.ZAP_DOMAIN).isEmpty();
        if (hasDomain && options.get(SocketOptions.ZAP_ENFORCE_DOMAIN)) {
            return true;
        }
        return (hasDomain || security.isServer()) && host.hasDecider();
    }

    // ---- Far: the socket's side

    @Override
    public Flush onWritten(Message message) {
        long size = message.size();
        outflow.onWritten(size);
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
        return outflow.takeLost();
    }

    @Override
    public FarName name() {
        return new FarName(endpoint, peer, peerType);
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
        return connection == null ? 0 : outflow.backlog();
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
            refusedFor = reason;
        } else if (closedFor == null) {
            closedFor = reason;
        }
        askedLinger.ask(lingerNanos);
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
        String peerText = describe(info);
        PipeEnd mine = pipe;
        boolean isRenewed = mine != null;
        if (mine == null) {
            mine = host.newPipe(this, options, assignedRoutingId);
            pipe = mine;
            outflow.pipe(mine);
        }
        boolean done = false;
        try {
            connect(mine, info, isRenewed);
            done = true;
        } finally {
            if (!done) {
                // The connection ends as one that never was ready, and nothing would say so to the pattern.
                mine.connected(false);
                mine.signal(Signal.DISCONNECTED);
            }
        }
        peerIsThere(true);
        host.tell(HANDSHAKE_SUCCEEDED, endpoint, peer, null, peerText, 0);
        ready.post();
        return mine;
    }

    /** Before the event, which makes those look who wait for it. */
    private void peerIsThere(boolean isThere) {
        if (hasPeer != isThere) {
            hasPeer = isThere;
            keeper.onPeer(this, isThere);
        }
    }

    private void connect(PipeEnd mine, PeerInfo info, boolean isRenewed) {
        Peer who = new Peer(
                endpoint,
                peer,
                info.socketType(),
                info.routingId(),
                info.version(),
                info.mechanism(),
                info.userId(),
                info.metadata());
        mine.peer(who);
        peerType = info.socketType();
        mine.connected(true);
        if (publishes) {
            mine.deliverRestart();
        }
        // After that mark, at which the subscriptions of the peer before end, and end in that one's name.
        mine.deliverSender(who);
        // Inside the gate, so that no message can be signalled before the pipe it came through; and before the event.
        mine.signal(isRenewed ? Signal.CONNECTED : Signal.CONNECTED | Signal.ATTACH);
        if (answers && isRenewed) {
            // After the signal: until it reads the mark, the pattern knows the new peer and reads what the one before
            // sent.
            mine.deliverRestarts();
        }
        if (notifies) {
            notify(mine, true);
        }
    }

    /** By who delivers: inside the gate, or when nobody can be there any more. What came before is read before. */
    private void notify(PipeEnd mine, boolean isThere) {
        mine.deliver(Pipe.NOTICE);
        isNotified = isThere;
        VarHandle.fullFence();
        mine.afterDelivery();
    }

    private static String describe(PeerInfo info) {
        return info.version() == null ? "no handshake" : info.socketType() + " over ZMTP " + info.version();
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
    public void onQuestion(Connection from, Ask.Authenticate question, Consumer<Verdict> answer) {
        var request = new ZapRequest(
                options.get(SocketOptions.ZAP_DOMAIN),
                NumericHost.of(peer),
                options.getOrDefault(SocketOptions.ROUTING_ID),
                options.get(SocketOptions.SECURITY).mechanism(),
                question.credentials());
        withdraw = host.decide(request, answer);
    }

    @Override
    public Executor workers() {
        return host.workers();
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
            Runnable question = withdraw;
            if (question != null) {
                question.run();
            }
            outflow.keep(untouched);
            // First the pattern, then the event: a thread that acts on it must not meet a pipe that is gone.
            PipeEnd mine = pipe;
            if (mine != null && isNotified && state == State.OPEN) {
                notify(mine, false);
            }
            if (mine != null && wasReady) {
                mine.connected(false);
                if (state == State.ENDED || state == State.PARTING || !keeper.renews()) {
                    mine.refuseWrites();
                    mine.end();
                } else {
                    mine.signal(Signal.DISCONNECTED);
                }
            }
            peerIsThere(false);
            // From here on it is known; what follows may be called again.
            connection = null;
            host.tell(type(ending, wasReady), endpoint, peer, ending.reason(), ending.detail(), ending.status());
        }
        if (state == State.ENDED) {
            finish();
        } else if (state == State.PARTING) {
            end();
        } else {
            keeper.onConnectionEnded(this, ending, wasReady);
        }
    }

    private static SocketEvent.Type type(Ending ending, boolean wasReady) {
        if (wasReady) {
            return DISCONNECTED;
        }
        return ending.reason() == CloseReason.AUTHENTICATION_FAILED ? HANDSHAKE_FAILED_AUTH : HANDSHAKE_FAILED;
    }

    // ---- ending, token held

    private void settle() {
        if (askedLinger.isAsked()) {
            long linger = askedLinger.nanos();
            CloseReason forGood = closedFor;
            CloseReason passing = refusedFor;
            if (forGood == null && passing != null) {
                keeper.onRefused(this, passing);
            } else {
                beginClose(forGood == null ? CloseReason.CLOSED_LOCALLY : forGood, linger);
            }
            askedLinger.done(linger);
        }
        endIfHandedOver();
    }

    /** Ends as soon as what is queued is handed over, at the latest after this time; negative for no limit. */
    public void beginClose(CloseReason reason, long lingerNanos) {
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
            // The thread that writes the last byte now tells; if it was written before, this flush finds nothing and
            // tells.
            current.flush();
        }
    }

    /** Takes no more messages from now on, whatever becomes of those it has. Any thread. */
    public void refuseWrites() {
        PipeEnd mine = pipe;
        if (mine != null) {
            mine.refuseWrites();
        }
    }

    /** Whether the socket has its pipe. */
    public boolean hasPipe() {
        return pipe != null;
    }

    /** Why it was closed; known when it has begun to close. */
    public CloseReason whyClosed() {
        return closeReason;
    }

    /** Whether nobody has closed it yet. */
    public boolean isOpen() {
        return state == State.OPEN;
    }

    /** Whether it only lives to hand over what is queued. */
    public boolean isLingering() {
        return state == State.LINGERING;
    }

    private void endIfHandedOver() {
        Connection current = connection;
        if (state != State.LINGERING || !outflow.isEmpty() || (current != null && !current.isDrained())) {
            return;
        }
        if (current == null || !outflow.hasSent()) {
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
        // Before the goodbye has left, the peer's silence says nothing.
        long left = current.hasSaidGoodbye() ? limit - (now - current.heardAt()) : QUIET_NANOS;
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
