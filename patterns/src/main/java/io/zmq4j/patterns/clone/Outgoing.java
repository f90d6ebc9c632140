package io.zmq4j.patterns.clone;

import io.zmq4j.Context;
import io.zmq4j.PubSocket;
import io.zmq4j.error.RequestFailedException;
import io.zmq4j.error.SocketClosedException;
import io.zmq4j.event.Registration;
import io.zmq4j.message.Frame;
import io.zmq4j.patterns.agent.Agent;
import io.zmq4j.patterns.agent.Delivery;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A client's updates on their way: published to all servers, again until they are acknowledged, and again as long as a value is held. Any
 * thread gives updates; the rest belongs to the agent's.
 */
final class Outgoing {
    /** How often is looked whether a server has come that hears updates, while some wait. */
    private static final long LOOK_NANOS = 20_000_000;

    private final Agent agent;
    private final PubSocket publisher;
    private final Duration patience;
    private final Leases leases = new Leases();
    private final Unacknowledged unacknowledged;

    /** Whether a server has been there to hear updates since the last snapshot: those before are dropped by the socket. */
    private boolean isHeard;

    /** Every future that is not done yet, by its update: none of them stays so after the end. */
    private final Map<KeyValue, CompletableFuture<Void>> outstanding = new ConcurrentHashMap<>();

    Outgoing(Context context, Agent agent, List<CloneEndpoints> servers, CloneClientOptions options) {
        this.agent = agent;
        patience = options.patience();
        unacknowledged = new Unacknowledged(
                options.pace().heartbeatNanos(),
                future -> Delivery.POOL.execute(() -> future.complete(null)),
                future -> Delivery.POOL.execute(() -> future.completeExceptionally(notAcknowledged())));
        publisher = agent.owning(context.pub()).linger(Duration.ofSeconds(1));
        options.apply(publisher);
        publisher.sendHighWaterMark(CloneClientOptions.MAX_OUTSTANDING);
        servers.forEach(server -> publisher.connect(server.collector()));
    }

    // ---- any thread's

    CompletableFuture<Void> send(String key, Frame value, Duration timeToLive) {
        var future = new CompletableFuture<Void>();
        if (outstanding.size() >= CloneClientOptions.MAX_OUTSTANDING) {
            future.completeExceptionally(failure(RequestFailedException.Reason.BUSY, Duration.ZERO));
            return future;
        }
        KeyValue update = KeyValue.update(key, value, TimeToLive.properties(timeToLive));
        outstanding.put(update, future);
        boolean isTaken = agent.execute(() -> {
            long now = System.nanoTime();
            unacknowledged.add(update, now, now + patience.toNanos(), future);
            publish(update);
        });
        if (!isTaken) {
            future.completeExceptionally(closed());
        }
        var unused = future.whenComplete((done, failure) -> outstanding.remove(update));
        return future;
    }

    /** Closing it deletes the key. */
    Registration hold(Leases.Lease lease) {
        if (!agent.execute(() -> leases.hold(lease, System.nanoTime()))) {
            throw closed();
        }
        return () -> agent.execute(() -> {
            if (leases.release(lease)) {
                publish(KeyValue.update(lease.key(), KeyValue.NONE, KeyValue.NONE));
            }
        });
    }

    /** How many have neither an acknowledgement nor another end. */
    int size() {
        return outstanding.size();
    }

    private RequestFailedException notAcknowledged() {
        return failure(RequestFailedException.Reason.TIMEOUT, patience);
    }

    private static RequestFailedException failure(RequestFailedException.Reason reason, Duration elapsed) {
        return new RequestFailedException(reason, 1, elapsed, null, null, null);
    }

    private static SocketClosedException closed() {
        return new SocketClosedException("the Clone client is closed");
    }

    // ---- the agent's thread's

    /** To all servers: the passive one of a pair keeps it until the active one has published it. */
    private void publish(KeyValue update) {
        publisher.send(update.message());
    }

    /** A server has published it. */
    void acknowledge(UUID id) {
        unacknowledged.acknowledge(id);
    }

    /** A server has given a snapshot: what is not in it is sent again as soon as that server hears it. */
    void anotherServer(long now) {
        isHeard = false;
        unacknowledged.hurry(now);
    }

    /**
     * Does what is due.
     *
     * @param isReady whether a server is followed
     * @return in how many nanoseconds to call it again at the latest
     */
    long onTime(long now, boolean isReady) {
        for (var lease : leases.due(now)) {
            publish(KeyValue.update(lease.key(), lease.value(), TimeToLive.properties(lease.timeToLive())));
        }
        unacknowledged.expire(now);
        long next = Math.min(leases.next(now), unacknowledged.nextExpiry(now));
        if (!isReady || unacknowledged.size() == 0) {
            return next;
        }
        if (!isHeard && publisher.awaitPeer(Duration.ZERO)) {
            isHeard = true;
            unacknowledged.hurry(now);
        }
        unacknowledged.again(now).forEach(this::publish);
        return Math.min(next, Math.min(unacknowledged.nextAgain(now), isHeard ? Long.MAX_VALUE : LOOK_NANOS));
    }

    /** Whatever is outstanding fails. */
    void end() {
        outstanding.values().forEach(future -> Delivery.POOL.execute(() -> future.completeExceptionally(closed())));
    }

    long sentAgain() {
        return unacknowledged.sentAgain();
    }
}
