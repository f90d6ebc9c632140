package io.zmq4j.socket;

import static io.zmq4j.options.SocketOptions.CONFLATE;
import static io.zmq4j.options.SocketOptions.LINGER;
import static io.zmq4j.options.SocketOptions.RCVHWM;
import static io.zmq4j.options.SocketOptions.RCVTIMEO;
import static io.zmq4j.options.SocketOptions.ROUTING_ID;
import static io.zmq4j.options.SocketOptions.SNDHWM;
import static io.zmq4j.options.SocketOptions.SNDTIMEO;

import io.zmq4j.error.SocketClosedException;
import io.zmq4j.error.WaitInterruptedException;
import io.zmq4j.error.WaitTimeoutException;
import io.zmq4j.event.DropCounters;
import io.zmq4j.event.DropReason;
import io.zmq4j.event.SocketEvent;
import io.zmq4j.inproc.InprocHost;
import io.zmq4j.loop.Loop;
import io.zmq4j.loop.Wakeable;
import io.zmq4j.message.Message;
import io.zmq4j.options.OptionValues;
import io.zmq4j.options.SocketOption;
import io.zmq4j.options.SocketOptions;
import io.zmq4j.pattern.Pattern;
import io.zmq4j.pattern.Pub;
import io.zmq4j.pattern.Req;
import io.zmq4j.pattern.Router;
import io.zmq4j.pattern.Sub;
import io.zmq4j.pattern.XPub;
import io.zmq4j.pattern.XSub;
import io.zmq4j.pipe.Mailbox;
import io.zmq4j.pipe.PipeEnd;
import io.zmq4j.pipe.PipeQueue;
import io.zmq4j.pipe.Signal;
import io.zmq4j.session.BufferPool;
import io.zmq4j.session.EndpointSession;
import io.zmq4j.session.Session;
import io.zmq4j.session.SessionHost;
import io.zmq4j.zmtp.CloseReason;
import io.zmq4j.zmtp.SocketType;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The one machine under every socket: its lock, its waiting, its pipes' signals, its end. What to do with a message is
 * the pattern's affair.
 *
 * <p><b>The lock</b> guards the pattern and everything that is not volatile here. It is held for the few nanoseconds a
 * pattern needs, never while anything blocks, writes or reads the network: what follows from an operation (flush this
 * pipe, tell that one of room) is noted in an {@link Aftermath} and done after the release.
 *
 * <p><b>Signals</b> from pipes come from any thread into the {@link Mailbox} and are worked off by whoever holds the lock
 * next. So that a new peer, a subscription or a departure does not wait for the application's next call, the one who
 * signals tries the lock himself; if somebody has it, that somebody looks into the mailbox again after releasing it.
 *
 * <p><b>Waiting</b> is in {@link Waiting}; waiters are woken by every signal and look for themselves.
 */
public final class SocketCore implements SessionHost, InprocHost {
    private static final System.Logger LOG = System.getLogger("io.zmq4j");

    /**
     * The socket whose mailbox the thread is working off. Reading makes room, room makes a connection read on, and what it
     * reads is a signal again: without this, a peer that sends fast enough would decide how deep the stack gets.
     */
    private static final ThreadLocal<@Nullable SocketCore> WORKING = new ThreadLocal<>();

    /** A bound against a peer that sends as fast as we count. */
    private static final int MOST_READABLE = 1_000_000;

    private final ContextCore context;
    private final SocketType type;
    private final OptionValues options;
    private final DropCounters drops = new DropCounters();
    private final EventHub events = new EventHub();
    private final Endpoints endpoints = new Endpoints(this);
    private final Waiting waiting = new Waiting(this);
    private final Async async;
    private final ReentrantLock lock = new ReentrantLock();
    private final ReentrantLock requestLock = new ReentrantLock();
    private final Mailbox mailbox = new Mailbox();
    private final Mailbox.Handler handler = this::onSignals;
    private final ConcurrentLinkedQueue<Wakeable> waiters = new ConcurrentLinkedQueue<>();
    private final AtomicInteger peers = new AtomicInteger();
    private final boolean readsEagerly;

    private volatile boolean closed;
    private volatile @Nullable Loop loop;
    /** The pipe if there is exactly one, which can be read without asking the selector. */
    private volatile @Nullable PipeEnd onlyPipe;

    // ---- guarded by the lock

