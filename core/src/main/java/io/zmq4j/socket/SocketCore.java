package io.zmq4j.socket;

import static io.zmq4j.options.SocketOptions.CONFLATE;
import static io.zmq4j.options.SocketOptions.IMMEDIATE;
import static io.zmq4j.options.SocketOptions.LINGER;
import static io.zmq4j.options.SocketOptions.RCVHWM;
import static io.zmq4j.options.SocketOptions.RCVTIMEO;
import static io.zmq4j.options.SocketOptions.ROUTING_ID;
import static io.zmq4j.options.SocketOptions.SECURITY;
import static io.zmq4j.options.SocketOptions.SNDHWM;
import static io.zmq4j.options.SocketOptions.SNDTIMEO;
import static io.zmq4j.socket.Waiters.Kind.RECEIVER;
import static io.zmq4j.socket.Waiters.Kind.SENDER;
import static io.zmq4j.socket.Waiters.Kind.WATCHER;

import io.zmq4j.connection.BufferPool;
import io.zmq4j.error.RequestFailedException;
import io.zmq4j.error.SocketClosedException;
import io.zmq4j.error.SocketStateException;
import io.zmq4j.error.WaitInterruptedException;
import io.zmq4j.error.WaitTimeoutException;
import io.zmq4j.event.DropCounters;
import io.zmq4j.event.DropReason;
import io.zmq4j.event.Peer;
import io.zmq4j.event.Received;
import io.zmq4j.event.Registration;
import io.zmq4j.event.SocketEvent;
import io.zmq4j.event.SocketStatistics;
import io.zmq4j.inproc.InprocHost;
import io.zmq4j.loop.Loop;
import io.zmq4j.message.Message;
import io.zmq4j.notice.SocketNotices;
import io.zmq4j.options.OptionValues;
import io.zmq4j.options.SocketOption;
import io.zmq4j.options.SocketOptions;
import io.zmq4j.outbox.FlushPace;
import io.zmq4j.pattern.Addressing;
import io.zmq4j.pattern.Answering;
import io.zmq4j.pattern.Numbering;
import io.zmq4j.pattern.Row;
import io.zmq4j.pattern.Subscribing;
import io.zmq4j.pattern.Topics;
import io.zmq4j.pattern.Traits;
import io.zmq4j.pipe.Far;
import io.zmq4j.pipe.PipeEnd;
import io.zmq4j.pipe.PipeOwner;
import io.zmq4j.pipe.PipeQueue;
import io.zmq4j.session.SessionHost;
import io.zmq4j.snapshot.ConnectionTotals;
import io.zmq4j.snapshot.SocketSnapshot;
import io.zmq4j.transport.OpenEndpoint;
import io.zmq4j.transport.spi.Directory;
import io.zmq4j.zap.ZapRequest;
import io.zmq4j.zmtp.CloseReason;
import io.zmq4j.zmtp.SocketType;
import io.zmq4j.zmtp.mechanism.Verdict;
import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The one machine under every socket: options, endpoints, waiting, events, its end. What to do with a message is the
 * pattern's affair, which stands under its own lock in {@link LockedPattern}; how a thread waits is in {@link Waiting}.
 */
public final class SocketCore implements SessionHost, InprocHost {
    /** A deadline further away could not be told from one that is over. */
    private static final long LONGEST_REQUEST_NANOS = Long.MAX_VALUE / 4;

    private final ContextCore context;
    /** Which of the context's sockets it is. */
    private final long id;

    private final long openedAt = System.nanoTime();
    private final Row row;
    private final SocketType type;
    /** Whether a message that no peer takes at once waits for one that does. */
    private final boolean waitsForAnyPeer;

    private final OptionValues options;
    private final DropCounters drops = new DropCounters(this::onDropped);
    private final SocketNotices notices;
    private final EventHub events;
    private final Monitors monitors = new Monitors();
    private final Trouble trouble = new Trouble(this::lastEndpoint);
    private final ConnectionCounters connectionCounters = new ConnectionCounters();
    private final Endpoints endpoints;
    private final Waiting waiting;
    private final Async async;
    private final SocketRecords records;
    private final LockedPattern pattern;
    private final ReentrantLock requestLock = new ReentrantLock();
    private final ReentrantLock loopLock = new ReentrantLock();
    private final AtomicReference<@Nullable ServerCore> server = new AtomicReference<>();
    private volatile @Nullable Loop loop;
    /** An endpoint has a step to take again and no loop for it. */
    private volatile boolean behind;

