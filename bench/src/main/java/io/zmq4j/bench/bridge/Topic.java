package io.zmq4j.bench.bridge;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** A topic of one partition, which is there as long as this is open, and clients with the properties that a careful program sets. */
record Topic(String broker, String name) implements AutoCloseable {
    static final Duration POLL = Duration.ofMillis(100);

    static Topic create(String broker) throws InterruptedException, ExecutionException {
        var topic = new Topic(broker, "bench-" + UUID.randomUUID());
        try (var admin = topic.admin()) {
            admin.createTopics(List.of(new NewTopic(topic.name, Optional.of(1), Optional.empty())))
                    .all()
                    .get();
        }
        return topic;
    }

    private Admin admin() {
        return Admin.create(Map.<String, Object>of("bootstrap.servers", broker));
    }

    Producer<byte[], byte[]> producer() {
        return new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", broker, "acks", "all"),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    ProducerRecord<byte[], byte[]> record(byte[] value) {
        return new ProducerRecord<>(name, value);
    }

    /** Of everything in the topic; as a member of a group it remembers how far it is. */
    Consumer<byte[], byte[]> consumer(boolean inGroup) {
        var properties = inGroup
                ? Map.<String, Object>of("bootstrap.servers", broker, "auto.offset.reset", "earliest", "group.id", name)
                : Map.<String, Object>of("bootstrap.servers", broker, "auto.offset.reset", "earliest");
        var consumer = new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        if (inGroup) {
            consumer.subscribe(List.of(name));
        } else {
            consumer.assign(List.of(new TopicPartition(name, 0)));
        }
        return consumer;
    }

    @Override
    public void close() {
        try (var admin = admin()) {
            admin.deleteTopics(List.of(name));
        }
    }
}
