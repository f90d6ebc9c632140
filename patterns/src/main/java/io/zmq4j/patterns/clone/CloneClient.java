package io.zmq4j.patterns.clone;

import io.zmq4j.Context;
import io.zmq4j.error.RequestFailedException;
import io.zmq4j.error.SocketClosedException;
import io.zmq4j.error.WaitInterruptedException;
import io.zmq4j.event.Registration;
import io.zmq4j.message.Frame;
import io.zmq4j.patterns.agent.Agent;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
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
    private final String subtree;
    private final Agent agent;
    private final Replica replica;
    private final Following following;
    private final Outgoing outgoing;
    private final Listeners listeners = new Listeners();
    private final CountDownLatch isReady = new CountDownLatch(1);

    private CloneClient(Context context, List<CloneEndpoints> servers, CloneClientOptions options) {
        subtree = options.subtree();
        replica = new Replica(subtree, options.bounds(), listeners::tell);
        agent = new Agent(context, "clone-client");
        boolean isStarted = false;
        try {
            outgoing = new Outgoing(context, agent, servers, options);
            following = new Following(context, agent, servers, options, new Following.Target() {
                @Override
                public void replace(Store map) {
                    replica.replace(map);
                    outgoing.anotherServer(System.nanoTime());
                    isReady.countDown();
                }

                @Override
                public void apply(KeyValue update) {
                    replica.apply(update);
                    update.id().ifPresent(outgoing::acknowledge);
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

    private long onTime(long now) {
        long next = following.onTime(now);
        return Math.min(next, outgoing.onTime(now, following.isReady()));
    }

    private void ended() {
        isReady.countDown();
        outgoing.end();
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
        return outgoing.send(Rules.key(key, subtree), Rules.value(value), Rules.timeToLive(timeToLive));
    }

    /** Deletes a key; as {@link #put(String, byte[])}. */
    public CompletableFuture<Void> remove(String key) {
        return outgoing.send(Rules.key(key, subtree), KeyValue.NONE, Duration.ZERO);
    }

    /**
     * Sets the value of a key and keeps it alive: it is there as long as this client is, and as long as the time to live after its
     * death. Another value that is held under the same key takes its place.
     *
     * @param timeToLive positive; a third of it is how often the value is set
     * @return closing it deletes the key
     */
    public Registration hold(String key, byte[] value, Duration timeToLive) {
        if (Rules.timeToLive(timeToLive).isZero()) {
            throw new IllegalArgumentException("timeToLive is " + timeToLive + ": a positive one is allowed");
        }
        return outgoing.hold(new Leases.Lease(Rules.key(key, subtree), Rules.value(value), timeToLive));
    }

    /**
     * Tells a listener each change of a key that begins so, in order, from now on. After a new snapshot it is told only what differs.
     * One that throws is told the next change all the same. If it is so slow that 100,000 changes wait, the next ones are dropped and
     * counted: the map has them.
     *
     * @return closing it ends that
     */
    public Registration onChange(String prefix, Consumer<? super CloneChange> action) {
        return listeners.add(Objects.requireNonNull(prefix, "prefix"), Objects.requireNonNull(action, "action"));
    }

    /** What it has and has done. */
    public CloneClientStatistics statistics() {
        return agent.ask(() -> new CloneClientStatistics(
                following.server(),
                following.isReady(),
                following.sequence(),
                replica.values().size(),
                replica.bytes(),
                outgoing.size(),
                following.snapshots(),
                following.lostServers(),
                following.gaps(),
                outgoing.sentAgain(),
                following.notKept() + replica.notKept(),
                following.malformedMessages(),
                listeners.dropped()));
    }

    /** Ends it. Updates that are not acknowledged fail; those that were sent still go out, for a second. What it has can still be read. */
    @Override
    public void close() {
        agent.close();
    }
}
