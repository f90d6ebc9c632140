package io.zmq4j.patterns.majordomo;

import io.zmq4j.Context;
import io.zmq4j.DealerSocket;
import io.zmq4j.Handler;
import io.zmq4j.error.SocketClosedException;
import io.zmq4j.error.WaitInterruptedException;
import io.zmq4j.message.Message;
import io.zmq4j.patterns.majordomo.protocol.ServiceName;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

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

    private static final System.Logger LOG = System.getLogger("io.zmq4j.handler");

    /** How often a worker that stops looks whether its handler is done. */
    private static final long STOPPING_LOOK = TimeUnit.MILLISECONDS.toNanos(10);

    private static final Duration LINGER = Duration.ofSeconds(1);

    private enum Phase {
        RUNNING,
        STOPPING
    }

    private final Context context;
    private final String endpoint;
    private final String service;
    private final Handler handler;
    private final WorkerOptions options;
    private final Thread thread;
    private final ExecutorService work;
    private final Object lock = new Object();

    private volatile Phase phase = Phase.RUNNING;
    private volatile @Nullable Thread handling;

    // Guarded by the lock.
    private @Nullable DealerSocket socket;
    private @Nullable WorkerDialog dialog;
    private long requests;
    private long failed;
    private long unsent;
    private long dialogs;

    private MajordomoWorker(Context context, String endpoint, String service, Handler handler, WorkerOptions options) {
        this.context = context;
        this.endpoint = endpoint;
        this.service = service;
        this.handler = handler;
        this.options = options;
        String name = context.name() + "-majordomo-worker-" + service;
        this.thread = daemon(this::run, name);
        this.work = Executors.newSingleThreadExecutor(task -> daemon(task, name + "-handler"));
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
        Objects.requireNonNull(context, "context");
        Objects.requireNonNull(endpoint, "endpoint");
        Objects.requireNonNull(handler, "handler");
        if (ServiceName.check(service).startsWith(ServiceName.MANAGEMENT)) {
            throw new IllegalArgumentException("service is \"" + service + "\": names that begin with "
                    + ServiceName.MANAGEMENT + " are the broker's own");
        }
        var options = new WorkerOptions();
        Objects.requireNonNull(settings, "settings").accept(options);
        var worker = new MajordomoWorker(context, endpoint, service, handler, options);
        worker.socket = worker.open();
        worker.thread.start();
        return worker;
    }

    private DealerSocket open() {
        DealerSocket fresh = context.dealer().named("majordomo " + service).linger(LINGER);
        boolean isOpen = false;
        try {
            options.socket.accept(fresh);
            fresh.connect(endpoint);
            isOpen = true;
            return fresh;
        } finally {
            if (!isOpen) {
                fresh.close();
            }
        }
    }

    // ---- the thread that talks to the broker

    private void run() {
        try {
            while (phase == Phase.RUNNING) {
                long began = System.nanoTime();
                converse(current());
                pause(began + options.reconnectNanos - System.nanoTime());
            }
        } catch (SocketClosedException | WaitInterruptedException e) {
            // The context was closed.
        } finally {
            giveUp();
        }
    }

    private DealerSocket current() {
        synchronized (lock) {
            DealerSocket known = socket;
            if (known != null && !known.isClosed()) {
                return known;
            }
        }
        DealerSocket fresh = open();
        synchronized (lock) {
            socket = fresh;
        }
        return fresh;
    }

    private void converse(DealerSocket dealer) {
        WorkerDialog begun = begin(dealer);
        try (dealer) {
            while (isGoingOn(begun)) {
                Message message = receive(dealer, begun);
                Message request = message == null ? null : taken(begun, message);
                if (request != null) {
                    work.execute(() -> handle(dealer, begun, request));
                }
            }
        } catch (SocketClosedException | RejectedExecutionException e) {
            // By who stops the worker, by a handler that has no reply, or with the context: then no other can be
            // opened.
        }
    }

    private WorkerDialog begin(DealerSocket dealer) {
        synchronized (lock) {
            dialogs++;
            var begun = new WorkerDialog(
                    options.version,
                    service,
                    options.heartbeatNanos,
                    options.liveness,
                    dealer::trySend,
                    System.nanoTime());
            dialog = begun;
            return begun;
        }
    }

    private boolean isGoingOn(WorkerDialog dialog) {
        synchronized (lock) {
            long now = System.nanoTime();
            if (phase == Phase.STOPPING && dialog.state() == WorkerDialog.State.IDLE) {
                dialog.leave(now);
            }
            dialog.onTime(now);
            return dialog.state() != WorkerDialog.State.LOST;
        }
    }

    private @Nullable Message receive(DealerSocket dealer, WorkerDialog dialog) {
        long nanos;
        synchronized (lock) {
            nanos = Math.max(0, dialog.nextTime() - System.nanoTime());
        }
        if (phase == Phase.STOPPING) {
            nanos = Math.min(nanos, STOPPING_LOOK);
        }
        try {
            return dealer.receive(Duration.ofNanos(nanos)).orElse(null);
        } catch (WaitInterruptedException e) {
            // By who stops the worker: nobody else has this thread.
            Thread.interrupted();
            return null;
        }
    }

    private @Nullable Message taken(WorkerDialog dialog, Message message) {
        synchronized (lock) {
            Message request = dialog.onMessage(message, System.nanoTime());
            requests += request == null ? 0 : 1;
            return request;
        }
    }

    private void pause(long nanos) {
        long end = System.nanoTime() + nanos;
        while (phase == Phase.RUNNING && end - System.nanoTime() > 0) {
            if (context.isClosed()) {
                throw new SocketClosedException("the context is closed");
            }
            try {
                TimeUnit.NANOSECONDS.sleep(Math.min(end - System.nanoTime(), TimeUnit.MILLISECONDS.toNanos(100)));
            } catch (InterruptedException e) {
                // The phase says why.
            }
        }
    }

    // ---- the thread of the handler

    private void handle(DealerSocket dealer, WorkerDialog dialog, Message request) {
        handling = Thread.currentThread();
        Message reply = null;
        try {
            reply = Objects.requireNonNull(handler.handle(request), "the handler's reply");
        } catch (Throwable e) {
            reply = afterFailure(request, e);
        }
        handling = null;
        synchronized (lock) {
            if (dialog.state() == WorkerDialog.State.LOST) {
                unsent++;
            } else if (reply == null) {
                dialog.leave(System.nanoTime());
                dealer.close();
            } else {
                send(dialog, reply);
            }
        }
    }

    private void send(WorkerDialog dialog, Message reply) {
        try {
            dialog.reply(reply, System.nanoTime());
        } catch (SocketClosedException e) {
            unsent++;
        }
    }

    private @Nullable Message afterFailure(Message request, Throwable failure) {
        long count;
        synchronized (lock) {
            count = ++failed;
        }
        if (isTold(count)) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "a handler of the Majordomo service " + service + " failed, " + count + " in all so far",
                    failure);
        }
        try {
            return options.onError.apply(request, failure);
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "what to answer for the Majordomo service " + service + " failed", e);
            return null;
        }
    }

    /** The first, the tenth, the hundredth and so on. */
    private static boolean isTold(long count) {
        long power = 1;
        while (power < count) {
            power *= 10;
        }
        return power == count;
    }

    // ---- from outside

    /** What it has done so far. */
    public WorkerStatistics statistics() {
        synchronized (lock) {
            return new WorkerStatistics(requests, failed, unsent, dialogs);
        }
    }

    /** Whether it is registered with nobody any more and its handler has ended. */
    public boolean hasEnded() {
        return !thread.isAlive() && handling == null;
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
        phase = Phase.STOPPING;
        thread.interrupt();
        if (Thread.currentThread() == handling) {
            return false;
        }
        boolean isDone = hasEndedWithin(grace.isNegative() ? 0 : Math.max(1, grace.toMillis()));
        if (!isDone) {
            giveUp();
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

    /** Leaves before it interrupts the handler: what an interrupted handler says of a request is no reply to it. */
    private void giveUp() {
        closeSocket();
        work.shutdownNow();
    }

    /** Whatever is under way: the broker gives it to another worker. */
    private void closeSocket() {
        synchronized (lock) {
            if (socket == null || socket.isClosed()) {
                return;
            }
            if (dialog != null) {
                dialog.leave(System.nanoTime());
            }
            socket.close();
        }
    }

    /** As {@link #stop(Duration)} with {@link #GRACE}. */
    @Override
    public void close() {
        stop(GRACE);
    }
}
