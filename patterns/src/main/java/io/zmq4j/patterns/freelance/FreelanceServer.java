package io.zmq4j.patterns.freelance;

import io.zmq4j.Context;
import io.zmq4j.Handler;
import io.zmq4j.RouterSocket;
import io.zmq4j.error.SocketClosedException;
import io.zmq4j.event.Received;
import io.zmq4j.message.Message;
import io.zmq4j.patterns.agent.Agent;
import io.zmq4j.patterns.agent.Seldom;
import io.zmq4j.patterns.agent.Timer;
import java.util.Objects;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * A server of the guide's Freelance pattern, RFC 10: answers requests, and says that it lives while it works on them.
 *
 * <pre>{@code
 * try (var server = FreelanceServer.start(context, "tcp://*:5555", request -> Message.of("Hello, " + request.text()))) {
 *     server.await();
 * }
 * }</pre>
 *
 * <p>A handler that throws is counted and told, and gives no answer: the client asks another server. Safe for any thread. One daemon
 * thread reads, others run the handlers; they end with {@link #close} or with the context.
 */
public final class FreelanceServer implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger("io.zmq4j.patterns");

    private final Agent agent;
    private final RouterSocket router;
    private final Handler handler;
    private final ExecutorService handling;
    private final String endpoint;
    private final AtomicLong pings = new AtomicLong();
    private final AtomicLong served = new AtomicLong();
    private final AtomicLong failed = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    private final AtomicLong malformed = new AtomicLong();

    private FreelanceServer(Context context, String wanted, Handler handler, FreelanceServerOptions options) {
        this.handler = handler;
        agent = new Agent(context, "freelance-server");
        router = context.router();
        agent.read(router, this::received);
        var pool = new ThreadPoolExecutor(
                options.concurrency(),
                options.concurrency(),
                10,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(options.maxWaiting()),
                task -> {
                    var thread = new Thread(task, context.name() + "-freelance-handler");
                    thread.setDaemon(true);
                    return thread;
                });
        pool.allowCoreThreadTimeOut(true);
        handling = pool;
        boolean isStarted = false;
        try {
            options.apply(router, wanted);
            endpoint = router.bind(wanted).uri();
            agent.start(Timer.NONE, handling::shutdownNow);
            isStarted = true;
        } finally {
            if (!isStarted) {
                agent.close();
                handling.shutdownNow();
            }
        }
    }

    /** One with the defaults of {@link FreelanceServerOptions}. */
    public static FreelanceServer start(Context context, String endpoint, Handler handler) {
        return start(context, endpoint, handler, it -> {});
    }

    /**
     * One with settings.
     *
     * @param endpoint to be bound
     * @param handler makes the answer to a request; called by several threads at the same time
     * @throws io.zmq4j.error.EndpointException if it cannot be bound
     */
    public static FreelanceServer start(
            Context context, String endpoint, Handler handler, Consumer<FreelanceServerOptions> settings) {
        Objects.requireNonNull(context, "context");
        Objects.requireNonNull(endpoint, "endpoint");
        Objects.requireNonNull(handler, "handler");
        Objects.requireNonNull(settings, "settings");
        var options = new FreelanceServerOptions();
        settings.accept(options);
        return new FreelanceServer(context, endpoint, handler, options);
    }

    /** Where it is bound, with the real port or path where {@code *} was given. */
    public String endpoint() {
        return endpoint;
    }

    private void received(Received received) {
        Message message = received.message();
        if (message.frameCount() > 2) {
            handle(message);
        } else if (message.frameCount() == 2 && message.from(1).equals(Flp.PING)) {
            pings.incrementAndGet();
            router.send(Flp.PONG.prepend(message.bytes()));
        } else {
            malformed.incrementAndGet();
        }
    }

    private void handle(Message request) {
        try {
            handling.execute(() -> answer(request));
        } catch (RejectedExecutionException e) {
            refused.incrementAndGet();
        }
    }

    /** In a thread of its own. RFC 10: the control frame goes back unmodified. */
    private void answer(Message request) {
        try {
            Message reply = handler.handle(request.from(2));
            router.send(reply.prependWrapped(request.bytes(1)).prependWrapped(request.bytes(0)));
            served.incrementAndGet();
        } catch (SocketClosedException e) {
            // It has ended.
        } catch (Exception | Error e) {
            long count = failed.incrementAndGet();
            if (agent.isRunning() && Seldom.isTold(count)) {
                LOG.log(
                        System.Logger.Level.WARNING,
                        "a handler of the Freelance server at " + endpoint + " failed, " + count + " in all so far",
                        e);
            }
        }
    }

    /** What it has done. */
    public FreelanceServerStatistics statistics() {
        return new FreelanceServerStatistics(
                pings.get(), served.get(), failed.get(), refused.get(), malformed.get(), router.drops());
    }

    /** Waits until it has ended: it was closed, or the context. */
    public void await() {
        agent.await();
    }

    /** Ends it, and interrupts its handlers. */
    @Override
    public void close() {
        agent.close();
    }
}