    private volatile String name = "";
    private volatile WeakReference<@Nullable Object> lifeline = new WeakReference<>(null);
    /** What the application has of this socket; null if it never had anything. Written with this object's lock. */
    private volatile @Nullable WeakReference<Object> face;
    /** Every step of closing has been taken, and the rest comes by itself. */
    private volatile boolean isClosing;

    SocketCore(ContextCore context, long id, Row row, OptionValues options) {
        this.context = context;
        this.id = id;
        this.row = row;
        this.type = row.type();
        this.notices = context.notices().of(this::title);
        this.waitsForAnyPeer = row.traits().sending() == Traits.Sending.WAITS;
        this.options = options;
        this.events = new EventHub(context.threadsFor("events"), notices);
        this.endpoints = new Endpoints(this);
        this.records = new SocketRecords(
                context.jfr(),
                id,
                this::title,
                this::lastEndpoint,
                () -> options.get(SECURITY).mechanism(),
                this::peerCount);
        this.pattern = new LockedPattern(row, options, drops, records);
        this.waiting = new Waiting(this, pattern, Thread::yield);
        this.async = new Async(this, context.workers());
    }

    /**
     * What must be reachable for the socket not to count as lost. A call that waits holds it: its caller may have nothing
     * else of the socket any more.
     */
    public void lifeline(Object held) {
        lifeline = new WeakReference<>(held);
    }

    /** Null if the socket is lost, or the library opened it for itself. */
    public @Nullable Object lifeline() {
        return lifeline.get();
    }

    /** What the application has of this socket, from now on. Not held: a socket that nobody can close must be found lost. */
    public void face(Object made) {
        synchronized (this) {
            face = new WeakReference<>(made);
        }
        if (context.isOver()) {
            // Opened in the moment of a shutdown, which has not known it for an application's.
            shutDown();
        }
        context.changed();
    }

    /**
     * What the application has of this socket, made anew if it let go of it and a call still waits; null if nobody has it any
     * more, or the library opened it for itself.
     */
    public synchronized @Nullable Object face(Function<SocketCore, Object> maker) {
        if (face == null) {
            return null;
        }
        Object there = face.get();
        if (there != null) {
            return there;
        }
        // Else it is lost, and about to be closed.
        return lifeline() == null ? null : maker.apply(this);
    }

    /** Whether the application opened it, and not the library for itself. */
    public boolean isApplications() {
        return face != null;
    }

    // ---- sending and receiving

    public void send(Message message) {
        Objects.requireNonNull(message, "message");
        if (pattern.trySend(message)) {
            relieve(message);
        } else {
            sendInTime(message);
        }
    }

    /** Sends if that is possible now, by a thread that does as {@link LockedPattern#trySendWithMore} says. */
    boolean trySendWithMore(Message message) {
        boolean sent = pattern.trySendWithMore(message);
        if (sent) {
            relieve(message);
        }
        return sent;
    }

    private void relieve(Message sent) {
        PipeEnd backlogged = pattern.takeBacklogged();
        if (backlogged != null && waitsForRoom()) {
            waiting.relieve(backlogged, sent.size());
        }
    }

    private void sendInTime(Message message) {
        Duration timeout = options.get(SNDTIMEO);
        if (!sendWaiting(message, nanos(timeout))) {
            throw new WaitTimeoutException("no peer of the " + type + " socket could take the message within SNDTIMEO, "
                    + timeout.toMillis() + " ms");
        }
    }

    public boolean trySend(Message message) {
        Objects.requireNonNull(message, "message");
        if (pattern.trySend(message)) {
            return true;
        }
        waiting.advance();
        return pattern.trySend(message);
    }

    public boolean send(Message message, Duration timeout) {
        Objects.requireNonNull(message, "message");
        Objects.requireNonNull(timeout, "timeout");
        return pattern.trySend(message) || sendWaiting(message, nanos(timeout));
    }

    /** Whether a send waits for a peer that is slow, for as long as it takes, instead of dropping. */
    private boolean waitsForRoom() {
        return waitsForAnyPeer && options.get(SNDTIMEO).isNegative();
    }

