package io.zmq4j.bridge.nats;

import io.nats.client.BaseConsumerContext;
import io.nats.client.ConsumeOptions;
import io.nats.client.ConsumerContext;
import io.nats.client.IterableConsumer;
import io.nats.client.JetStreamApiException;
import io.nats.client.JetStreamStatusCheckedException;
import io.nats.client.Message;
import io.nats.client.StreamContext;
import io.nats.client.api.AckPolicy;
import io.nats.client.api.ConsumerConfiguration;
import io.nats.client.api.DeliverPolicy;
import io.nats.client.api.OrderedConsumerConfiguration;
import io.zmq4j.bridge.spi.BridgeException;
import io.zmq4j.bridge.spi.Start;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/** Makes what the server remembers of a reader, and reads. */
final class Consumers {
    static final int FETCHED_AHEAD = 500;

    /** How long the server keeps a request for messages. That one was lost, with the server, the client notices after half as much again. */
    private static final int ASKED_AGAIN_MILLIS = 2_000;

    /** When the server forgets one that has asked for nothing, as its client is gone. */
    private static final Duration FORGOTTEN = Duration.ofMinutes(5);

    private Consumers() {}

    /** One with a name, which remembers what was acknowledged; a new one begins where {@code start} says. */
    static ConsumerContext durable(StreamContext stream, String name, Start start, String filter, Duration ackWait)
            throws IOException, JetStreamApiException {
        try {
            return stream.getConsumerContext(name);
        } catch (JetStreamApiException e) {
            if (e.getApiErrorCode() != ErrorCode.NO_CONSUMER) {
                throw e;
            }
        }
        return stream.createOrUpdateConsumer(starting(stream, start, filter)
                .durable(name)
                .ackPolicy(AckPolicy.Explicit)
                .ackWait(ackWait)
                .maxAckPending(-1)
                .build());
    }

    /** One for this connection, which the server tells how much there is. */
    static ConsumerContext passing(StreamContext stream, Start start, String filter)
            throws IOException, JetStreamApiException {
        return stream.createOrUpdateConsumer(starting(stream, start, filter)
                .ackPolicy(AckPolicy.None)
                .inactiveThreshold(FORGOTTEN)
                .build());
    }

    private static ConsumerConfiguration.Builder starting(StreamContext stream, Start start, String filter) {
        var configuration = ConsumerConfiguration.builder().deliverPolicy(policy(start));
        if (!filter.isEmpty()) {
            configuration.filterSubject(filter);
        }
        long sequence = sequence(start, stream);
        if (sequence > 0) {
            configuration.startSequence(sequence);
        } else if (start instanceof Start.Time at) {
            configuration.startTime(time(at));
        }
        return configuration;
    }

    /** One that nobody remembers. The client makes it anew where it was, when the server has lost it. */
    static BaseConsumerContext ordered(StreamContext stream, Start start, String filter)
            throws IOException, JetStreamApiException {
        var configuration = new OrderedConsumerConfiguration().deliverPolicy(policy(start));
        if (!filter.isEmpty()) {
            configuration.filterSubject(filter);
        }
        long sequence = sequence(start, stream);
        if (sequence > 0) {
            configuration.startSequence(sequence);
        } else if (start instanceof Start.Time at) {
            configuration.startTime(time(at));
        }
        return stream.createOrderedConsumer(configuration);
    }

    private static DeliverPolicy policy(Start start) {
        if (start instanceof Start.End) {
            return DeliverPolicy.New;
        } else if (start instanceof Start.Time) {
            return DeliverPolicy.ByStartTime;
        }
        return start instanceof Start.Beginning ? DeliverPolicy.All : DeliverPolicy.ByStartSequence;
    }

    /** The first one that is wanted, if the start says that by its number; else 0. A stream numbers from 1 on. */
    private static long sequence(Start start, StreamContext stream) {
        if (start instanceof Start.Offset at) {
            return Math.max(1, at.offset());
        }
        return start instanceof Start.After these ? Math.max(1, these.first(stream.getStreamName())) : 0;
    }

    private static ZonedDateTime time(Start.Time at) {
        return Instant.ofEpochMilli(at.millis()).atZone(ZoneOffset.UTC);
    }

    /** Begins to ask for messages. */
    static IterableConsumer iterate(BaseConsumerContext context) throws IOException, JetStreamApiException {
        return context.iterate(ConsumeOptions.builder()
                .batchSize(FETCHED_AHEAD)
                .expiresIn(ASKED_AGAIN_MILLIS)
                .build());
    }

    /** The next message; null if there is none in time. A time of zero would be for ever. */
    static @Nullable Message next(IterableConsumer from, Duration timeout, Server server)
            throws JetStreamStatusCheckedException {
        try {
            return from.nextMessage(timeout.isZero() ? Duration.ofNanos(1) : timeout);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BridgeException(server.address() + ": interrupted", e);
        }
    }
}
