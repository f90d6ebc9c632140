package io.zmq4j.patterns.pirate;

import io.zmq4j.Context;
import io.zmq4j.DealerSocket;
import io.zmq4j.Handler;
import io.zmq4j.event.Received;
import io.zmq4j.message.Message;
import io.zmq4j.patterns.agent.Agent;
import io.zmq4j.patterns.agent.Seldom;
import io.zmq4j.patterns.agent.Source;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A worker of a {@link PirateQueue}, RFC 6: handles one request after the other, sends heartbeats meanwhile, and looks for the queue
 * anew when that is silent.
 *
 * <pre>{@code
 * try (var worker = PirateWorker.start(context, "tcp://queue:5556", request -> Message.of("Hello, " + request.text()))) {
 *     worker.await();
 * }
 * }</pre>
 *
 * <p>Safe for any thread. One daemon thread talks to the queue, another one runs the handler; they end with {@link #close} or with the
 * context.
 */
public final class PirateWorker implements AutoCloseable {
    /** How many requests it has at most: the guide's queue gives one that says that it lives another one while it works. */
    static final int MAX_WAITING = 100;

    private static final System.Logger LOG = System.getLogger("io.zmq4j.patterns");

    /**
     * <pre>
     *   CONNECTED ── the queue is silent ──▶ WAITING ── the time is over, and no request under way ──▶ CONNECTED
     * </pre>
     */
    private enum State {
        CONNECTED,
        WAITING
    }

    private final Context context;
    private final String endpoint;
    private final Handler handler;
    private final PirateWorkerOptions options;
    private final Agent agent;
    private final ExecutorService handling;
    private final AtomicLong failed = new AtomicLong();

    /** From here on owned by the agent's thread. */
    private State state = State.WAITING;

    private @Nullable DealerSocket dealer;
    private @Nullable Source source;
    private long connectAt = System.nanoTime();
    private long reconnectNanos;
    private long heartbeatAt;
    private long silentAt;
    private int underWay;
    private long served;
    private long reconnects;
    private long lateReplies;
    private long malformed;

    private PirateWorker(Context context, String endpoint, Handler handler, PirateWorkerOptions options) {
        this.context = context;
        this.endpoint = endpoint;
        this.handler = handler;
        this.options = options;
        reconnectNanos = options.reconnectNanos();
        agent = new Agent(context, "pirate-worker");
        handling = Executors.newSingleThreadExecutor(task -> {
            var thread = new Thread(task, context.name() + "-pirate-handler");
            thread.setDaemon(true);
            return thread;
        });
        boolean isStarted = false;
        try {
            connect(System.nanoTime());
            agent.start(this::onTime, handling::shutdownNow);
            isStarted = true;
        } finally {
            if (!isStarted) {
                agent.close();
                handling.shutdownNow();
            }
        }
    }

    /** One with the defaults of {@link PirateWorkerOptions}. */
    public static PirateWorker start(Context context, String endpoint, Handler handler) {
        return start(context, endpoint, handler, it -> {});
    }

    /**
     * One with settings.
     *
     * @param endpoint the queue's for workers, to be connected
     * @param handler makes the reply to a request's body; one that throws is answered as {@link PirateWorkerOptions#onError} says
     * @throws io.zmq4j.error.EndpointException if it is no endpoint
     */
    public static PirateWorker start(
            Context context, String endpoint, Handler handler, Consumer<PirateWorkerOptions> settings) {
        Objects.requireNonNull(context, "context");
        Objects.requireNonNull(endpoint, "endpoint");
        Objects.requireNonNull(handler, "handler");
        Objects.requireNonNull(settings, "settings");
        var options = new PirateWorkerOptions();
        settings.accept(options);
        return new PirateWorker(context, endpoint, handler, options);
    }

    private void connect(long now) {
        disconnect();
        DealerSocket fresh = context.dealer().linger(Duration.ZERO);
        source = agent.read(fresh, this::isFree, this::received);
        options.apply(fresh);
        fresh.connect(endpoint);
        fresh.trySend(Ppp.READY);
        dealer = fresh;
        state = State.CONNECTED;
        heartbeatAt = now + options.heartbeatNanos();
        silentAt = now + options.silenceNanos();
    }

    /** Whether it reads on: a queue sends one request at a time, but nobody has to keep what one sends that does not. */
    private boolean isFree() {
        return underWay < MAX_WAITING;
    }

    private void received(Received received) {
        silentAt = System.nanoTime() + options.silenceNanos();
        reconnectNanos = options.reconnectNanos();
        Message message = received.message();
        if (message.frameCount() > 1) {
            handle(message);
        } else if (!message.equals(Ppp.HEARTBEAT)) {
            malformed++;
        }
    }

    private void handle(Message request) {
        DealerSocket from = dealer;
        underWay++;
        try {
            handling.execute(() -> {
                Message reply = answer(request);
                agent.execute(() -> reply(reply, from));
            });
        } catch (RejectedExecutionException e) {
            // It ends.
            underWay--;
        }
    }

    /** In the handler's thread. Whatever it does, there is a reply, without which the queue gives this worker nothing more. */
    private Message answer(Message request) {
        try {
            return request.reply(handler.handle(request.body()));
        } catch (Exception | Error e) {
            return request.reply(failed(request, e));
        }
    }

    private Message failed(Message request, Throwable failure) {
        long count = failed.incrementAndGet();
        if (agent.isRunning() && Seldom.isTold(count)) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "a handler of the Pirate worker at " + endpoint + " failed, " + count + " in all so far",
                    failure);
        }
        return options.failed(request.body(), failure);
    }

    @SuppressWarnings("ReferenceEquality") // the socket by which the request came, or a later one
    private void reply(Message reply, @Nullable DealerSocket to) {
        underWay--;
        if (to != null && to == dealer && to.trySend(reply)) {
            served++;
        } else {
            lateReplies++;
        }
    }

    private long onTime(long now) {
        switch (state) {
            case CONNECTED -> {
                if (!isFree()) {
                    // What the queue says is not read now.
                    silentAt = now + options.silenceNanos();
                }
                if (now - silentAt >= 0) {
                    giveUp(now);
                } else if (now - heartbeatAt >= 0) {
                    heartbeatAt = now + options.heartbeatNanos();
                    if (dealer != null) {
                        dealer.trySend(Ppp.HEARTBEAT);
                    }
                }
            }
            case WAITING -> {
                // RFC 6: a new conversation begins with READY, which one that still has a request is not.
                if (now - connectAt >= 0 && underWay == 0) {
                    connect(now);
                }
            }
        }
        return switch (state) {
            case CONNECTED -> Math.min(heartbeatAt, silentAt) - now;
            case WAITING -> underWay > 0 ? options.heartbeatNanos() : connectAt - now;
        };
    }

    private void disconnect() {
        if (source != null) {
            agent.stop(source);
        }
        source = null;
        dealer = null;
    }

    private void giveUp(long now) {
        reconnects++;
        disconnect();
        state = State.WAITING;
        connectAt = now + reconnectNanos;
        reconnectNanos = Math.min(2 * reconnectNanos, options.reconnectMaxNanos());
    }

    /** What it has done. */
    public PirateWorkerStatistics statistics() {
        return agent.ask(() -> new PirateWorkerStatistics(
                state == State.CONNECTED, served, failed.get(), reconnects, lateReplies, malformed));
    }

    /** Waits until it has ended: it was closed, or the context. */
    public void await() {
        agent.await();
    }

    /** Ends it, and interrupts the handler. The queue notices by the missing heartbeats, or as the connection is gone. */
    @Override
    public void close() {
        agent.close();
    }
}
