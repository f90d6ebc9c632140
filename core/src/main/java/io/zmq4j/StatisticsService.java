package io.zmq4j;

import io.zmq4j.error.EndpointException;
import io.zmq4j.message.Message;
import io.zmq4j.options.SocketOptions;
import io.zmq4j.pattern.Rows;
import io.zmq4j.socket.Attached;
import io.zmq4j.socket.ContextCore;
import io.zmq4j.socket.Fresh;
import io.zmq4j.socket.Serving;
import io.zmq4j.socket.SocketCore;
import io.zmq4j.zmtp.SocketType;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Answers who asks how a context stands. One thread answers all, so that they cost no more than a core together; a snapshot is taken
 * once in a while only, and its bytes are shared by all the queues that they wait in.
 */
final class StatisticsService {
    private static final byte[] REQUEST = "stats 1".getBytes(StandardCharsets.US_ASCII);
    private static final Message NOT_UNDERSTOOD =
            Message.of("{\"error\":\"not understood: the request is one frame, stats 1\"}");

    /** More than any request has. */
    private static final long LARGEST_REQUEST = 1024;

    /** A viewer waits for one answer at a time. */
    private static final int QUEUED = 10;

    private static final Duration LINGER = Duration.ofMillis(100);

    private final Fresh<Message> snapshot;

    /**
     * @param json how the context stands
     * @param clock in nanoseconds
     */
    StatisticsService(Supplier<String> json, LongSupplier clock) {
        snapshot = new Fresh<>(() -> Message.of(json.get()), clock);
    }

    static Binding start(ContextCore context, String endpoint, Consumer<RouterSocket> settings) {
        SocketCore socket = context.open(Rows.of(SocketType.ROUTER));
        boolean isStarted = false;
        try {
            var router = new RouterSocket(socket);
            router.sendHighWaterMark(QUEUED)
                    .receiveHighWaterMark(QUEUED)
                    .linger(LINGER)
                    .set(SocketOptions.MAXMSGSIZE, LARGEST_REQUEST);
            settings.accept(router);
            Attached bound = socket.bind(endpoint);
            if (socket.isUnprotected()) {
                throw new EndpointException("Endpoint \"" + bound.uri()
                        + "\": statistics are served to other machines with SECURITY or a ZAP_DOMAIN only; "
                        + "without, allowed: ipc://path, tcp://127.0.0.1:port");
            }
            var service = new StatisticsService(() -> context.snapshot().toJson(), System::nanoTime);
            socket.serve(new Serving(
                    router,
                    Serving.Way.IN_ENVELOPE,
                    service::answer,
                    (request, failure) -> null,
                    (failure, count) -> {},
                    1,
                    Runnable::run));
            isStarted = true;
            return new Binding(bound, socket);
        } finally {
            if (!isStarted) {
                socket.close();
            }
        }
    }

    Message answer(Message request) {
        return request.frameCount() == 1 && Arrays.equals(request.bytes(0), REQUEST) ? snapshot.get() : NOT_UNDERSTOOD;
    }
}
