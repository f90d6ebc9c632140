package io.zmq4j.bridge.kafka;

import io.zmq4j.bridge.spi.Address;
import io.zmq4j.bridge.spi.BridgeException;
import io.zmq4j.bridge.spi.BridgeRecord;
import io.zmq4j.bridge.spi.Completion;
import io.zmq4j.bridge.spi.KeyRule;
import io.zmq4j.bridge.spi.Promise;
import io.zmq4j.bridge.spi.Sink;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidTimestampException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * Writes to a topic. Written means that all replicas in sync have it. The producer repeats what a broker does not confirm by itself, in
 * order and without duplicates, for as long as it takes: what reaches the bridge as a failure is no mere absence.
 */
final class KafkaSink implements Sink {
    private static final String ID = "id";

    /** More than a bridge has under way by default, so that the producer never waits for room. */
    private static final long BUFFER_BYTES = 96L << 20;

    /**
     * A batch is one write, and one answer, of the broker: with Kafka's 16 KiB a bridge moves a third of what it does with this. It is no
     * wait: a batch goes when it is full or after {@code linger.ms}, whatever is first.
     */
    private static final int BATCH_BYTES = 256 << 10;

    private static final int KAFKAS_BATCH_BYTES = 16 << 10;

    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(5);

    private final Cluster cluster;
    private final KeyRule keys;
    private final Layout layout;
    private final boolean hasId;
    private final Map<String, Object> properties;
    private Producer<byte[], byte[]> producer;

    private KafkaSink(Cluster cluster, Map<String, Object> properties) {
        this.cluster = cluster;
        this.properties = properties;
        Address address = cluster.address();
        keys = KeyRule.of(address);
        layout = Layout.of(address).orElse(Layout.LAST);
        hasId = hasId(address);
        producer = open();
    }

    static KafkaSink open(Address address) {
        Cluster cluster = Cluster.of(address, "key", "body", ID, Topic.CREATE);
        Topic topic = Topic.check(cluster);
        return new KafkaSink(
                cluster,
                cluster.properties(Map.of(
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                        Integer.MAX_VALUE,
                        ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                        10_000,
                        ProducerConfig.MAX_BLOCK_MS_CONFIG,
                        1_000,
                        ProducerConfig.BUFFER_MEMORY_CONFIG,
                        Math.max(BUFFER_BYTES, 2L * topic.largestBatch()),
                        ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                        topic.largestBatch(),
                        ProducerConfig.BATCH_SIZE_CONFIG,
                        batchBytes(topic),
                        ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG,
                        1_000)));
    }

    /** The producer takes the whole of a batch from its buffer with the first record, so half of that has to do for all partitions. */
    static int batchBytes(Topic topic) {
        long share = Math.max(BUFFER_BYTES / 2 / topic.partitions(), KAFKAS_BATCH_BYTES);
        return (int) Math.min(Math.min(BATCH_BYTES, share), topic.largestBatch());
    }

    private static boolean hasId(Address address) {
        return switch (address.setting(ID).orElse("none")) {
            case "none" -> false;
            case "header" -> true;
            default -> throw address.wrong(ID, "none or header");
        };
    }

    private Producer<byte[], byte[]> open() {
        try {
            return new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
        } catch (KafkaException e) {
            throw cluster.failure(Topic.message(e), e);
        }
    }

    @Override
    public void write(BridgeRecord record, Completion completion) {
        ProducerRecord<byte[], byte[]> kafka;
        try {
            kafka = layout.toKafka(cluster.topic(), keys.keyOf(record), record, hasId);
        } catch (ArithmeticException e) {
            completion.rejected("its frames do not fit into one body");
            return;
        }
        try {
            var unused = producer.send(kafka, (metadata, failure) -> end(completion, failure));
        } catch (KafkaException | IllegalStateException e) {
            end(completion, e);
        }
    }

    private void end(Completion completion, @Nullable Exception failure) {
        if (failure == null) {
            completion.written();
        } else if (failure instanceof RecordTooLargeException
                || failure instanceof InvalidRecordException
                || failure instanceof InvalidTimestampException
                || failure instanceof SerializationException) {
            completion.rejected(Topic.message(failure));
        } else {
            completion.failed(cluster.address() + ": " + Topic.message(failure));
        }
    }

    /** A producer that has failed for good, as it was fenced or refused, stays so. */
    @Override
    public void reopen() {
        producer.close(Duration.ZERO);
        producer = open();
    }

    @Override
    public Promise promise() {
        return "0".equals(properties.get(ProducerConfig.ACKS_CONFIG)) ? Promise.AT_MOST_ONCE : Promise.AT_LEAST_ONCE;
    }

    @Override
    public void close() {
        try {
            producer.close(CLOSE_TIMEOUT);
        } catch (KafkaException e) {
            throw new BridgeException(cluster.address() + ": " + Topic.message(e), e);
        }
    }
}
