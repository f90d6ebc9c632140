package io.zmq4j.patterns.clone;

import io.zmq4j.Context;
import io.zmq4j.PubSocket;
import io.zmq4j.error.RequestFailedException;
import io.zmq4j.error.SocketClosedException;
import io.zmq4j.error.WaitInterruptedException;
import io.zmq4j.event.Registration;
import io.zmq4j.message.Frame;
import io.zmq4j.message.Message;
import io.zmq4j.patterns.agent.Agent;
import io.zmq4j.patterns.agent.Delivery;
import io.zmq4j.patterns.agent.Serial;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Has a copy of a map that many share, or of a subtree of it, and changes it: RFC 12, the guide's Clone pattern.
 *
 * <pre>{@code
 * try (var client = CloneClient.start(context, List.of(CloneEndpoints.of("tcp://localhost:5556")))) {
 *     client.awaitReady(Duration.ofSeconds(5));
 *     client.onChange("/prices/", change -> System.out.println(change.key()));
 *     client.put("/prices/tea", "42").join();
 *     client.get("/prices/tea"); // 42
 * }
 * }</pre>
 *
 * <p>What is read is what the server has said: a client sees its own update when it is published, which is also when the future of
 * {@link #put} is done. All clients see the updates in the same order. While no server answers, the copy stays as it is, and updates
 * wait.
 *
 * <p>Of a pair, name both servers: when one is silent, the client goes to the other one, and sends again what is not acknowledged.
 * An update that is acknowledged survives the death of one server if both were running and this client was connected to both.
 *
 * <p>Safe for any thread. One daemon thread does the work; it ends with {@link #close} or with the context. Callbacks of futures and
 * listeners run in the JDK's common pool.
 */
public final class CloneClient implements AutoCloseable {
    /** Most changes that wait for listeners. */
    private static final int MAX_CHANGES = 100_000;

    /** How often is looked whether a server has come that hears updates, while some wait. */
    private static final long LOOK_NANOS = 20_000_000;

    private record Listener(String prefix, Consumer<? super CloneChange> action) {}

    private final CloneClientOptions options;
    private final Agent agent;
    private final PubSocket publisher;
    private final Replica replica;
    private final Following following;
    private final Leases leases = new Leases();
    private final Unacknowledged unacknowledged;
    private final Serial calls = new Serial(MAX_CHANGES);
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private final CountDownLatch isReady = new CountDownLatch(1);

    /** Whether a server has been there to hear updates since the last snapshot: those before are dropped by the socket. */
    private boolean isHeard;

    /** Every future that is not done yet, by its update: none of them stays so after the end. */
    private final Map<KeyValue, CompletableFuture<Void>> outstanding = new ConcurrentHashMap<>();

    private CloneClient(Context context, List<CloneEndpoints> servers, CloneClientOptions options) {
        this.options = options;
        replica = new Replica(options.subtree(), options.bounds(), this::changed);
        unacknowledged = new Unacknowledged(
                options.pace().heartbeatNanos(),
                future -> Delivery.POOL.execute(() -> future.complete(null)),
                future -> Delivery.POOL.execute(() -> future.completeExceptionally(notAcknowledged())));
        agent = new Agent(context, "clone-client");
        boolean isStarted = false;
        try {
            publisher = agent.owning(context.pub()).linger(Duration.ofSeconds(1));
            options.apply(publisher);
            publisher.sendHighWaterMark(CloneClientOptions.MAX_OUTSTANDING);
            servers.forEach(server -> publisher.connect(server.collector()));
            following = new Following(context, agent, servers, options, new Following.Target() {
                @Override
                public void replace(Store map) {
                    replica.replace(map);
                    isHeard = false;
                    unacknowledged.hurry(System.nanoTime());
                    isReady.countDown();
                }

                @Override
                public void apply(KeyValue update) {
                    replica.apply(update);
                    update.id().ifPresent(unacknowledged::acknowledge);
                }
            });
            agent.start(this::onTime, this::ended);
            isStarted = true;
        } finally {
            if (!isStarted) {
                agent.close();
            }
        }
    }

    /** A client of the whole map, with the defaults of {@link CloneClientOptions}. */
    public static CloneClient start(Context context, List<CloneEndpoints> servers) {
        return start(context, servers, it -> {});
    }

    /**
     * A client with settings.
     *
     * @param servers to be connected, at least one, in the order in which they are tried
     */
    public static CloneClient start(
            Context context, List<CloneEndpoints> servers, Consumer<CloneClientOptions> settings) {
        Objects.requireNonNull(context, "context");
        Objects.requireNonNull(servers, "servers");
        Objects.requireNonNull(settings, "settings");
        if (servers.isEmpty()) {
            throw new IllegalArgumentException("servers is empty: at least one is allowed");
        }
        var options = new CloneClientOptions();
        settings.accept(options);
        return new CloneClient(context, List.copyOf(servers), options);
    }

    /**
     * Waits until the first snapshot is here.
     *
     * @return false if {@code timeout} passed before, or the client was closed
     * @throws WaitInterruptedException if the thread was interrupted; its flag stays set
     */
    public boolean awaitReady(Duration timeout) {
        Objects.requireNonNull(timeout, "timeout");
        try {
            return isReady.await(timeout.toNanos(), TimeUnit.NANOSECONDS) && agent.isRunning();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new WaitInterruptedException("interrupted while waiting for a snapshot");
        }
    }

    /** The value of a key; empty if it has none here. Does not wait. */
    public Optional<Frame> get(String key) {
        return Optional.ofNullable(replica.values().get(Objects.requireNonNull(key, "key")));
    }

    /** A view of the copy, in the order of the keys, which changes as the map does and cannot be changed. */
    public NavigableMap<String, Frame> map() {
        return Collections.unmodifiableNavigableMap(replica.values());
    }

    /** As {@link #put(String, byte[])}, for a text as UTF-8. */
    public CompletableFuture<Void> put(String key, String value) {
        return put(key, Objects.requireNonNull(value, "value").getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Sets the value of a key.
     *
     * @param key at most 255 bytes as UTF-8, with the client's subtree at its beginning
     * @param value not empty, as an empty one deletes: see {@link #remove}
     * @return a future that is done when a server has published the update, and fails with {@link RequestFailedException} if none has
     *     in {@link CloneClientOptions#patience}: TIMEOUT, and it may still come; BUSY, and nothing was sent, if {@link
     *     CloneClientOptions#MAX_OUTSTANDING} are outstanding; with {@link SocketClosedException} if the client is, or gets, closed
     * @throws IllegalArgumentException if the key or the value is not allowed
     */
    public CompletableFuture<Void> put(String key, byte[] value) {
        return put(key, value, Duration.ZERO);
    }

    /**
     * As {@link #put(String, byte[])}, for a time: the server deletes the key after it, unless it was set again.
     *
     * @param timeToLive zero for no limit, at most 999,999,999 seconds
     */
    public CompletableFuture<Void> put(String key, byte[] value, Duration timeToLive) {
        checkKey(key);
        return send(key, present(value), checked(timeToLive));
    }

    /** Deletes a key; as {@link #put(String, byte[])}. */
    public CompletableFuture<Void> remove(String key) {
        checkKey(key);
        return send(key, KeyValue.NONE, Duration.ZERO);
    }

    /**
     * Sets the value of a key and keeps it alive: it is there as long as this client is, and as long as the time to live after its
     * death. Another value that is held under the same key takes its place.
     *
     * @param timeToLive positive; a third of it is how often the value is set
     * @return closing it deletes the key
     */
    public Registration hold(String key, byte[] value, Duration timeToLive) {
        checkKey(key);
        if (checked(timeToLive).isZero()) {
            throw new IllegalArgumentException("timeToLive is " + timeToLive + ": a positive one is allowed");
        }
        var lease = new Leases.Lease(key, present(value), timeToLive);
        if (!agent.execute(() -> leases.hold(lease, System.nanoTime()))) {
            throw closed();
        }
        return () -> agent.execute(() -> {
            if (leases.release(lease)) {
                publish(KeyValue.update(key, KeyValue.NONE, KeyValue.NONE));
            }
        });
    }

    /**
     * Tells a listener each change of a key that begins so, in order, from now on. After a new snapshot it is told only what differs.
     * One that throws is told the next change all the same. If it is so slow that 100,000 changes wait, the next ones are dropped and
     * counted: the map has them.
     *
     * @return closing it ends that
     */
    public Registration onChange(String prefix, Consumer<? super CloneChange> action) {
        var listener = new Listener(Objects.requireNonNull(prefix, "prefix"), Objects.requireNonNull(action, "action"));
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    private void changed(CloneChange change) {
        for (var listener : listeners) {
            if (change.key().startsWith(listener.prefix)) {
                calls.run(() -> listener.action.accept(change));
            }
        }
    }

    private void checkKey(String key) {
        int size = Objects.requireNonNull(key, "key").getBytes(StandardCharsets.UTF_8).length;
        if (!Chp.isKey(key) || size > KeyValue.MAX_KEY_BYTES) {
            throw new IllegalArgumentException("key is \"" + key + "\": 1 to " + KeyValue.MAX_KEY_BYTES
                    + " bytes are allowed, but for HUGZ and KTHXBAI, which the protocol has for itself");
        }
        if (!key.startsWith(options.subtree())) {
            throw new IllegalArgumentException("key is \"" + key + "\": with this client's subtree, \""
                    + options.subtree() + "\" stands before it");
        }
    }

    private static Frame present(byte[] value) {
        if (Objects.requireNonNull(value, "value").length == 0) {
            throw new IllegalArgumentException("value is empty: that deletes the key, for which there is remove");
        }
        return Message.of(value).first();
    }

    private static Duration checked(Duration timeToLive) {
        Objects.requireNonNull(timeToLive, "timeToLive");
        if (timeToLive.isNegative() || timeToLive.compareTo(TimeToLive.MAX) > 0) {
            throw new IllegalArgumentException("timeToLive is " + timeToLive + ": from PT0S to 999999999 s is allowed");
        }
        return timeToLive;
    }

    private CompletableFuture<Void> send(String key, Frame value, Duration timeToLive) {
        var future = new CompletableFuture<Void>();
        if (outstanding.size() >= CloneClientOptions.MAX_OUTSTANDING) {
            future.completeExceptionally(failure(RequestFailedException.Reason.BUSY, Duration.ZERO));
            return future;
        }
        KeyValue update = KeyValue.update(key, value, TimeToLive.properties(timeToLive));
        outstanding.put(update, future);
        boolean isTaken = agent.execute(() -> {
            long now = System.nanoTime();
            unacknowledged.add(update, now, now + options.patience().toNanos(), future);
            publish(update);
        });
        if (!isTaken) {
            future.completeExceptionally(closed());
        }
        var unused = future.whenComplete((done, failure) -> outstanding.remove(update));
        return future;
    }

    /** To all servers: the passive one of a pair keeps it until the active one has published it. */
    private void publish(KeyValue update) {
        publisher.send(update.message());
    }

    private long onTime(long now) {
        long next = following.onTime(now);
        for (var lease : leases.due(now)) {
            publish(KeyValue.update(lease.key(), lease.value(), TimeToLive.properties(lease.timeToLive())));
        }
        unacknowledged.expire(now);
        next = Math.min(next, Math.min(leases.next(now), unacknowledged.nextExpiry(now)));
        if (!following.isReady() || unacknowledged.size() == 0) {
            return next;
        }
        if (!isHeard && publisher.awaitPeer(Duration.ZERO)) {
            isHeard = true;
            unacknowledged.hurry(now);
        }
        unacknowledged.again(now).forEach(this::publish);
        return Math.min(next, Math.min(unacknowledged.nextAgain(now), isHeard ? Long.MAX_VALUE : LOOK_NANOS));
    }

    private void ended() {
        isReady.countDown();
        outstanding.values().forEach(future -> Delivery.POOL.execute(() -> future.completeExceptionally(closed())));
    }

    private RequestFailedException notAcknowledged() {
        return failure(RequestFailedException.Reason.TIMEOUT, options.patience());
    }

    private static RequestFailedException failure(RequestFailedException.Reason reason, Duration elapsed) {
        return new RequestFailedException(reason, 1, elapsed, null, null, null);
    }

    private static SocketClosedException closed() {
        return new SocketClosedException("the Clone client is closed");
    }

    /** What it has and has done. */
    public CloneClientStatistics statistics() {
        return agent.ask(() -> new CloneClientStatistics(
                following.server(),
                following.isReady(),
                following.sequence(),
                replica.values().size(),
                replica.bytes(),
                outstanding.size(),
                following.snapshots(),
                following.lostServers(),
                following.gaps(),
                unacknowledged.sentAgain(),
                following.notKept() + replica.notKept(),
                following.malformedMessages(),
                calls.dropped()));
    }

    /** Ends it. Updates that are not acknowledged fail; those that were sent still go out, for a second. What it has can still be read. */
    @Override
    public void close() {
        agent.close();
    }
}
