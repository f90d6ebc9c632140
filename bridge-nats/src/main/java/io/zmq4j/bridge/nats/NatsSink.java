package io.zmq4j.bridge.nats;

import io.nats.client.Connection;
import io.nats.client.JetStream;
import io.nats.client.JetStreamApiException;
import io.nats.client.JetStreamOptions;
import io.nats.client.api.PublishAck;
import io.nats.client.impl.Headers;
import io.zmq4j.bridge.spi.Address;
import io.zmq4j.bridge.spi.BridgeRecord;
import io.zmq4j.bridge.spi.Completion;
import io.zmq4j.bridge.spi.KeyRule;
import io.zmq4j.bridge.spi.Promise;
import io.zmq4j.bridge.spi.Sink;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Writes to a stream. Written means that the server has stored it.
 *
 * <p>A connection is never taken up again: what was sent over it reached the server up to some message and no further, so that going
 * back over a new one keeps the order. Each message has the id of its record, by which the server leaves out what it has stored already.
 */
final class NatsSink implements Sink {
    private static final String SUBJECT = "subject";
    private static final String ID_HEADER = "Nats-Msg-Id";
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    /** When a message of which nothing was heard has failed: no earlier than the client itself would say so. */
    private static final Duration FORGOTTEN = TIMEOUT.plusSeconds(2);

    private final Server server;
    private final KeyRule keys;
    private final Layout layout;
    private final Subject subject;
    private Connection connection;
    private JetStream jetStream;

    private NatsSink(Server server, Subject subject, Connection connection) throws IOException {
        this.server = server;
        this.subject = subject;
        this.keys = KeyRule.of(server.address());
        this.layout = Layout.of(server.address()).orElse(Layout.LAST);
        this.connection = connection;
        this.jetStream = jetStream(connection);
    }

    static NatsSink open(Address address) {
        Server server = Server.of(address, SUBJECT, "key", "body", Streams.CREATE);
        Connection connection = server.connect(0);
        try {
            var info = Streams.check(connection, server);
            return new NatsSink(
                    server,
                    subject(address, info.getConfiguration().getSubjects().get(0)),
                    connection);
        } catch (IOException e) {
            close(connection);
            throw server.failure(e);
        } catch (RuntimeException e) {
            close(connection);
            throw e;
        }
    }

    /** What the address says; else the stream's first subject, if that is one and no pattern. */
    private static Subject subject(Address address, String first) {
        String pattern = address.setting(SUBJECT).orElse(first);
        if (pattern.matches(".*[*>].*")) {
            throw new IllegalArgumentException(address
                    + " needs a subject to publish to, such as subject=orders.{key}: the" + " stream has " + first);
        }
        return new Subject(pattern);
    }

    private static JetStream jetStream(Connection connection) throws IOException {
        return connection.jetStream(
                JetStreamOptions.builder().requestTimeout(TIMEOUT).build());
    }

    @Override
    public void write(BridgeRecord record, Completion completion) {
        byte[] key = keys.keyOf(record);
        try {
            Headers headers = layout.headers(record, key);
            headers.put(ID_HEADER, HeaderText.of(record.origin().id().getBytes(StandardCharsets.UTF_8)));
            var unused = jetStream
                    .publishAsync(subject.of(key), headers, layout.body(record))
                    // What is published while the connection ends may be forgotten by the client, and its future with
                    // it.
                    .orTimeout(FORGOTTEN.toSeconds(), TimeUnit.SECONDS)
                    .whenComplete((stored, failure) -> end(completion, stored, failure));
        } catch (IllegalArgumentException | ArithmeticException e) {
            completion.rejected(String.valueOf(e.getMessage()));
        } catch (IllegalStateException e) {
            completion.failed(server.address() + ": " + e.getMessage());
        }
    }

    private void end(Completion completion, @Nullable PublishAck stored, @Nullable Throwable failure) {
        Throwable reason = unwrapped(failure);
        if (reason == null && stored != null) {
            completion.written();
        } else if (reason instanceof JetStreamApiException refusal
                && refusal.getApiErrorCode() == ErrorCode.MESSAGE_TOO_LARGE) {
            completion.rejected(String.valueOf(refusal.getMessage()));
        } else {
            completion.failed(server.address() + ": " + reason(reason));
        }
    }

    /** What a future of the client fails with stands in several wrappings. */
    private static @Nullable Throwable unwrapped(@Nullable Throwable failure) {
        Throwable reason = failure;
        while (reason != null
                && reason.getCause() != null
                && (reason instanceof CompletionException || reason.getClass() == RuntimeException.class)) {
            reason = reason.getCause();
        }
        return reason;
    }

    private static String reason(@Nullable Throwable failure) {
        if (failure == null || failure.getMessage() == null) {
            return "the connection is gone, or the server did not answer in time";
        }
        return failure.getMessage();
    }

    @Override
    public void reopen() {
        close(connection);
        connection = server.connect(0);
        try {
            jetStream = jetStream(connection);
        } catch (IOException e) {
            throw server.failure(e);
        }
    }

    @Override
    public Promise promise() {
        return Promise.AT_LEAST_ONCE;
    }

    @Override
    public void close() {
        close(connection);
    }

    static void close(Connection connection) {
        try {
            connection.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
