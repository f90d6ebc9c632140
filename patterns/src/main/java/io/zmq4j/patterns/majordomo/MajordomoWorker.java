package io.zmq4j.patterns.majordomo;

import io.zmq4j.Context;
import io.zmq4j.Handler;
import io.zmq4j.error.WaitInterruptedException;
import io.zmq4j.patterns.majordomo.protocol.MdpVersion;
import io.zmq4j.patterns.majordomo.protocol.ServiceName;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * Offers a service at a Majordomo broker and answers one request at a time (RFC 7, RFC 18), until it is stopped or its context is
 * closed. Start as many as requests are to be answered at once.
 *
 * <pre>{@code
 * try (var worker = MajordomoWorker.start(context, "tcp://localhost:5555", "echo", request -> request)) {
 *     worker.await();
 * }
 * }</pre>
 *
 * <p>One thread talks to the broker, also while the handler works, in another one. When the broker is lost, or sends it away, the worker
 * registers anew; the reply to what it worked on meanwhile is dropped and counted, as the broker has given the request to somebody else.
 * Whatever a handler throws is counted, logged as {@code io.zmq4j.handler}, and answered as {@link WorkerOptions#onError} says.
 *
 * <p>The same request may come twice, here and at another worker: what is done must bear that (RFC 7, "Overall Topology").
 */
public final class MajordomoWorker implements AutoCloseable {
    /** How long {@link #close()} waits for the handler: 10 seconds. */
    public static final Duration GRACE = Duration.ofSeconds(10);

    private final Handling handling;
    private final WorkerLoop loop;
    private final Thread thread;

    private MajordomoWorker(
            Context context, String endpoint, String service, StreamingHandler handler, WorkerOptions options) {
        String name = context.name() + "-majordomo-worker-" + service;
        this.handling = new Handling(service, handler, options, task -> daemon(task, name + "-handler"));
        this.loop = new WorkerLoop(context, endpoint, service, options, handling);
        this.thread = daemon(loop, name);
    }

    private static Thread daemon(Runnable task, String name) {
        var thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }

    /** As {@link #start(Context, String, String, Handler, Consumer)}, as everything is by default. */
    public static MajordomoWorker start(Context context, String endpoint, String service, Handler handler) {
        return start(context, endpoint, service, handler, it -> {});
    }

    /**
     * Connects to a broker, now or as soon as it is there, and registers.
     *
     * @param endpoint of the broker
     * @param service 1 to {@value ServiceName#MAX_BYTES} bytes of printable text
     * @param handler makes the reply's body from the request's
     * @throws IllegalArgumentException if the service has no such name, or one of the broker's own
     * @throws io.zmq4j.error.EndpointException if it is no endpoint
     */
    public static MajordomoWorker start(
            Context context, String endpoint, String service, Handler handler, Consumer<WorkerOptions> settings) {
        Objects.requireNonNull(handler, "handler");
        return start(
                context, endpoint, service, (request, parts) -> handler.handle(request), settings, new WorkerOptions());
    }

    /**
     * As {@link #start(Context, String, String, Handler, Consumer)}, for a handler whose replies come in parts. The worker speaks 0.2, as
     * 0.1 has whole replies only.
     *
     * @throws IllegalArgumentException also if the settings say 0.1
     */
    public static MajordomoWorker startStreaming(
            Context context,
            String endpoint,
            String service,
            StreamingHandler handler,
            Consumer<WorkerOptions> settings) {
        Objects.requireNonNull(handler, "handler");
        Consumer<WorkerOptions> checked = Objects.requireNonNull(settings, "settings")
                .andThen(options -> {
                    if (options.version == MdpVersion.V0_1) {
                        throw new IllegalArgumentException("version is 0.1: replies in parts need 0.2");
                    }
                });
        return start(context, endpoint, service, handler, checked, new WorkerOptions().version(MdpVersion.V0_2));
    }

    private static MajordomoWorker start(
            Context context,
            String endpoint,
            String service,
            StreamingHandler handler,
            Consumer<WorkerOptions> settings,
            WorkerOptions options) {
        Objects.requireNonNull(context, "context");
        Objects.requireNonNull(endpoint, "endpoint");
        if (ServiceName.check(service).startsWith(ServiceName.MANAGEMENT)) {
            throw new IllegalArgumentException("service is \"" + service + "\": names that begin with "
                    + ServiceName.MANAGEMENT + " are the broker's own");
        }
        Objects.requireNonNull(settings, "settings").accept(options);
        var worker = new MajordomoWorker(context, endpoint, service, handler, options);
        worker.thread.start();
        return worker;
    }

    /** What it has done so far. */
    public WorkerStatistics statistics() {
        return handling.statistics(loop.dialogs());
    }

    /** Whether it is registered with nobody any more and its handler has ended. */
    public boolean hasEnded() {
        return !thread.isAlive() && handling.isIdle();
    }

    /**
     * Waits until it has stopped.
     *
     * @throws WaitInterruptedException if the thread was interrupted; its flag stays set
     */
    public void await() {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new WaitInterruptedException("interrupted while waiting for the end of a Majordomo worker");
        }
    }

    /**
     * Takes no more requests, waits until the one that is worked on is answered, and leaves the broker. If the handler takes longer, it is
     * interrupted, and the broker is told to give its request to another worker. A handler that calls this is not waited for; an interrupt
     * of the caller ends the waiting as if the time had passed, and its flag stays set.
     *
     * @param grace how long to wait; negative for as long as it takes
     * @return whether the handler was done in time
     */
    public boolean stop(Duration grace) {
        Objects.requireNonNull(grace, "grace");
        loop.stop();
        thread.interrupt();
        if (handling.isCurrentThread()) {
            return false;
        }
        boolean isDone = hasEndedWithin(grace.isNegative() ? 0 : Math.max(1, grace.toMillis()));
        if (!isDone) {
            loop.giveUp();
        }
        return isDone;
    }

    private boolean hasEndedWithin(long millis) {
        try {
            thread.join(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return !thread.isAlive();
    }

    /** As {@link #stop(Duration)} with {@link #GRACE}. */
    @Override
    public void close() {
        stop(GRACE);
    }
}
