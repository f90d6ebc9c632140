package io.zmq4j.bridge.nats;

import io.nats.client.BaseConsumerContext;
import io.nats.client.ConsumerContext;
import io.nats.client.JetStreamApiException;
import io.nats.client.StreamContext;
import io.nats.client.api.AckPolicy;
import io.nats.client.api.ConsumerConfiguration;
import io.nats.client.api.DeliverPolicy;
import io.nats.client.api.OrderedConsumerConfiguration;
import io.zmq4j.bridge.spi.Start;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;

/** Makes what the server remembers of a reader. */
final class Consumers {
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
        var configuration = ConsumerConfiguration.builder()
                .durable(name)
                .ackPolicy(AckPolicy.Explicit)
                .ackWait(ackWait)
                .maxAckPending(-1)
                .deliverPolicy(policy(start));
        if (!filter.isEmpty()) {
            configuration.filterSubject(filter);
        }
        if (start instanceof Start.Offset at) {
            configuration.startSequence(Math.max(1, at.offset()));
        } else if (start instanceof Start.Time at) {
            configuration.startTime(time(at));
        }
        return stream.createOrUpdateConsumer(configuration.build());
    }

    /** One that nobody remembers. The client makes it anew where it was, when the server has lost it. */
    static BaseConsumerContext ordered(StreamContext stream, Start start, String filter)
            throws IOException, JetStreamApiException {
        var configuration = new OrderedConsumerConfiguration().deliverPolicy(policy(start));
        if (!filter.isEmpty()) {
            configuration.filterSubject(filter);
        }
        if (start instanceof Start.Offset at) {
            configuration.startSequence(Math.max(1, at.offset()));
        } else if (start instanceof Start.Time at) {
            configuration.startTime(time(at));
        }
        return stream.createOrderedConsumer(configuration);
    }

    private static DeliverPolicy policy(Start start) {
        if (start instanceof Start.End) {
            return DeliverPolicy.New;
        }
        return start instanceof Start.Offset
                ? DeliverPolicy.ByStartSequence
                : start instanceof Start.Time ? DeliverPolicy.ByStartTime : DeliverPolicy.All;
    }

    private static ZonedDateTime time(Start.Time at) {
        return Instant.ofEpochMilli(at.millis()).atZone(ZoneOffset.UTC);
    }
}