    private boolean sendWaiting(Message message, long nanos) {
        return await(SENDER, nanos, () -> pattern.trySend(message) ? Boolean.TRUE : null) != null;
    }

    private <T> @Nullable T await(Waiters.Kind kind, long nanos, Supplier<@Nullable T> attempt) {
        Object held = lifeline();
        try {
            return waiting.await(kind, nanos, attempt);
        } finally {
            Reference.reachabilityFence(held);
        }
    }

    public Message receive() {
        checkNotServed();
        Message message = pattern.tryReceive();
        if (message != null) {
            waiting.cameAtOnce();
            return message;
        }
        Duration timeout = options.get(RCVTIMEO);
        message = await(RECEIVER, nanos(timeout), pattern::tryReceive);
        if (message == null) {
            throw nothingCame(timeout);
        }
        return message;
    }

    private WaitTimeoutException nothingCame(Duration timeout) {
        return new WaitTimeoutException(
                "no message came to the " + type + " socket within RCVTIMEO, " + timeout.toMillis() + " ms");
    }

    public @Nullable Message tryReceive() {
        checkNotServed();
        Message message = pattern.tryReceive();
        if (message == null) {
            waiting.advance();
            message = pattern.tryReceive();
        }
        return message;
    }

    public @Nullable Message receive(Duration timeout) {
        checkNotServed();
        Objects.requireNonNull(timeout, "timeout");
        Message message = pattern.tryReceive();
        return message != null ? message : await(RECEIVER, nanos(timeout), pattern::tryReceive);
    }

    public Received receiveFrom() {
        checkNotServed();
        Received received = pattern.tryReceiveFrom();
        if (received != null) {
            waiting.cameAtOnce();
            return received;
        }
        Duration timeout = options.get(RCVTIMEO);
        received = await(RECEIVER, nanos(timeout), pattern::tryReceiveFrom);
        if (received == null) {
            throw nothingCame(timeout);
        }
        return received;
    }

    public @Nullable Received tryReceiveFrom() {
        checkNotServed();
        Received received = pattern.tryReceiveFrom();
        if (received == null) {
            waiting.advance();
            received = pattern.tryReceiveFrom();
        }
        return received;
    }

    public @Nullable Received receiveFrom(Duration timeout) {
        checkNotServed();
        Objects.requireNonNull(timeout, "timeout");
        Received received = pattern.tryReceiveFrom();
        return received != null ? received : await(RECEIVER, nanos(timeout), pattern::tryReceiveFrom);
    }

    /** What is taken from a server, it does not answer; and a REP whose request was taken by another reads no more. */
    private void checkNotServed() {
        if (server.get() != null) {
            throw new SocketStateException(
                    type + " socket is served by a handler, which gets its messages: stop the server first");
        }
    }

    /** Whether a message can be received without waiting. */
    public boolean canReceive() {
        checkNotServed();
        if (pattern.canReceive()) {
            return true;
        }
        waiting.advance();
        return pattern.canReceive();
    }

    /** Whether a message can be sent without waiting. */
    public boolean canSend() {
        if (pattern.canSend()) {
            return true;
        }
        waiting.advance();
        return pattern.canSend();
    }

    /** Has the action run whenever one of these answers may be another one. */
    public Registration onReady(Runnable action) {
        return Readiness.begin(this, action);
    }

    /** Moves what can be moved without waiting. */
    void advance() {
        waiting.advance();
    }

    public CompletableFuture<Void> sendAsync(Message message) {
        return async.send(Objects.requireNonNull(message, "message"));
    }

    public CompletableFuture<Message> receiveAsync() {
        checkNotServed();
        return async.receive();
    }

    /** The time of a wait in nanoseconds; {@link Long#MAX_VALUE} for ever, which a negative one means. */
    public static long nanos(Duration timeout) {
        Objects.requireNonNull(timeout, "timeout");
        if (timeout.isNegative()) {
            return Long.MAX_VALUE;
        }
        return timeout.toSeconds() > Long.MAX_VALUE / 2_000_000_000L ? Long.MAX_VALUE : timeout.toNanos();
    }

    // ---- what some patterns can do; the typed faces see to it that theirs can

