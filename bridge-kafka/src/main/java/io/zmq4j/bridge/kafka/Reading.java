package io.zmq4j.bridge.kafka;

import io.zmq4j.bridge.spi.Address;
import io.zmq4j.bridge.spi.Start;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** What all who read a topic have in common. */
final class Reading {
    static final String GROUP = "group";

    private Reading() {}

    static Cluster cluster(Address address) {
        return Cluster.of(address, GROUP, "body", Start.FROM, Topic.CREATE);
    }

    /** A consumer of nothing yet, with properties that the address may overrule. */
    static Consumer<byte[], byte[]> consumer(Cluster cluster, Start start, Map<String, Object> others) {
        var properties = new HashMap<String, Object>(Map.of(
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false,
                ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                false,
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                start instanceof Start.End ? "latest" : "earliest",
                ConsumerConfig.FETCH_MAX_BYTES_CONFIG,
                16 << 20,
                ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG,
                1_000));
        properties.putAll(others);
        return new KafkaConsumer<>(
                cluster.properties(properties), new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /**
     * Puts a consumer at the start of all partitions, for itself alone. What is written when this has returned is behind the end that it
     * may start at.
     */
    static List<TopicPartition> assign(Consumer<?, ?> consumer, String topic, Start start) {
        var partitions = consumer.partitionsFor(topic).stream()
                .map(each -> new TopicPartition(each.topic(), each.partition()))
                .toList();
        consumer.assign(partitions);
        Seek.to(start, consumer, partitions);
        partitions.forEach(consumer::position);
        return partitions;
    }
}
