package io.zmq4j.patterns.freelance;

import io.zmq4j.Context;
import io.zmq4j.RouterSocket;
import io.zmq4j.error.RequestFailedException;
import io.zmq4j.error.RequestFailedException.Reason;
import io.zmq4j.error.SocketClosedException;
import io.zmq4j.error.UnroutableException;
import io.zmq4j.error.WaitInterruptedException;
import io.zmq4j.error.ZmqException;
import io.zmq4j.event.Received;
import io.zmq4j.message.Message;
import io.zmq4j.patterns.agent.Agent;
import io.zmq4j.patterns.agent.Delivery;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Asks one of several servers, and the next one too when no answer comes in time: the guide's Freelance pattern, RFC 10. There is nobody
 * in the middle, so there is nothing in the middle that can die.
 *
 * <pre>{@code
 * try (var client = FreelanceClient.start(context, List.of("tcp://one:5555", "tcp://two:5555"))) {
 *     System.out.println(client.request("World", Duration.ofSeconds(5)).text());
 * }
 * }</pre>
 *
 * <p>The first answer wins, whoever gives it; others are dropped and counted. A server that has died costs one time-out, {@link
 * FreelanceClientOptions#patience}, in all: then it is asked last, until it is heard again. More than one server may handle a request.
 *
 * <p>Safe for any thread. One daemon thread does the work; it ends with {@link #close} or with the context. Callbacks of futures run in
 * the JDK's common pool.
 */
public final class FreelanceClient implements AutoCloseable {
    private final Agent agent;
    private final RouterSocket router;
    private final Calls calls;
    private final int maxOutstanding;

    /** Every future that is not done yet: none of them stays so after the end. */
    private final Set<Pending> outstanding = ConcurrentHashMap.newKeySet();

    private FreelanceClient(Context context, List<String> servers, FreelanceClientOptions options) {
        maxOutstanding = options.maxOutstanding();
        agent = new Agent(context, "freelance-client");
        router = context.router().linger(Duration.ZERO);
        agent.read(router, this::received);
        calls = new Calls(servers, this::send, options.pace(servers.size()), System.nanoTime());
        boolean isStarted = false;
        try {
            options.apply(router);
            // What cannot be sent now is for another server, and is not to be done when this one comes back.
            router.immediate(true).routerMandatory(true);
            for (var server : servers) {
                // RFC 10, "Request and Reply Routing": a server is known by its endpoint.
                router.connectRoutingId(server).connect(server);
            }
            agent.start(this::onTime, this::ended);
            isStarted = true;
        } finally {
            if (!isStarted) {
                agent.close();
            }
        }
    }

    /** One with the defaults of {@link FreelanceClientOptions}. */
    public static FreelanceClient start(Context context, List<String> servers) {
        return start(context, servers, it -> {});
    }

    /**
     * One with settings.
     *
     * @param servers their endpoints, at least one, none twice, in the order in which they are preferred
     * @throws io.zmq4j.error.EndpointException if one of them is no endpoint
     */
    public static FreelanceClient start(
            Context context, List<String> servers, Consumer<FreelanceClientOptions> settings) {
        Objects.requireNonNull(context, "context");
        Objects.requireNonNull(servers, "servers");
        Objects.requireNonNull(settings, "settings");
        if (servers.isEmpty() || Set.copyOf(servers).size() != servers.size()) {
            throw new IllegalArgumentException("servers is " + servers + ": at least one is allowed, and none twice");
        }
        var options = new FreelanceClientOptions();
        settings.accept(options);
        return new FreelanceClient(context, List.copyOf(servers), options);
    }

    /** As {@link #request(Message, Duration)}, for a text. */
    public Message request(String request, Duration timeout) {
        return request(Message.of(Objects.requireNonNull(request, "request")), timeout);
    }

    /**
     * Asks, and waits for the first answer.
     *
     * @param timeout how long to wait in all; positive
     * @throws RequestFailedException if none came in time: TIMEOUT, or NO_PEER if nobody could be asked; BUSY at once, with nothing
     *     sent, if as many requests as may be are outstanding
     * @throws WaitInterruptedException if the thread was interrupted; its flag stays set, the request is given up
     * @throws SocketClosedException if the client is, or gets, closed
     */
    public Message request(Message request, Duration timeout) {
        // The calling thread waits, so its answer needs no other thread.
        var future = ask(request, timeout, Runnable::run);
        try {
            return future.get();
        } catch (InterruptedException e) {
            future.cancel(false);
            Thread.currentThread().interrupt();
            throw new WaitInterruptedException("interrupted while waiting for an answer");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RequestFailedException failed) {
                throw new RequestFailedException(failed.reason(), failed.tries(), failed.elapsed(), null, null, failed);
            }
            throw closed();
        }
    }

    /**
     * Asks, and gives the first answer as a future, which fails as {@link #request(Message, Duration)} does. Cancelling it, or
     * completing it, gives the request up.
     */
    public CompletableFuture<Message> requestAsync(Message request, Duration timeout) {
        return ask(request, timeout, Delivery.POOL);
    }

    private CompletableFuture<Message> ask(Message request, Duration timeout, Executor delivery) {
        Objects.requireNonNull(request, "request");
        Objects.requireNonNull(timeout, "timeout");
        if (timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException("timeout is " + timeout + ": a positive one is allowed");
        }
        var pending = new Pending(delivery);
        if (outstanding.size() >= maxOutstanding) {
            pending.failed(Reason.BUSY, 0);
            return pending.future;
        }
        outstanding.add(pending);
        long now = System.nanoTime();
        long deadline = now + Math.min(timeout.toNanos(), Long.MAX_VALUE / 4);
        boolean isTaken = agent.execute(() -> {
            long number = calls.begin(request, deadline, pending, System.nanoTime());
            pending.future.whenComplete((reply, failure) -> {
                if (pending.future.isCancelled() || failure == null) {
                    agent.execute(() -> calls.cancel(number));
                }
            });
        });
        if (!isTaken) {
            pending.end(closed());
        }
        pending.future.whenComplete((reply, failure) -> outstanding.remove(pending));
        return pending.future;
    }

    /** A request under way: where its answer goes. */
    private static final class Pending implements Calls.Caller {
        private final CompletableFuture<Message> future = new CompletableFuture<>();
        private final long begin = System.nanoTime();
        private final Executor delivery;

        Pending(Executor delivery) {
            this.delivery = delivery;
        }

        @Override
        public void answered(Message reply) {
            delivery.execute(() -> future.complete(reply));
        }

        @Override
        public void failed(Reason reason, int tries) {
            end(new RequestFailedException(
                    reason, tries, Duration.ofNanos(System.nanoTime() - begin), null, null, null));
        }

        void end(ZmqException failure) {
            delivery.execute(() -> future.completeExceptionally(failure));
        }
    }

    private boolean send(String server, Message message) {
        try {
            return router.trySend(message.prependWrapped(server.getBytes(StandardCharsets.UTF_8)));
        } catch (UnroutableException e) {
            return false;
        }
    }

    private void received(Received received) {
        Message message = received.message();
        if (message.frameCount() > 1) {
            calls.received(message.text(), message.from(1), System.nanoTime());
        }
    }

    private long onTime(long now) {
        calls.onTime(now);
        return calls.next(now);
    }

    private void ended() {
        outstanding.forEach(pending -> pending.end(closed()));
    }

    private static SocketClosedException closed() {
        return new SocketClosedException("the Freelance client is closed");
    }

    /** What it knows and has done. */
    public FreelanceClientStatistics statistics() {
        return agent.ask(() -> new FreelanceClientStatistics(
                calls.servers(),
                outstanding.size(),
                calls.answered(),
                calls.failed(),
                calls.late(),
                calls.malformed(),
                router.drops()));
    }

    /** Ends it; requests that are outstanding fail. */
    @Override
    public void close() {
        agent.close();
    }
}
