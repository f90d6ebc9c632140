package io.zmq4j.bridge.nats;

import io.nats.client.BaseConsumerContext;
import io.nats.client.Connection;
import io.nats.client.ConsumerContext;
import io.nats.client.IterableConsumer;
import io.nats.client.JetStreamApiException;
import io.nats.client.JetStreamStatusCheckedException;
import io.nats.client.Message;
import io.zmq4j.bridge.spi.Address;
import io.zmq4j.bridge.spi.BridgeRecord;
import io.zmq4j.bridge.spi.Promise;
import io.zmq4j.bridge.spi.Source;
import io.zmq4j.bridge.spi.Start;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Reads a stream: as a consumer with a name, of which the server remembers what was acknowledged, or all of it from some place on.
 *
 * <p>What a bridge had under way when it was killed comes again only after the server's time for acknowledgements. Whoever goes on
 * before that would get later messages first: so it waits for that time, if anything is outstanding.
 */
final class NatsSource implements Source {
    private static final String DURABLE = "durable";
    static final String SUBJECT = "subject";
    private static final String ACK_WAIT = "ackwait";
    private static final Duration USUAL_ACK_WAIT = Duration.ofSeconds(10);

    private final Server server;
    private final @Nullable Layout layout;
    private final boolean isDurable;
    private final Start start;
    private final Connection connection;
    private final BaseConsumerContext context;
    private final ArrayDeque<Message> unacknowledged = new ArrayDeque<>();
    private final long extendNanos;
    private final long readFromNanos;
    private long extendedNanos = System.nanoTime();
    private boolean isQuiet;

    /** Null while it waits: it asks for messages by itself, and would get the later ones. */
    private @Nullable IterableConsumer consumer;

    private NatsSource(Server server, Start start, Connection connection) throws IOException, JetStreamApiException {
        Address address = server.address();
        this.server = server;
        this.start = start;
        this.connection = connection;
        layout = Layout.of(address).orElse(null);
        Optional<String> durable = address.setting(DURABLE);
        isDurable = durable.isPresent();
        Duration ackWait = address.duration(ACK_WAIT).orElse(USUAL_ACK_WAIT);
        var stream = connection.getStreamContext(server.stream());
        String filter = address.setting(SUBJECT).orElse("");
        long pause = 0;
        if (durable.isPresent()) {
            ConsumerContext known = Consumers.durable(stream, durable.get(), start, filter, ackWait);
            var info = known.getConsumerInfo();
            Duration actual = info.getConsumerConfiguration().getAckWait();
            ackWait = actual == null ? ackWait : actual;
            pause = info.getNumAckPending() > 0 ? ackWait.toNanos() : 0;
            context = known;
        } else {
            context = Consumers.ordered(stream, start, filter);
        }
        extendNanos = ackWait.toNanos() / 3;
        readFromNanos = System.nanoTime() + pause;
    }

    static Server server(Address address) {
        return Server.of(address, DURABLE, SUBJECT, ACK_WAIT, "body", Start.FROM, Streams.CREATE);
    }

    static NatsSource open(Address address) {
        Server server = server(address);
        boolean isDurable = address.setting(DURABLE).isPresent();
        Start start = Start.of(address, isDurable ? new Start.Beginning() : new Start.End());
        Connection connection = server.connect(-1);
        try {
            Streams.check(connection, server);
            return new NatsSource(server, start, connection);
        } catch (IOException | JetStreamApiException e) {
            NatsSink.close(connection);
            throw server.failure(e);
        } catch (RuntimeException e) {
            NatsSink.close(connection);
            throw e;
        }
    }

    @Override
    public List<BridgeRecord> poll(int maxRecords, long maxBytes, Duration timeout) {
        extend();
        if (maxRecords == 0 || isQuiet) {
            return List.of();
        }
        long wait = readFromNanos - System.nanoTime();
        if (wait > 0) {
            LockSupport.parkNanos(this, Math.min(wait, timeout.toNanos()));
            return List.of();
        }
        var records = new ArrayList<BridgeRecord>();
        try {
            long bytes = 0;
            IterableConsumer from = consumer();
            Message message = Consumers.next(from, timeout, server);
            while (message != null) {
                BridgeRecord record = Layout.fromNats(message, layout);
                if (isDurable) {
                    unacknowledged.add(message);
                }
                records.add(record);
                bytes += record.size();
                message = records.size() < maxRecords && bytes < maxBytes
                        ? Consumers.next(from, Duration.ZERO, server)
                        : null;
            }
        } catch (IOException | JetStreamApiException | JetStreamStatusCheckedException | IllegalStateException e) {
            if (records.isEmpty()) {
                throw server.failure(e);
            }
        }
        return records;
    }

    private IterableConsumer consumer() throws IOException, JetStreamApiException {
        IterableConsumer begun = consumer;
        if (begun == null) {
            begun = Consumers.iterate(context);
            consumer = begun;
        }
        return begun;
    }

    /** Asks the server for more time for what waits to be written. */
    private void extend() {
        long now = System.nanoTime();
        if (now - extendedNanos < extendNanos) {
            return;
        }
        extendedNanos = now;
        if (connection.getStatus() == Connection.Status.CONNECTED) {
            unacknowledged.forEach(Message::inProgress);
        }
    }

    @Override
    public void acknowledge(List<BridgeRecord> records) {
        if (!isDurable) {
            return;
        }
        IllegalStateException failure = null;
        for (BridgeRecord each : records) {
            unacknowledged.poll();
            try {
                if (each.origin() instanceof NatsOrigin origin) {
                    origin.message().ack();
                }
            } catch (IllegalStateException e) {
                failure = e;
            }
        }
        if (failure != null) {
            throw server.failure(failure);
        }
    }

    @Override
    public void quiesce() {
        isQuiet = true;
        if (consumer != null) {
            consumer.stop();
        }
    }

    @Override
    public Promise promise() {
        return isDurable || !(start instanceof Start.End) ? Promise.AT_LEAST_ONCE : Promise.AT_MOST_ONCE;
    }

    @Override
    public void close() {
        try {
            connection.flush(Duration.ofSeconds(2));
        } catch (TimeoutException | IllegalStateException e) {
            // What the server does not hear comes again.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        NatsSink.close(connection);
    }
}