    /** Asks and waits for the reply; fails with a {@link RequestFailedException}. */
    public Message request(Message message, Duration patience, int tries) {
        Objects.requireNonNull(message, "request");
        Objects.requireNonNull(patience, "patience");
        if (patience.isNegative() || patience.isZero() || tries < 1) {
            throw new IllegalArgumentException(
                    "patience is " + patience + ", tries is " + tries + ": both must be positive");
        }
        try {
            requestLock.lockInterruptibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new WaitInterruptedException("interrupted while another thread's request was under way");
        }
        Object held = lifeline();
        try {
            return new Request(pattern, waiting, trouble, message).run(nanos(patience), tries);
        } finally {
            requestLock.unlock();
            Reference.reachabilityFence(held);
        }
    }

    public CompletableFuture<Message> requestAsync(Message message, Duration timeout) {
        Objects.requireNonNull(message, "request");
        Objects.requireNonNull(timeout, "timeout");
        if (timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException("timeout is " + timeout + ": it must be positive");
        }
        return async.request(message, Math.min(nanos(timeout), LONGEST_REQUEST_NANOS));
    }

    public int outstandingRequests() {
        return async.outstanding();
    }

    public int maxOutstanding() {
        return async.mostOutstanding();
    }

    public void maxOutstanding(int count) {
        if (count < 1) {
            throw new IllegalArgumentException("count is " + count + ": at least 1 request must be allowed");
        }
        pattern.checkOpen();
        async.mostOutstanding(count);
    }

    /** Has a worker take what comes to a REP or ROUTER, and answer it. */
    public ServerCore serve(Serving serving) {
        pattern.checkOpen();
        boolean owes = pattern.locked(kind -> kind instanceof Answering rep && rep.owesReply());
        if (owes) {
            throw new SocketStateException(type + " has a request to answer: send the reply before it is served");
        }
        var made = new ServerCore(this, waiting, serving);
        if (!server.compareAndSet(null, made)) {
            throw new SocketStateException(type + " socket is served already: stop its server first");
        }
        boolean begun = false;
        try {
            context.begin(made);
            begun = true;
            return made;
        } finally {
            if (!begun) {
                readerEnds(made);
                context.ended(made);
            }
        }
    }

    /** Another one may read. */
    void readerEnds(ServerCore ended) {
        server.compareAndSet(ended, null);
    }

    /** A REP gives no answer to the last request, if it owes one. */
    void forgoReply() {
        try {
            pattern.locked(rep -> {
                ((Answering) rep).forgo();
                return true;
            });
        } catch (SocketClosedException e) {
            // Nobody is owed anything any more.
        }
    }

    public void subscribe(byte[] topic) {
        byte[] own = Objects.requireNonNull(topic, "topic").clone();
        pattern.locked(kind -> {
            ((Subscribing) kind).subscribe(own);
            return true;
        });
    }

    public void unsubscribe(byte[] topic) {
        byte[] own = Objects.requireNonNull(topic, "topic").clone();
        pattern.locked(kind -> {
            ((Subscribing) kind).unsubscribe(own);
            return true;
        });
    }

    public int topicCount() {
        return pattern.locked(kind -> ((Topics) kind).topicCount());
    }

    public boolean hasPeer(byte[] routingId) {
        Objects.requireNonNull(routingId, "routingId");
        return pattern.locked(kind -> ((Addressing) kind).hasPeer(routingId));
    }

    public boolean canSend(byte[] routingId) {
        Objects.requireNonNull(routingId, "routingId");
        if (pattern.locked(kind -> ((Addressing) kind).canSend(routingId))) {
            return true;
        }
        waiting.advance();
        return pattern.locked(kind -> ((Addressing) kind).canSend(routingId));
    }

    public @Nullable Peer peer(byte[] routingId) {
        Objects.requireNonNull(routingId, "routingId");
        return pattern.<@Nullable Peer>locked(kind -> ((Addressing) kind).peer(routingId));
    }

    /** Connects a socket that numbers its peers, and gives the routing id of the one that will be there: usable at once. */
    public byte[] connectPeer(String endpoint) {
        Objects.requireNonNull(endpoint, "endpoint");
        if (options.get(IMMEDIATE)) {
            throw new SocketStateException(type + " has IMMEDIATE, so that nobody is there before the handshake, and no"
                    + " routing id is: unset it first");
        }
        byte[] routingId = pattern.locked(kind -> ((Numbering) kind).newRoutingId());
        endpoints.connect(endpoint, routingId);
        return routingId;
    }

