package io.zmq4j.socket;

import static io.zmq4j.options.SocketOptions.CONFLATE;
import static io.zmq4j.options.SocketOptions.LINGER;
import static io.zmq4j.options.SocketOptions.RCVHWM;
import static io.zmq4j.options.SocketOptions.RCVTIMEO;
import static io.zmq4j.options.SocketOptions.ROUTING_ID;
import static io.zmq4j.options.SocketOptions.SNDHWM;
import static io.zmq4j.options.SocketOptions.SNDTIMEO;

import io.zmq4j.error.WaitInterruptedException;
import io.zmq4j.error.WaitTimeoutException;
import io.zmq4j.event.DropCounters;
import io.zmq4j.event.DropReason;
import io.zmq4j.event.SocketEvent;
import io.zmq4j.inproc.InprocHost;
import io.zmq4j.loop.Loop;
import io.zmq4j.message.Message;
import io.zmq4j.options.OptionValues;
import io.zmq4j.options.SocketOption;
import io.zmq4j.options.SocketOptions;
import io.zmq4j.pattern.Pub;
import io.zmq4j.pattern.Router;
import io.zmq4j.pattern.Sub;
import io.zmq4j.pattern.XPub;
import io.zmq4j.pipe.Far;
import io.zmq4j.pipe.PipeEnd;
import io.zmq4j.pipe.PipeOwner;
import io.zmq4j.pipe.PipeQueue;
import io.zmq4j.session.BufferPool;
import io.zmq4j.session.EndpointSession;
import io.zmq4j.session.FlushPace;
import io.zmq4j.session.SessionHost;
import io.zmq4j.zmtp.CloseReason;
import io.zmq4j.zmtp.SocketType;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The one machine under every socket: options, endpoints, waiting, events, its end. What to do with a message is the
 * pattern's affair, which stands under its own lock in {@link LockedPattern}; how a thread waits is in {@link Waiting}.
 */
public final class SocketCore implements SessionHost, InprocHost {
    private final ContextCore context;
    private final SocketType type;
    private final OptionValues options;
    private final DropCounters drops = new DropCounters();
    private final EventHub events = new EventHub();
    private final Endpoints endpoints = new Endpoints(this);
    private final Waiting waiting;
    private final Async async;
    private final LockedPattern pattern;
    private final ReentrantLock requestLock = new ReentrantLock();
    private final ReentrantLock loopLock = new ReentrantLock();
    private volatile @Nullable Loop loop;
    /** Every step of closing has been taken, and the rest comes by itself. */
    private volatile boolean isClosing;

    SocketCore(ContextCore context, SocketType type) {
        this.context = context;
        this.type = type;
        this.options = new OptionValues(type);
        this.pattern = new LockedPattern(type, options, drops);
        this.waiting = new Waiting(this, pattern, Thread::yield);
        this.async = new Async(this, context.executor());
    }

    // ---- sending and receiving

    public void send(Message message) {
        if (pattern.trySend(message)) {
            relieve(message);
        } else {
            sendInTime(message);
        }
    }

    /** As {@link #send}, by one who does as {@link LockedPattern#trySendWithMore} says. */
    void sendWithMore(Message message) {
        if (pattern.trySendWithMore(message)) {
            relieve(message);
        } else {
            sendInTime(message);
        }
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
        if (pattern.trySend(message)) {
            return true;
        }
        waiting.advance();
        return pattern.trySend(message);
    }

    public boolean send(Message message, Duration timeout) {
        return pattern.trySend(message) || sendWaiting(message, nanos(timeout));
    }

    /** Whether a send waits for a peer that is slow, for as long as it takes, instead of dropping. */
    private boolean waitsForRoom() {
        return switch (type) {
            case PUSH, DEALER, REQ, PAIR -> options.get(SNDTIMEO).isNegative();
            default -> false;
        };
    }

    private boolean sendWaiting(Message message, long nanos) {
        return waiting.await(nanos, () -> pattern.trySend(message) ? Boolean.TRUE : null) != null;
    }

    public Message receive() {
        Message message = pattern.tryReceive();
        if (message != null) {
            waiting.cameAtOnce();
            return message;
        }
        Duration timeout = options.get(RCVTIMEO);
        message = waiting.await(nanos(timeout), pattern::tryReceive);
        if (message == null) {
            throw new WaitTimeoutException(
                    "no message came to the " + type + " socket within RCVTIMEO, " + timeout.toMillis() + " ms");
        }
        return message;
    }

    public @Nullable Message tryReceive() {
        Message message = pattern.tryReceive();
        if (message == null) {
            waiting.advance();
            message = pattern.tryReceive();
        }
        return message;
    }