    private final Pattern pattern;
    private final Set<PipeEnd> pipes = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Aftermath toFlush = new Aftermath(1);
    private final Aftermath wereRead = new Aftermath(2);
    private List<PipeEnd> flushBeforeWaiting = new ArrayList<>();
    private final ArrayDeque<Message> putBack = new ArrayDeque<>();

    SocketCore(ContextCore context, SocketType type) {
        this.context = context;
        this.type = type;
        this.options = new OptionValues(type);
        this.pattern = Patterns.of(type, options, drops);
        this.async = new Async(this, context.executor());
        this.readsEagerly = type == SocketType.PUB || type == SocketType.XPUB || type == SocketType.PUSH;
    }

    // ---- the lock

    private void enter() {
        lock.lock();
        if (!mailbox.isEmpty()) {
            mailbox.drain(handler);
        }
    }

    /** Releases the lock and does what was put off until then. */
    private void leave() {
        releaseLock();
        if (!mailbox.isEmpty()) {
            workOffMailbox();
        }
    }

    private void releaseLock() {
        PipeEnd flush = toFlush.takeFirst();
        List<PipeEnd> flushes = flush == null ? null : toFlush.takeOthers();
        PipeEnd read = wereRead.takeFirst();
        List<PipeEnd> reads = read == null ? null : wereRead.takeOthers();
        lock.unlock();
        if (flush != null) {
            flush.flush();
            if (flushes != null) {
                flushes.forEach(PipeEnd::flush);
            }
        }
        if (read != null) {
            read.afterRead();
            if (reads != null) {
                reads.forEach(PipeEnd::afterRead);
            }
        }
    }

    /** Lets no signal lie, unless somebody has the lock, who will find it. */
    private void workOffMailbox() {
        SocketCore outer = WORKING.get();
        if (outer == this || lock.isHeldByCurrentThread()) {
            return;
        }
        WORKING.set(this);
        try {
            while (!mailbox.isEmpty() && lock.tryLock()) {
                mailbox.drain(handler);
                releaseLock();
            }
        } finally {
            WORKING.set(outer);
        }
    }

    @Override
    public boolean tryLocked(BooleanSupplier action) {
        if (lock.isHeldByCurrentThread() || !lock.tryLock()) {
            return false;
        }
        try {
            return action.getAsBoolean();
        } finally {
            leave();
        }
    }

    /** Does something with the pattern, which the typed faces guarantee to be of the right kind. */
    private <T> T withPattern(Supplier<T> action) {
        enter();
        try {
            checkOpen();
            return action.get();
        } finally {
            leave();
        }
    }

    private void checkOpen() {
        if (closed) {
            throw new SocketClosedException(type + " socket is closed");
        }
    }

    // ---- signals

    @Override
    public void flushLater(PipeEnd pipe) {
        toFlush.add(pipe);
    }

    @Override
    public void flushBeforeWaiting(PipeEnd pipe) {
        flushBeforeWaiting.add(pipe);
    }

    @Override
    public void wasRead(PipeEnd pipe) {
        wereRead.add(pipe);
    }

    @Override
    public void wasExhausted(PipeEnd pipe) {
        mailbox.post(pipe, Signal.ENDED);
    }

    @Override
    public void signal(PipeEnd pipe, int signals) {
        mailbox.post(pipe, signals);
        wake();
        if (readsEagerly || (signals & ~(Signal.READABLE | Signal.WRITABLE)) != 0) {
            workOffMailbox();
        }
    }

    private void wake() {
        if (!waiters.isEmpty()) {
            waiters.forEach(Wakeable::signal);
        }
    }

    /** The boundary for errors in a pattern: they end with the pipe that caused them. */
    private void onSignals(PipeEnd pipe, int signals) {
        try {
            dispatch(pipe, signals);
        } catch (RuntimeException | Error e) {
            LOG.log(System.Logger.Level.ERROR, "a " + type + " socket failed to handle a peer, which is closed", e);
            pipe.close(CloseReason.INTERNAL_ERROR);
        }
    }

