package io.zmq4j.bridge.nats;

import io.nats.client.Connection;
import io.nats.client.ConsumerContext;
import io.nats.client.IterableConsumer;
import io.nats.client.JetStreamApiException;
import io.nats.client.JetStreamStatusCheckedException;
import io.nats.client.Message;
import io.zmq4j.bridge.spi.Address;
import io.zmq4j.bridge.spi.BridgeException;
import io.zmq4j.bridge.spi.BridgeRecord;
import io.zmq4j.bridge.spi.History;
import io.zmq4j.bridge.spi.Start;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A stream up to its end. A connection that breaks ends it: what was under way in it would be missing behind a new one. */
final class NatsHistory implements History {
    private final Server server;
    private final Connection connection;
    private final @Nullable Layout layout;
    private final String id;
    private final long last;
    private final String consumerName;
    private final IterableConsumer consumer;
    private boolean isOver;

    private NatsHistory(Server server, Start start, Connection connection) throws IOException, JetStreamApiException {
        this.server = server;
        this.connection = connection;
        this.layout = Layout.of(server.address()).orElse(null);
        var stream = connection.getStreamContext(server.stream());
        id = stream.getStreamName();
        last = stream.getStreamInfo().getStreamState().getLastSequence();
        String filter = server.address().setting(NatsSource.SUBJECT).orElse("");
        ConsumerContext context = Consumers.passing(stream, start, filter);
        var info = context.getConsumerInfo();
        consumerName = info.getName();
        isOver = last == 0 || info.getNumPending() == 0;
        consumer = Consumers.iterate(context);
    }

    static NatsHistory open(Address address, Start start) {
        Server server = NatsSource.server(address);
        Connection connection = server.connect(0);
        try {
            return new NatsHistory(server, start, connection);
        } catch (IOException | JetStreamApiException e) {
            NatsSink.close(connection);
            throw server.failure(e);
        } catch (RuntimeException e) {
            NatsSink.close(connection);
            throw e;
        }
    }

    @Override
    public List<BridgeRecord> read(Duration timeout) {
        var records = new ArrayList<BridgeRecord>();
        try {
            Message message = Consumers.next(consumer, timeout, server);
            while (message != null) {
                long sequence = message.metaData().streamSequence();
                if (sequence <= last) {
                    records.add(Layout.fromNats(message, layout));
                }
                isOver = sequence >= last || message.metaData().pendingCount() == 0;
                message = isOver || records.size() >= Consumers.FETCHED_AHEAD
                        ? null
                        : Consumers.next(consumer, Duration.ZERO, server);
            }
        } catch (JetStreamStatusCheckedException | IllegalStateException e) {
            throw server.failure(e);
        }
        if (records.isEmpty() && !isOver && connection.getStatus() != Connection.Status.CONNECTED) {
            throw new BridgeException(server.address() + ": the connection is gone");
        }
        return records;
    }

    @Override
    public boolean isOver() {
        return isOver;
    }

    @Override
    public List<String> end() {
        return last == 0 ? List.of() : List.of(NatsOrigin.id(id, last));
    }

    /** The server forgets a consumer by itself, but later. */
    @Override
    public void close() {
        consumer.stop();
        try {
            if (connection.getStatus() == Connection.Status.CONNECTED) {
                connection.getStreamContext(id).deleteConsumer(consumerName);
            }
        } catch (IOException | JetStreamApiException | IllegalStateException e) {
            // It will.
        } finally {
            NatsSink.close(connection);
        }
    }
}
