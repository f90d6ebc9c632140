package io.zmq4j.patterns.majordomo;

import io.zmq4j.Context;
import io.zmq4j.RouterSocket;
import io.zmq4j.error.SocketClosedException;
import io.zmq4j.error.UnroutableException;
import io.zmq4j.error.WaitInterruptedException;
import io.zmq4j.event.Received;
import io.zmq4j.message.Message;
import io.zmq4j.patterns.majordomo.protocol.ClientRestart;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Hands requests for named services to the workers that offer them (RFC 7, RFC 18, RFC 8), on one ROUTER for clients and workers, which
 * may be of any implementation. It keeps nothing that would survive it: clients ask again, workers register again.
 *
 * <pre>{@code
 * try (var context = Context.create(); var broker = MajordomoBroker.start(context, "tcp://*:5555")) {
 *     broker.await();
 * }
 * }</pre>
 *
 * <p>One thread does it all. Every method is safe for any thread.
 */
public final class MajordomoBroker implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger("io.zmq4j.majordomo");

    private static final long CLOSE_MILLIS = TimeUnit.SECONDS.toMillis(5);

    /** How many messages are taken before the clock is looked at. */
    private static final int BATCH = 1_000;

    private final RouterSocket router;
    private final Object lock = new Object();
    private final BrokerMachine machine;
    private final Thread thread;

    private MajordomoBroker(RouterSocket router, BrokerOptions options, String threadName) {
        this.router = router;
        this.machine = new BrokerMachine(options, this::trySend, System.nanoTime());
        this.thread = new Thread(this::run, threadName);
        thread.setDaemon(true);
    }

    /** As {@link #start(Context, String, Consumer)}, as everything is by default. */
    public static MajordomoBroker start(Context context, String endpoint) {
        return start(context, endpoint, it -> {});
    }

    /**
     * Binds a socket of its own, and starts.
     *
     * @param endpoint such as {@code tcp://*:5555}; {@link #bind} adds more
     * @throws io.zmq4j.error.EndpointException if it cannot be bound
     */
    public static MajordomoBroker start(Context context, String endpoint, Consumer<BrokerOptions> settings) {
        Objects.requireNonNull(context, "context");
        Objects.requireNonNull(endpoint, "endpoint");
        var options = new BrokerOptions();
        Objects.requireNonNull(settings, "settings").accept(options);
        RouterSocket router =
                context.router().named("majordomo").routerMandatory(true).linger(Duration.ofSeconds(1));
        boolean isStarted = false;
        try {
            options.socket.accept(router);
            var broker = new MajordomoBroker(router, options, context.name() + "-majordomo-broker");
            router.bind(endpoint);
            broker.thread.start();
            isStarted = true;
            return broker;
        } finally {
            if (!isStarted) {
                router.close();
            }
        }
    }

    /** Where it listens: the endpoint that was bound last, with the real port or path. */
    public String endpoint() {
        return router.lastEndpoint();
    }

    /**
     * Listens on one more endpoint.
     *
     * @return the same with the real port or path
     * @throws io.zmq4j.error.EndpointException if it cannot be bound
     */
    public String bind(String endpoint) {
        return router.bind(endpoint).uri();
    }

    /** How it stands at this moment. */
    public BrokerStatistics statistics() {
        synchronized (lock) {
            return machine.statistics();
        }
    }

    private boolean trySend(Message message) {
        try {
            return router.trySend(message);
        } catch (UnroutableException e) {
            return false;
        }
    }

    private void run() {
        try {
            while (true) {
                take(received(machine.nextTime() - System.nanoTime()));
                synchronized (lock) {
                    machine.onTime(System.nanoTime());
                }
            }
        } catch (SocketClosedException | WaitInterruptedException e) {
            // It was closed, or its context.
        } catch (RuntimeException | Error e) {
            LOG.log(System.Logger.Level.ERROR, "the Majordomo broker at " + endpoint() + " failed and ends", e);
            throw e;
        } finally {
            router.close();
        }
    }

    private @Nullable Received received(long nanos) {
        return router.receiveFrom(Duration.ofNanos(Math.max(0, nanos))).orElse(null);
    }

    private void take(@Nullable Received first) {
        Received next = first;
        for (int taken = 0; next != null; taken++) {
            boolean mayRestart = next.peer().metadata().containsKey(ClientRestart.PROPERTY);
            synchronized (lock) {
                machine.onMessage(next.message(), mayRestart, System.nanoTime());
            }
            next = taken < BATCH ? router.tryReceiveFrom().orElse(null) : null;
        }
    }

    /** Waits until it has ended, as it was closed, or its context. */
    public void await() {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new WaitInterruptedException("interrupted while waiting for the end of a Majordomo broker");
        }
    }

    /**
     * Tells its workers, so that they look for it again, and ends. Requests that are with it are lost; their clients ask again. Waits at
     * most 5 seconds for its thread.
     */
    @Override
    public void close() {
        synchronized (lock) {
            if (!router.isClosed()) {
                machine.end();
            }
        }
        router.close();
        try {
            thread.join(CLOSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