    private void dispatch(PipeEnd pipe, int signals) {
        if ((signals & Signal.ATTACH) != 0 && !attach(pipe)) {
            return;
        }
        if (!pipes.contains(pipe)) {
            return;
        }
        if ((signals & Signal.CONNECTED) != 0) {
            pattern.connected(pipe);
        }
        if ((signals & Signal.WRITABLE) != 0) {
            pattern.writable(pipe);
        }
        if ((signals & (Signal.READABLE | Signal.ENDED)) != 0) {
            pattern.readable(pipe);
        }
        if ((signals & Signal.ENDED) != 0 && (closed || pipe.isDrained())) {
            detach(pipe);
        }
    }

    private boolean attach(PipeEnd pipe) {
        if (closed) {
            pipe.close(CloseReason.CLOSED_LOCALLY);
            return false;
        }
        if (!pattern.attach(pipe)) {
            pipe.close(CloseReason.REFUSED_BY_SOCKET);
            return false;
        }
        pipes.add(pipe);
        onlyPipe = pipes.size() == 1 ? pipe : null;
        return true;
    }

    private void detach(PipeEnd pipe) {
        pipes.remove(pipe);
        onlyPipe = pipes.size() == 1 ? pipes.iterator().next() : null;
        pattern.detach(pipe);
        count(DropReason.UNREAD_AT_CLOSE, pipe.takeUnread());
        count(closed ? DropReason.LINGER_EXPIRED : DropReason.PEER_GONE, pipe.takeLost());
    }

    private void count(DropReason reason, long messages) {
        if (messages > 0) {
            drops.add(reason, messages);
        }
    }

    // ---- sending and receiving

    public void send(Message message) {
        if (trySendNow(message)) {
            return;
        }
        Duration timeout = options.get(SNDTIMEO);
        if (!sendWaiting(message, nanos(timeout))) {
            throw new WaitTimeoutException("no peer of the " + type + " socket could take the message within SNDTIMEO, "
                    + timeout.toMillis() + " ms");
        }
    }

    public boolean trySend(Message message) {
        if (trySendNow(message)) {
            return true;
        }
        waiting.advance();
        return trySendNow(message);
    }

    public boolean send(Message message, Duration timeout) {
        return trySendNow(message) || sendWaiting(message, nanos(timeout));
    }

    private boolean sendWaiting(Message message, long nanos) {
        return waiting.await(nanos, () -> trySendNow(message) ? Boolean.TRUE : null) != null;
    }

    private boolean trySendNow(Message message) {
        enter();
        try {
            checkOpen();
            return pattern.trySend(message);
        } finally {
            leave();
        }
    }

    public Message receive() {
        Message message = tryReceiveNow();
        if (message != null) {
            return message;
        }
        Duration timeout = options.get(RCVTIMEO);
        message = waiting.await(nanos(timeout), this::tryReceiveNow);
        if (message == null) {
            throw new WaitTimeoutException(
                    "no message came to the " + type + " socket within RCVTIMEO, " + timeout.toMillis() + " ms");
        }
        return message;
    }

    public @Nullable Message tryReceive() {
        Message message = tryReceiveNow();
        if (message == null) {
            waiting.advance();
            message = tryReceiveNow();
        }
        return message;
    }

    public @Nullable Message receive(Duration timeout) {
        Message message = tryReceiveNow();
        return message != null ? message : waiting.await(nanos(timeout), this::tryReceiveNow);
    }

    @Nullable
    Message tryReceiveNow() {
        enter();
        try {
            checkOpen();
            return putBack.isEmpty() ? pattern.tryReceive() : putBack.poll();
        } finally {
            leave();
        }
    }

    /** A message that was taken for somebody who does not want it any more. */
    void putBack(Message message) {
        enter();
        try {
            putBack.add(message);
        } finally {
            leave();
        }
        wake();
    }

    public CompletableFuture<Void> sendAsync(Message message) {
        return async.send(message);
    }

    public CompletableFuture<Message> receiveAsync() {
        return async.receive();
    }

    boolean canReceive() {
        enter();
        try {
            checkOpen();
            return !putBack.isEmpty() || pattern.canReceive();
        } finally {
            leave();
        }
    }

    boolean canSend() {
        enter();
        try {
            checkOpen();
            return pattern.canSend();
        } finally {
            leave();
        }
    }

    /** The time of a wait in nanoseconds; {@link Long#MAX_VALUE} for ever. */
    static long nanos(Duration timeout) {
        if (timeout.isNegative()) {
            return Long.MAX_VALUE;
        }
        return timeout.toSeconds() > Long.MAX_VALUE / 2_000_000_000L ? Long.MAX_VALUE : timeout.toNanos();
    }