    /** Gives up one peer of a socket that numbers them. */
    public void dismiss(byte[] routingId) {
        pattern.locked(kind -> {
            ((Numbering) kind).dismiss(routingId);
            return true;
        });
    }

    // ---- endpoints

    public Attached bind(String endpoint) {
        Objects.requireNonNull(endpoint, "endpoint");
        pattern.checkOpen();
        return endpoints.bind(endpoint);
    }

    public Attached connect(String endpoint) {
        Objects.requireNonNull(endpoint, "endpoint");
        pattern.checkOpen();
        return endpoints.connect(endpoint);
    }

    public Attached connect(Directory directory) {
        Objects.requireNonNull(directory, "directory");
        pattern.checkOpen();
        return endpoints.connect(directory);
    }

    Endpoints endpoints() {
        return endpoints;
    }

    public void unbind(String endpoint) {
        Objects.requireNonNull(endpoint, "endpoint");
        pattern.checkOpen();
        endpoints.unbind(endpoint);
    }

    public void disconnect(String endpoint) {
        Objects.requireNonNull(endpoint, "endpoint");
        pattern.checkOpen();
        endpoints.disconnect(endpoint);
    }

    public String lastEndpoint() {
        return endpoints.last();
    }

    /** The loop of this socket's connections, chosen when the first one is wanted. */
    @Override
    public Loop loop() {
        Loop chosen = loop;
        if (chosen == null) {
            loopLock.lock();
            try {
                chosen = loop;
                if (chosen == null) {
                    chosen = context.chooseLoop();
                    loop = chosen;
                }
            } finally {
                loopLock.unlock();
            }
            // A thread that waits for this socket without the loop now has one to drive.
            pattern.wake();
        }
        return chosen;
    }

    /** Those who wait are woken, once: from now on they look again and again. */
    @Override
    public void isBehind() {
        if (!behind) {
            behind = true;
            pattern.wake();
        }
    }

    /** Has the endpoints take the steps again that failed; false if that failed too, and is to be tried again soon. */
    boolean catchUp() {
        if (!behind) {
            return true;
        }
        // In this order: what falls behind meanwhile is not forgotten.
        behind = false;
        boolean isDone = endpoints.catchUp();
        if (!isDone) {
            behind = true;
        }
        return isDone;
    }

    LockedPattern pattern() {
        return pattern;
    }

    @Nullable
    Loop loopIfAny() {
        return loop;
    }

    Trouble trouble() {
        return trouble;
    }

    SocketRecords records() {
        return records;
    }

    public ContextCore context() {
        return context;
    }

    OptionValues options() {
        return options;
    }

    long lingerNanos() {
        if (!pattern.wantsLinger()) {
            return 0;
        }
        Duration linger = options.get(LINGER);
        return linger.isNegative() ? -1 : nanos(linger);
    }

    @Override
    public Executor resolver() {
        return context.executor();
    }

    @Override
    public Executor workers() {
        return context.turns();
    }

    @Override
    public boolean hasDecider() {
        return context.zap().hasHandler();
    }

    @Override
    public Runnable decide(ZapRequest request, Consumer<Verdict> answer) {
        return context.zap().ask(request, answer);
    }

    @Override
    public BufferPool buffers() {
        return context.buffers();
    }

    @Override
    public FlushPace pace() {
        return pattern.pace();
    }

    @Override
    public PipeEnd newPipe(Far far, OptionValues endpointOptions, byte @Nullable [] assignedRoutingId) {
        var inbound = new PipeQueue(options.get(RCVHWM), conflatesInbound(endpointOptions), drops);
        var outbound = new PipeQueue(options.get(SNDHWM), conflatesOutbound(endpointOptions), drops);
        var pipe = new PipeEnd(pattern, inbound, outbound, assignedRoutingId);
        pipe.far(far);
        if (type.topics() == SocketType.Topics.PUBLISHES) {
            pipe.publishes();
        }
        return pipe;
    }

    @Override
    public boolean takesAnotherPeer() {
        return !row.traits().hasOnePeer() || !pattern.hasPresent();
    }

    @Override
    public void unread() {
        drops.add(DropReason.UNREAD_AT_CLOSE, 1);
    }

