package io.zmq4j.patterns.majordomo;

import io.zmq4j.Context;
import io.zmq4j.DealerSocket;
import io.zmq4j.error.RequestFailedException;
import io.zmq4j.error.RequestFailedException.Reason;
import io.zmq4j.error.WaitInterruptedException;
import io.zmq4j.message.Message;
import io.zmq4j.patterns.majordomo.protocol.ClientRequest;
import io.zmq4j.patterns.majordomo.protocol.ClientRestart;
import io.zmq4j.patterns.majordomo.protocol.ServiceName;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;

/**
 * Asks services by name, through a Majordomo broker (RFC 7, RFC 18). Every method is safe for any thread; many requests may be
 * outstanding, in any number of threads.
 *
 * <pre>{@code
 * try (var client = MajordomoClient.connect(context, "tcp://localhost:5555", it -> it.tries(3))) {
 *     Message reply = client.request("echo", Message.of("Hello"), Duration.ofSeconds(2));
 * }
 * }</pre>
 *
 * <p>What a broker refuses, and what its workers never answer, it does not tell: to the client it is a timeout.
 */
public final class MajordomoClient implements AutoCloseable {
    private final Context context;
    private final String endpoint;
    private final ClientOptions options;
    private final Lanes lanes;

    private MajordomoClient(Context context, String endpoint, ClientOptions options) {
        this.context = context;
        this.endpoint = endpoint;
        this.options = options;
        this.lanes = new Lanes(() -> new Lane(this::open), options.connections, options.maxWaiting);
    }

    /** As {@link #connect(Context, String, Consumer)}, as everything is by default. */
    public static MajordomoClient connect(Context context, String endpoint) {
        return connect(context, endpoint, it -> {});
    }

    /**
     * A client of a broker, which need not be there yet: connections are made with the requests.
     *
     * @param endpoint of the broker; a wrong one is told by the first request
     */
    public static MajordomoClient connect(Context context, String endpoint, Consumer<ClientOptions> settings) {
        Objects.requireNonNull(context, "context");
        Objects.requireNonNull(endpoint, "endpoint");
        var options = new ClientOptions();
        Objects.requireNonNull(settings, "settings").accept(options);
        return new MajordomoClient(context, endpoint, options);
    }

    private DealerSocket open() {
        DealerSocket socket = context.dealer().linger(Duration.ZERO);
        boolean isOpen = false;
        try {
            options.socket.accept(socket);
            String own = socket.metadata();
            socket.metadata(own.isEmpty() ? ClientRestart.METADATA : own + ";" + ClientRestart.METADATA);
            socket.connect(endpoint);
            isOpen = true;
            return socket;
        } finally {
            if (!isOpen) {
                socket.close();
            }
        }
    }

    /**
     * Asks a service and waits for its reply, sending the request again, on another connection, as often as {@link ClientOptions#tries}
     * says whenever {@code patience} passes.
     *
     * @param patience how long to wait for each try; positive
     * @return the reply's body
     * @throws RequestFailedException if there is none
     * @throws IllegalArgumentException if the service cannot have such a name
     * @throws WaitInterruptedException if the thread was interrupted; its flag stays set, the request is given up
     */
    public Message request(String service, Message body, Duration patience) {
        CompletableFuture<Message> reply = requestAsync(service, body, patience);
        try {
            return reply.get();
        } catch (InterruptedException e) {
            reply.cancel(false);
            Thread.currentThread().interrupt();
            throw new WaitInterruptedException("interrupted while waiting for the service " + service);
        } catch (ExecutionException e) {
            // A stack of the caller's, instead of one of the thread that has found out.
            throw e.getCause() instanceof RequestFailedException failed
                    ? new RequestFailedException(
                            failed.reason(), failed.tries(), failed.elapsed(), endpoint, null, failed.getCause())
                    : new CompletionException(e.getCause());
        }
    }

    /** As {@link #requestAsync(String, Message, Duration, ReplyParts)}, for replies that come whole. */
    public CompletableFuture<Message> requestAsync(String service, Message body, Duration patience) {
        return requestAsync(service, body, patience, ReplyParts.NONE);
    }

    /**
     * Asks a service and gives its reply as a future, as {@link #request} does otherwise. Cancelling it gives the reply up; its connection
     * serves another request when the next part has come, or the patience is over. Callbacks run in a worker thread of the context, or of
     * the common pool.
     *
     * @param patience how long to wait for each try, and for each part of a reply; positive
     * @param parts gets the parts of a reply before its last one, which only version 0.2 has
     * @return a future that fails with {@link RequestFailedException}
     */
    public CompletableFuture<Message> requestAsync(String service, Message body, Duration patience, ReplyParts parts) {
        var request = new ClientRequest(options.version, service, body);
        long nanos = Checks.positive(patience, "patience").toNanos();
        var call = new Call(lanes, request, nanos, Objects.requireNonNull(parts, "parts"), options.tries, endpoint);
        call.attempt();
        return call.reply();
    }

    /**
     * Whether at least one worker offers a service, by the broker's mmi.service (RFC 8).
     *
     * @throws RequestFailedException if the broker does not say
     */
    public boolean hasService(String service, Duration patience) {
        return request("mmi.service", Message.of(ServiceName.check(service)), patience)
                .text()
                .equals("200");
    }

    /** How many requests have no reply yet, those that wait for a connection included. */
    public int outstanding() {
        return lanes.outstanding();
    }

    /** Ends its connections: requests that have no reply fail with {@link Reason#CLOSED}, and so do later ones. */
    @Override
    public void close() {
        lanes.end();
    }
}