    // ---- what one pattern has alone; the typed faces see to it that it is there

    public @Nullable Message request(Message message, Duration patience, int tries) {
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
        try {
            return new Request(this, (Req) pattern, waiting).run(message, nanos(patience), tries);
        } finally {
            requestLock.unlock();
        }
    }

    /** For {@link Request}: as {@link #trySend}, with another call of the pattern. */
    <T> T locked(Supplier<T> action) {
        return withPattern(action);
    }

    public void subscribe(byte[] topic) {
        byte[] own = topic.clone();
        withPattern(() -> {
            if (pattern instanceof Sub sub) {
                sub.subscribe(own);
            } else if (pattern instanceof XPub xpub) {
                xpub.subscribe(own);
            } else {
                ((XSub) pattern).trySend(subscription((byte) 1, own));
            }
            return true;
        });
    }

    public void unsubscribe(byte[] topic) {
        byte[] own = topic.clone();
        withPattern(() -> {
            if (pattern instanceof Sub sub) {
                sub.unsubscribe(own);
            } else if (pattern instanceof XPub xpub) {
                xpub.unsubscribe(own);
            } else {
                ((XSub) pattern).trySend(subscription((byte) 0, own));
            }
            return true;
        });
    }

    private static Message subscription(byte first, byte[] topic) {
        var bytes = new byte[topic.length + 1];
        bytes[0] = first;
        System.arraycopy(topic, 0, bytes, 1, topic.length);
        return Message.wrap(bytes);
    }

    public boolean hasPeer(byte[] routingId) {
        return withPattern(() -> ((Router) pattern).hasPeer(routingId));
    }

    // ---- endpoints

    public String bind(String endpoint) {
        checkOpen();
        return endpoints.bind(endpoint);
    }

    public void connect(String endpoint) {
        checkOpen();
        endpoints.connect(endpoint);
    }

    public void unbind(String endpoint) {
        checkOpen();
        endpoints.unbind(endpoint);
    }