    @Override
    public void lostInTransport(long count) {
        drops.add(DropReason.LOST_IN_TRANSPORT, count);
    }

    @Override
    public void endpointGivenUp(OpenEndpoint endpoint) {
        endpoints.forget(endpoint);
    }

    @Override
    public void endpointEnded(OpenEndpoint endpoint) {
        endpoints.ended(endpoint);
        endIfDone();
    }

    @Override
    public boolean tryLocked(BooleanSupplier action) {
        return pattern.tryLocked(action);
    }

    // ---- inproc

    @Override
    public PipeOwner pipeOwner() {
        return pattern;
    }

    @Override
    public int sendHighWaterMark() {
        return options.get(SNDHWM);
    }

    @Override
    public int receiveHighWaterMark() {
        return options.get(RCVHWM);
    }

    /** Messages alone: subscriptions, which come to a socket that does not receive and go from one that does not send, all count. */
    @Override
    public boolean conflatesInbound(OptionValues endpointOptions) {
        return row.traits().receives() && endpointOptions.getOrDefault(CONFLATE);
    }

    @Override
    public boolean conflatesOutbound(OptionValues endpointOptions) {
        return row.traits().sends() && endpointOptions.getOrDefault(CONFLATE);
    }

    @Override
    public DropCounters drops() {
        return drops;
    }

    @Override
    public byte[] announcedRoutingId(OptionValues endpointOptions) {
        return type.announcesIdentity() ? endpointOptions.getOrDefault(ROUTING_ID) : new byte[0];
    }

    // ---- name, options, events, counters

    /** Which of its context's sockets it is, in the order in which they were opened, from 1. */
    public long id() {
        return id;
    }

    public String name() {
        return name;
    }

    public void name(String given) {
        Name.check(given);
        pattern.checkOpen();
        name = given;
        context.changed();
    }

    /** Whether one of its endpoints takes whoever reaches it, from other machines as well. */
    public boolean isUnprotected() {
        return endpoints.isUnprotected();
    }

    /** A thread for a part of the context's work that the caller looks after. */
    public Thread newThread(String part, Runnable task) {
        return context.threadsFor(part).newThread(task);
    }

    @Override
    public SocketType type() {
        return type;
    }

    Row row() {
        return row;
    }

    @Override
    public boolean sends() {
        return row.traits().sends();
    }

    @Override
    public boolean answers() {
        return row.traits().answers();
    }

    public <T> void set(SocketOption<T> option, T value) {
        pattern.checkNotClosed();
        options.set(option, value);
        afterSet(option);
    }

    public <T> T get(SocketOption<T> option) {
        return options.get(option);
    }

    public void set(String name, String value) {
        pattern.checkNotClosed();
        options.set(name, value);
        afterSet(SocketOptions.named(name));
    }

    private void afterSet(SocketOption<?> option) {
        if (option == SNDHWM || option == RCVHWM) {
            pattern.highWaterMarks(options.get(RCVHWM), options.get(SNDHWM));
        }
    }

    public int peerCount() {
        return pattern.peerCount();
    }

    public boolean awaitPeer(Duration timeout) {
        return await(WATCHER, nanos(timeout), () -> hasUsefulPeer() ? Boolean.TRUE : null) != null;
    }

    boolean awaitPeer(Attached endpoint, Duration timeout) {
        pattern.checkOpen();
        return Boolean.TRUE.equals(
                await(WATCHER, nanos(timeout), () -> pattern.<@Nullable Boolean>locked(kind -> endpoint.outcome())));
    }

    /** What was closed, or given up, is waited for no longer. */
    void endpointClosed() {
        pattern.wake();
    }

    private boolean hasUsefulPeer() {
        return pattern.locked(kind -> pattern.peerCount() > 0 && kind.hasAudience());
    }

    public Registration onEvent(Consumer<SocketEvent> listener, boolean withTraces) {
        Objects.requireNonNull(listener, "listener");
        pattern.checkNotClosed();
        return events.add(listener, withTraces);
    }

    public String monitor(String endpoint, int wanted) {
        return monitor(endpoint, Integer.toUnsignedLong(wanted) & 0xFFFF, 1, SocketType.PAIR);
    }