    public @Nullable Message receive(Duration timeout) {
        Message message = pattern.tryReceive();
        return message != null ? message : waiting.await(nanos(timeout), pattern::tryReceive);
    }

    public CompletableFuture<Void> sendAsync(Message message) {
        return async.send(message);
    }

    public CompletableFuture<Message> receiveAsync() {
        return async.receive();
    }

    /** The time of a wait in nanoseconds; {@link Long#MAX_VALUE} for ever, which a negative one means. */
    public static long nanos(Duration timeout) {
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
            return new Request(pattern, waiting).run(message, nanos(patience), tries);
        } finally {
            requestLock.unlock();
        }
    }

    public void subscribe(byte[] topic) {
        byte[] own = topic.clone();
        pattern.locked(kind -> {
            if (kind instanceof Sub sub) {
                sub.subscribe(own);
            } else if (kind instanceof XPub xpub) {
                xpub.subscribe(own);
            } else {
                kind.trySend(subscription((byte) 1, own));
            }
            return true;
        });
    }

    public void unsubscribe(byte[] topic) {
        byte[] own = topic.clone();
        pattern.locked(kind -> {
            if (kind instanceof Sub sub) {
                sub.unsubscribe(own);
            } else if (kind instanceof XPub xpub) {
                xpub.unsubscribe(own);
            } else {
                kind.trySend(subscription((byte) 0, own));
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
        return pattern.locked(kind -> ((Router) kind).hasPeer(routingId));
    }

    // ---- endpoints

    public String bind(String endpoint) {
        pattern.checkOpen();
        return endpoints.bind(endpoint);
    }

    public void connect(String endpoint) {
        pattern.checkOpen();
        endpoints.connect(endpoint);
    }

    public void unbind(String endpoint) {
        pattern.checkOpen();
        endpoints.unbind(endpoint);
    }

    public void disconnect(String endpoint) {
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
            // Whoever waits for this socket without the loop now has one to drive.
            pattern.wake();
        }
        return chosen;
    }

    LockedPattern pattern() {
        return pattern;
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
    public BufferPool buffers() {
        return context.buffers();
    }

    @Override
    public FlushPace pace() {
        return pattern.pace();
    }

    @Override
    public PipeEnd newPipe(Far far, OptionValues endpointOptions, byte @Nullable [] assignedRoutingId) {
        boolean conflate = endpointOptions.getOrDefault(CONFLATE);
        var inbound = new PipeQueue(endpointOptions.get(RCVHWM), conflate && receivesData(), drops);
        var outbound = new PipeQueue(endpointOptions.get(SNDHWM), conflate && sendsData(), drops);
        var pipe = new PipeEnd(pattern, inbound, outbound, assignedRoutingId);
        pipe.far(far);
        return pipe;
    }

    @Override
    public boolean takesAnotherPeer() {
        return type != SocketType.PAIR || pattern.onlyPipe() == null;
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
    public void endpointEnded(EndpointSession endpoint) {
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
        pattern.checkOpen();
        options.set(option, value);
        afterSet(option);
    }

    public <T> T get(SocketOption<T> option) {
        return options.get(option);
    }

    public void set(String name, String value) {
        pattern.checkOpen();
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
        return waiting.await(nanos(timeout), () -> hasUsefulPeer() ? Boolean.TRUE : null) != null;
    }

    private boolean hasUsefulPeer() {
        return pattern.locked(kind -> {
            if (kind instanceof Pub pub) {
                return pub.hasSubscriptions();
            }
            if (kind instanceof XPub xpub) {
                return xpub.hasSubscriptions();
            }
            return pattern.peerCount() > 0;
        });
    }

    public AutoCloseable onEvent(Consumer<SocketEvent> listener, boolean withTraces) {
        pattern.checkOpen();
        return events.add(listener, withTraces);
    }

    public void monitor(String endpoint, int wanted) {
        pattern.checkOpen();
        Monitor.start(this, endpoint, wanted);
    }

    @Override
    public void event(SocketEvent event) {
        try {
            events.tell(event);
        } finally {
            pattern.wake();
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

    // ---- the end

    public boolean isClosed() {
        return pattern.isClosed();
    }

    /** If a step fails, such as for want of memory, the others are taken all the same; a second call takes all again. */
    public void close() {
        if (isClosing) {
            return;
        }
        List<PipeEnd> open = pattern.close();
        long linger = lingerNanos();
        try {
            close(open, linger);
        } finally {
            try {
                endpoints.close(linger);
            } finally {
                try {
                    async.signal();
                } finally {
                    endIfDone();
                }
            }
        }
        isClosing = true;
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

    private void endIfDone() {
        if (pattern.isClosed() && endpoints.isEmpty()) {
            events.stop();
            context.ended(this);
        }
    }
}
