package io.zmq4j.bridge.kafka;

import io.zmq4j.bridge.spi.Address;
import io.zmq4j.bridge.spi.BridgeException;
import io.zmq4j.bridge.spi.BridgeRecord;
import io.zmq4j.bridge.spi.History;
import io.zmq4j.bridge.spi.Start;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** A topic up to its end, as a member of no group: each partition to the offset at which the next record would have been written. */
final class KafkaHistory implements History {
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(2);

    private final Cluster cluster;
    private final @Nullable Layout layout;
    private final Consumer<byte[], byte[]> consumer;
    private final Map<TopicPartition, Long> ends = new TreeMap<>(Comparator.comparingInt(TopicPartition::partition));
    private final Map<TopicPartition, Long> unread;

    private KafkaHistory(Cluster cluster, Start start, Consumer<byte[], byte[]> consumer) {
        this.cluster = cluster;
        this.layout = Layout.of(cluster.address()).orElse(null);
        this.consumer = consumer;
        List<TopicPartition> partitions = Reading.assign(consumer, cluster.topic(), start);
        if (partitions.isEmpty()) {
            throw new BridgeException(cluster.address() + ": there is no topic " + cluster.topic());
        }
        ends.putAll(consumer.endOffsets(partitions));
        unread = new HashMap<>(ends);
        leaveOutWhatIsRead();
    }

    static KafkaHistory open(Address address, Start start) {
        Cluster cluster = Reading.cluster(address);
        Consumer<byte[], byte[]> consumer = null;
        try {
            consumer = Reading.consumer(cluster, start, Map.of());
            return new KafkaHistory(cluster, start, consumer);
        } catch (RuntimeException e) {
            if (consumer != null) {
                consumer.close(CloseOptions.timeout(CLOSE_TIMEOUT));
            }
            throw e instanceof KafkaException ? cluster.failure(Topic.message(e), e) : e;
        }
    }

    @Override
    public List<BridgeRecord> read(Duration timeout) {
        var records = new ArrayList<BridgeRecord>();
        try {
            for (var each : consumer.poll(timeout)) {
                Long end = unread.get(new TopicPartition(each.topic(), each.partition()));
                if (end != null && each.offset() < end) {
                    records.add(Layout.fromKafka(each, layout));
                }
            }
            leaveOutWhatIsRead();
        } catch (KafkaException e) {
            throw cluster.failure(Topic.message(e), e);
        }
        return records;
    }

    /** By positions, as the last offsets of a partition need not have records. */
    private void leaveOutWhatIsRead() {
        unread.entrySet().removeIf(each -> consumer.position(each.getKey()) >= each.getValue());
        consumer.pause(consumer.assignment().stream()
                .filter(each -> !unread.containsKey(each))
                .toList());
    }

    @Override
    public boolean isOver() {
        return unread.isEmpty();
    }

    @Override
    public List<String> end() {
        return ends.entrySet().stream()
                .filter(each -> each.getValue() > 0)
                .map(each -> new KafkaOrigin(each.getKey(), each.getValue() - 1).id())
                .toList();
    }

    @Override
    public void close() {
        consumer.close(CloseOptions.timeout(CLOSE_TIMEOUT));
    }
}
