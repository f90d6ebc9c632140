package io.zmq4j.bridge.kafka;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/** How far each partition is safe, and how far the group was told. Told seldom: what was not told comes again, and nothing else. */
final class Acknowledged {
    private static final long EVERY_NANOS = 200_000_000L;
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final Consumer<?, ?> consumer;
    private final Map<TopicPartition, OffsetAndMetadata> untold = new HashMap<>();
    private long toldNanos = System.nanoTime();

    Acknowledged(Consumer<?, ?> consumer) {
        this.consumer = consumer;
    }

    void add(KafkaOrigin origin) {
        untold.put(origin.partition(), new OffsetAndMetadata(origin.offset() + 1));
    }

    /** Tells the group now and then, without waiting. */
    void tellInTime() {
        long now = System.nanoTime();
        if (untold.isEmpty() || now - toldNanos < EVERY_NANOS) {
            return;
        }
        toldNanos = now;
        untold.keySet().retainAll(consumer.assignment());
        consumer.commitAsync(Map.copyOf(untold), (offsets, failure) -> {});
        untold.clear();
    }

    /** Tells the group of these partitions, which this consumer is about to lose, and waits for it. */
    void tell(Collection<TopicPartition> partitions) {
        var last = new HashMap<>(untold);
        last.keySet().retainAll(partitions);
        forget(partitions);
        if (last.isEmpty()) {
            return;
        }
        try {
            consumer.commitSync(last, TIMEOUT);
        } catch (KafkaException e) {
            // They come again, to whoever has the partition next.
        }
    }

    void forget(Collection<TopicPartition> partitions) {
        untold.keySet().removeAll(partitions);
    }
}
