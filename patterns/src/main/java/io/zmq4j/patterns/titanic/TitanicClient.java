package io.zmq4j.patterns.titanic;

import io.zmq4j.Context;
import io.zmq4j.error.WaitInterruptedException;
import io.zmq4j.message.Message;
import io.zmq4j.patterns.majordomo.ClientOptions;
import io.zmq4j.patterns.majordomo.MajordomoClient;
import io.zmq4j.patterns.majordomo.protocol.ServiceName;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Leaves requests with a Titanic server and fetches the replies, now or another day, in this program or another (RFC 9). Every method is
 * safe for any thread.
 *
 * <pre>{@code
 * UUID id = titanic.submit("print", Message.of("report.pdf"), Duration.ofSeconds(5));
 * Optional<Message> reply = titanic.await(id, Duration.ofMinutes(10));
 * titanic.close(id, Duration.ofSeconds(5));
 * }</pre>
 *
 * <p>Where a call fails with {@link io.zmq4j.error.RequestFailedException}, nobody knows whether the server has done it. To submit again
 * may then store the request twice; to ask and to close again does no harm.
 */
public final class TitanicClient implements AutoCloseable {
    /** How often {@link #await} asks. */
    private static final Duration ASK_AGAIN = Duration.ofMillis(100);

    private final MajordomoClient client;

    private TitanicClient(MajordomoClient client) {
        this.client = client;
    }

    /** As {@link #connect(Context, String, Consumer)}, as everything is by default. */
    public static TitanicClient connect(Context context, String broker) {
        return connect(context, broker, it -> {});
    }

    /**
     * A client of the Titanic server behind a broker.
     *
     * @param broker the endpoint of the Majordomo broker
     * @param settings of the client of Majordomo that it uses
     */
    public static TitanicClient connect(Context context, String broker, Consumer<ClientOptions> settings) {
        return new TitanicClient(MajordomoClient.connect(context, broker, settings));
    }

    /**
     * Leaves a request.
     *
     * @param service that is to answer it
     * @return by which its reply is known; when this returns, the request is stored
     * @throws TitanicException if the server cannot store it, such as when its disk is full
     * @throws io.zmq4j.error.RequestFailedException if the server does not say
     */
    public UUID submit(String service, Message body, Duration patience) {
        Objects.requireNonNull(body, "body");
        Message request = body.prepend(ServiceName.check(service));
        Message reply = client.request(TitanicServices.REQUEST, request, patience);
        UUID id = Status.code(reply) == 200 ? RequestId.in(reply, 1) : null;
        if (id == null) {
            throw failure(reply, "submit");
        }
        return id;
    }

    /**
     * The reply to a request; empty if it has none yet.
     *
     * @throws TitanicException if there is no such request, status 400, or the server cannot tell
     * @throws io.zmq4j.error.RequestFailedException if the server does not say
     */
    public Optional<Message> reply(UUID id, Duration patience) {
        Objects.requireNonNull(id, "id");
        Message reply = client.request(TitanicServices.REPLY, Message.of(RequestId.text(id)), patience);
        return switch (Status.code(reply)) {
            case 200 -> Optional.of(reply.frameCount() > 1 ? reply.from(1) : Message.empty());
            case 300 -> Optional.empty();
            default -> throw failure(reply, "reply");
        };
    }

    /**
     * Asks for the reply until it is there. Errors as of {@link #reply}.
     *
     * @param timeout in all, positive
     * @return empty if the timeout passed
     */
    public Optional<Message> await(UUID id, Duration timeout) {
        long deadline =
                System.nanoTime() + TitanicOptions.positive(timeout, "timeout").toNanos();
        while (true) {
            long left = deadline - System.nanoTime();
            Optional<Message> reply = left <= 0 ? Optional.empty() : reply(id, Duration.ofNanos(left));
            if (reply.isPresent() || left <= 0) {
                return reply;
            }
            pause(Math.min(left, ASK_AGAIN.toNanos()));
        }
    }

    private static void pause(long nanos) {
        try {
            TimeUnit.NANOSECONDS.sleep(nanos);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new WaitInterruptedException("interrupted while waiting for a reply");
        }
    }

    /**
     * Has a request and its reply forgotten; also one that is not known, or still pending.
     *
     * @throws TitanicException if the server cannot do it now
     * @throws io.zmq4j.error.RequestFailedException if the server does not say
     */
    public void close(UUID id, Duration patience) {
        Objects.requireNonNull(id, "id");
        Message reply = client.request(TitanicServices.CLOSE, Message.of(RequestId.text(id)), patience);
        if (Status.code(reply) != 200) {
            throw failure(reply, "close");
        }
    }

    private static TitanicException failure(Message reply, String call) {
        int code = Status.code(reply);
        return code == 0
                ? new TitanicException(500, "titanic." + call + " was answered with something else than RFC 9 has")
                : new TitanicException(code, Status.text(reply));
    }

    @Override
    public void close() {
        client.close();
    }
}
