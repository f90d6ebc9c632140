package io.zmq4j.patterns.pirate;

import io.zmq4j.Binding;
import io.zmq4j.Context;
import io.zmq4j.RouterSocket;
import io.zmq4j.error.UnroutableException;
import io.zmq4j.event.DropReason;
import io.zmq4j.event.Received;
import io.zmq4j.message.Frame;
import io.zmq4j.message.Message;
import io.zmq4j.patterns.agent.Agent;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The guide's Paranoid Pirate queue, RFC 6: gives each request of a client to the worker that has had none for the longest time, and
 * knows by heartbeats who is there.
 *
 * <pre>{@code
 * try (var queue = PirateQueue.start(context, "tcp://*:5555", "tcp://*:5556")) {
 *     queue.await();
 * }
 * }</pre>
 *
 * <p>Clients are REQs that ask again, {@link io.zmq4j.ReqSocket#request(Message, java.time.Duration, int)}: the guide's Lazy Pirates.
 * Workers are {@link PirateWorker}s, or the guide's programs. A request whose worker dies is lost here; its client asks again, and
 * another worker gets it. So work may be done twice. While no worker is ready no request is read: they wait in the socket, and in
 * front of it.
 *
 * <p>Safe for any thread. One daemon thread does the work; it ends with {@link #close} or with the context.
 */
public final class PirateQueue implements AutoCloseable {
    private final Agent agent;
    private final RouterSocket frontend;
    private final RouterSocket backend;
    private final Workers workers;
    private final long heartbeatNanos;
    private final Binding clientsAt;
    private final Binding workersAt;
    private long heartbeatAt = System.nanoTime();
    private long requests;
    private long replies;

    /** A request whose worker had left when it was to be given to it, until another one is ready. */
    private @Nullable Message held;

    private PirateQueue(Context context, String clients, String servers, PirateQueueOptions options) {
        workers = options.workers();
        heartbeatNanos = options.heartbeatNanos();
        agent = new Agent(context, "pirate-queue");
        frontend = context.router();
        backend = context.router();
        agent.read(backend, this::said);
        agent.read(frontend, () -> held == null && workers.hasReady(), received -> give(received.message()));
        boolean isStarted = false;
        try {
            options.apply(frontend);
            options.apply(backend);
            backend.routerMandatory(true);
            clientsAt = frontend.bind(clients);
            workersAt = backend.bind(servers);
            agent.start(this::onTime, () -> {});
            isStarted = true;
        } finally {
            if (!isStarted) {
                agent.close();
            }
        }
    }

    /** One with the defaults of {@link PirateQueueOptions}. */
    public static PirateQueue start(Context context, String clients, String workers) {
        return start(context, clients, workers, it -> {});
    }

    /**
     * One with settings.
     *
     * @param clients the endpoint for clients, to be bound
     * @param workers the endpoint for workers, to be bound
     * @throws io.zmq4j.error.EndpointException if one of them cannot be bound
     */
    public static PirateQueue start(
            Context context, String clients, String workers, Consumer<PirateQueueOptions> settings) {
        Objects.requireNonNull(context, "context");
        Objects.requireNonNull(clients, "clients");
        Objects.requireNonNull(workers, "workers");
        Objects.requireNonNull(settings, "settings");
        var options = new PirateQueueOptions();
        settings.accept(options);
        return new PirateQueue(context, clients, workers, options);
    }

    /** The endpoint for clients, with the real port or path where {@code *} was given. */
    public String clientEndpoint() {
        return clientsAt.uri();
    }

    /** The endpoint for workers. */
    public String workerEndpoint() {
        return workersAt.uri();
    }

    private void said(Received received) {
        Message message = received.message();
        if (message.frameCount() < 2) {
            return;
        }
        Optional<Message> reply = workers.says(message.frame(0), message.from(1), System.nanoTime());
        if (reply.isPresent()) {
            replies++;
            frontend.send(reply.get());
        }
        Message waiting = held;
        if (waiting != null && workers.hasReady()) {
            held = null;
            give(waiting);
        }
    }

    private void give(Message request) {
        for (Optional<Frame> worker; (worker = workers.next()).isPresent(); ) {
            if (isSent(worker.get(), request)) {
                requests++;
                return;
            }
            workers.left(worker.get());
        }
        held = request;
    }

    private boolean isSent(Frame worker, Message message) {
        try {
            return backend.trySend(message.prependWrapped(worker.bytes()));
        } catch (UnroutableException e) {
            return false;
        }
    }

    private long onTime(long now) {
        workers.expire(now);
        if (now - heartbeatAt >= 0) {
            heartbeatAt = now + heartbeatNanos;
            for (var worker : workers.all()) {
                if (!isSent(worker, Ppp.HEARTBEAT)) {
                    workers.left(worker);
                }
            }
        }
        return heartbeatAt - now;
    }

    /** What it has and has done. */
    public PirateQueueStatistics statistics() {
        return agent.ask(() -> new PirateQueueStatistics(
                workers.ready(),
                workers.busy(),
                requests,
                replies,
                workers.expired(),
                workers.refused(),
                workers.malformed(),
                drops()));
    }

    private Map<DropReason, Long> drops() {
        var all = new EnumMap<DropReason, Long>(DropReason.class);
        frontend.drops().forEach((reason, count) -> all.merge(reason, count, Long::sum));
        backend.drops().forEach((reason, count) -> all.merge(reason, count, Long::sum));
        return all;
    }

    /** Waits until it has ended: it was closed, or the context. */
    public void await() {
        agent.await();
    }

    /** Ends it. Clients ask again, and workers look for it, when it comes back. */
    @Override
    public void close() {
        agent.close();
    }
}