    public String monitor(String endpoint, long wanted, int version, SocketType type) {
        Objects.requireNonNull(endpoint, "endpoint");
        Objects.requireNonNull(type, "type");
        pattern.checkOpen();
        return monitors.start(this, endpoint, wanted, MonitorFormat.of(version), type);
    }

    public int monitorPipes() {
        pattern.checkOpen();
        return monitors.tellOfPipes(statistics().peers());
    }

    /** What is bound now, with real ports and paths. */
    List<String> boundEndpoints() {
        return endpoints.bound();
    }

    @Override
    public void event(SocketEvent event) {
        try {
            connectionCounters.note(event);
            trouble.note(event);
            tellAll(event);
        } finally {
            pattern.wake();
        }
    }

    ConnectionTotals connectionTotals() {
        return connectionCounters.totals();
    }

    private void tellAll(SocketEvent event) {
        records.hear(event);
        events.tell(event);
        if (isApplications()) {
            remember(event);
        }
    }

    private void remember(SocketEvent event) {
        try {
            context.eventLog().add(id, title(), event);
        } catch (OutOfMemoryError e) {
            // Its listeners have it, and so much memory is needed for something else.
        }
    }

    /** Nobody who waits is concerned, and the thread may have the socket's lock. */
    private void onDropped(DropReason reason, long count) {
        try {
            tellAll(new SocketEvent(SocketEvent.Type.DROPPED, "", null, null, reason.name(), count));
        } catch (Error e) {
            events.leftOut();
        }
    }

    @Override
    public void eventLeftOut() {
        events.leftOut();
        pattern.wake();
    }

    @Override
    public boolean traces() {
        return events.traces();
    }

    public Map<DropReason, Long> dropped() {
        return drops.snapshot();
    }

    public SocketStatistics statistics() {
        return pattern.statistics();
    }

    /** How it stands, for whoever watches the context; looking changes nothing. */
    public SocketSnapshot snapshot() {
        Map<String, String> changed = new HashMap<>();
        for (SocketOption<?> option : SocketOptions.all()) {
            if (options.has(option) && !options.isDefault(option)) {
                changed.put(option.name(), options.format(option));
            }
        }
        return new SocketSnapshot(
                id,
                type.name(),
                name,
                Duration.ofNanos(System.nanoTime() - openedAt),
                endpoints.open().stream().map(Attached::snapshot).toList(),
                sendHighWaterMark(),
                receiveHighWaterMark(),
                pattern.waiting(SENDER),
                pattern.waiting(RECEIVER),
                statistics(),
                changed,
                connectionTotals());
    }

    // ---- the end

    @Override
    public boolean isClosed() {
        return pattern.isClosed();
    }

    /** Every call that waits ends, and so does every later one; what was sent goes on, until the socket is closed. */
    void shutDown() {
        pattern.shutDown();
    }

    /** If a step fails, such as for want of memory, the others are taken all the same; a second call takes all again. */
    public void close() {
        if (!isClosing) {
            beginClosing();
            isClosing = true;
        }
        endIfDone();
    }

    private void beginClosing() {
        List<PipeEnd> open = pattern.close();
        long linger = lingerNanos();
        try {
            close(open, linger);
        } finally {
            try {
                endpoints.close(linger);
            } finally {
                async.close();
            }
        }
    }

    /** One that fails keeps no other from being closed. */
    private static void close(List<PipeEnd> pipes, long linger) {
        Error failure = null;
        for (PipeEnd pipe : pipes) {
            try {
                pipe.close(CloseReason.CLOSED_LOCALLY, linger);
            } catch (Error e) {
                failure = e;
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    /** Gives up what is still being handed over. */
    void abort() {
        try {
            close();
        } finally {
            endpoints.close(0);
            endIfDone();
        }
    }

    /** For people: type, endpoints, and how each of them stands. */
    @Override
    public String toString() {
        if (isClosed()) {
            return title() + " [closed]";
        }
        return endpoints.open().stream().map(Attached::toString).collect(Collectors.joining("; ", title() + " [", "]"));
    }

    /** What the log calls it. */
    public String title() {
        return name().isEmpty() ? type.toString() : type + " \"" + name() + "\"";
    }

    private void endIfDone() {
        if (isClosing && endpoints.isEmpty()) {
            events.stop();
            context.ended(this);
        }
    }
}