    public void disconnect(String endpoint) {
        checkOpen();
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
            lock.lock();
            try {
                chosen = loop;
                if (chosen == null) {
                    chosen = context.chooseLoop();
                    loop = chosen;
                }
            } finally {
                lock.unlock();
            }
            // Whoever waits for this socket without the loop now has one to drive.
            wake();
            workOffMailbox();
        }
        return chosen;
    }

    @Nullable
    Loop loopIfAny() {
        return loop;
    }

    ContextCore context() {
        return context;
    }

    OptionValues options() {
        return options;
    }

    long lingerNanos() {
        // RFC 29: nothing that a subscriber sends is worth waiting for.
        if (type == SocketType.SUB || type == SocketType.XSUB) {
            return 0;
        }
        Duration linger = options.get(LINGER);
        return linger.isNegative() ? -1 : linger.toNanos();
    }

    @Override
    public Executor resolver() {
        return context.executor();
    }

    @Override
    public BufferPool buffers() {
        return context.buffers();
    }

    @Override
    public PipeEnd newPipe(Session far, OptionValues endpointOptions, byte @Nullable [] assignedRoutingId) {
        boolean conflate = endpointOptions.getOrDefault(CONFLATE);
        var inbound = new PipeQueue(endpointOptions.get(RCVHWM), conflate && receivesData(), drops);
        var outbound = new PipeQueue(endpointOptions.get(SNDHWM), conflate && sendsData(), drops);
        var pipe = new PipeEnd(this, inbound, outbound, assignedRoutingId);
        pipe.far(far);
        return pipe;
    }

    @Override
    public void endpointEnded(EndpointSession endpoint) {
        endpoints.ended(endpoint);
        endIfDone();
    }

    // ---- inproc

    @Override
    public int sendHighWaterMark() {
        return options.get(SNDHWM);
    }

    @Override
    public int receiveHighWaterMark() {
        return options.get(RCVHWM);
    }

    @Override
    public boolean conflatesInbound() {
        return options.getOrDefault(CONFLATE) && receivesData();
    }

    @Override
    public boolean conflatesOutbound() {
        return options.getOrDefault(CONFLATE) && sendsData();
    }

    /** Of the types that have CONFLATE: whether messages come in. Subscriptions are no messages and all count. */
    private boolean receivesData() {
        return type == SocketType.SUB || type == SocketType.PULL || type == SocketType.DEALER;
    }

    private boolean sendsData() {
        return type == SocketType.PUB || type == SocketType.PUSH || type == SocketType.DEALER;
    }

    @Override
    public DropCounters drops() {
        return drops;
    }

    @Override
    public byte[] announcedRoutingId() {
        return type.announcesIdentity() ? options.get(ROUTING_ID) : new byte[0];
    }

    // ---- options, events, counters

    @Override
    public SocketType type() {
        return type;
    }

    public <T> void set(SocketOption<T> option, T value) {
        checkOpen();
        options.set(option, value);
        afterSet(option);
    }

    public <T> T get(SocketOption<T> option) {
        return options.get(option);
    }

    public void set(String name, String value) {
        checkOpen();
        options.set(name, value);
        afterSet(SocketOptions.named(name));
    }

    private void afterSet(SocketOption<?> option) {
        if (option == SNDHWM || option == RCVHWM) {
            enter();
            try {
                for (PipeEnd pipe : pipes) {
                    pipe.onHighWaterMarks(options.get(RCVHWM), options.get(SNDHWM));
                    // There may be room where there was none, and nobody would come to tell.
                    pattern.writable(pipe);
                }
            } finally {
                leave();
            }
            wake();
        }
    }

    @Override
    public void peersChanged(int by) {
        peers.addAndGet(by);
    }

    public int peerCount() {
        return peers.get();
    }

    public boolean awaitPeer(Duration timeout) {
        return waiting.await(nanos(timeout), () -> hasUsefulPeer() ? Boolean.TRUE : null) != null;
    }

    private boolean hasUsefulPeer() {
        return withPattern(() -> {
            if (pattern instanceof Pub pub) {
                return pub.hasSubscriptions();
            }
            if (pattern instanceof XPub xpub) {
                return xpub.hasSubscriptions();
            }
            return peers.get() > 0;
        });
    }

    public AutoCloseable onEvent(Consumer<SocketEvent> listener, boolean withTraces) {
        checkOpen();
        return events.add(listener, withTraces);
    }

    public void monitor(String endpoint, int wanted) {
        checkOpen();
        Monitor.start(this, endpoint, wanted);
    }

    @Override
    public void event(SocketEvent event) {
        events.tell(event);
        wake();
    }

    @Override
    public boolean traces() {
        return events.traces();
    }

    public Map<DropReason, Long> dropped() {
        return drops.snapshot();
    }

    // ---- waiting

    void addWaiter(Wakeable waiter) {
        waiters.add(waiter);
    }

    void removeWaiter(Wakeable waiter) {
        waiters.remove(waiter);
    }

    @Nullable
    PipeEnd onlyPipe() {
        return onlyPipe;
    }

    /** Sends off what was held back for company: before anybody waits. */
    void flushHeldBack() {
        List<PipeEnd> held;
        lock.lock();
        try {
            if (flushBeforeWaiting.isEmpty()) {
                return;
            }
            held = flushBeforeWaiting;
            flushBeforeWaiting = new ArrayList<>();
            held.forEach(PipeEnd::beforeWaiting);
        } finally {
            leave();
        }
        held.forEach(PipeEnd::flush);
    }

    // ---- the end

    public boolean isClosed() {
        return closed;
    }

    public void close() {
        List<PipeEnd> open;
        lock.lock();
        try {
            if (closed) {
                return;
            }
            count(DropReason.UNREAD_AT_CLOSE, putBack.size() + takeReadable());
            putBack.clear();
            closed = true;
            open = List.copyOf(pipes);
        } finally {
            leave();
        }
        wake();
        long linger = lingerNanos();
        open.forEach(pipe -> pipe.close(CloseReason.CLOSED_LOCALLY, linger));
        endpoints.close(linger);
        async.signal();
        endIfDone();
    }

    /** Takes out what could be received: the pattern may have read ahead. What is behind that is counted per pipe. */
    private long takeReadable() {
        long count = 0;
        while (type != SocketType.XPUB && count < MOST_READABLE && pattern.canReceive()) {
            if (pattern.tryReceive() != null) {
                count++;
            }
        }
        return count;
    }

    /** Gives up what is still being handed over. */
    void abort() {
        endpoints.close(0);
    }

    private void endIfDone() {
        if (closed && endpoints.isEmpty() && context.ended(this)) {
            events.stop();
        }
    }
}
