package io.zmq4j.bridge.kafka;

import io.zmq4j.bridge.spi.Address;
import io.zmq4j.bridge.spi.BridgeRecord;
import io.zmq4j.bridge.spi.Promise;
import io.zmq4j.bridge.spi.Source;
import io.zmq4j.bridge.spi.Start;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Reads a topic: as a member of a group, which remembers how far it was acknowledged, or all of it from some place on. */
final class KafkaSource implements Source {
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(5);

    private final Cluster cluster;
    private final Start start;
    private final @Nullable Layout layout;
    private final boolean hasGroup;
    private final Consumer<byte[], byte[]> consumer;
    private final Acknowledged acknowledged;

    /** Fetched, and not given away: what one poll brought at most. */
    private final ArrayDeque<BridgeRecord> fetched = new ArrayDeque<>();

    private boolean isQuiet;

    private KafkaSource(Cluster cluster, Start start, boolean hasGroup, Consumer<byte[], byte[]> consumer) {
        this.cluster = cluster;
        this.start = start;
        this.layout = Layout.of(cluster.address()).orElse(null);
        this.hasGroup = hasGroup;
        this.consumer = consumer;
        this.acknowledged = new Acknowledged(consumer);
    }

    static KafkaSource open(Address address) {
        Cluster cluster = Reading.cluster(address);
        Optional<String> group = address.setting(Reading.GROUP);
        Start start = Start.of(address, group.isPresent() ? new Start.Beginning() : new Start.End());
        var unused = Topic.check(cluster);
        try {
            var consumer = Reading.consumer(
                    cluster,
                    start,
                    group.<Map<String, Object>>map(name -> Map.of(ConsumerConfig.GROUP_ID_CONFIG, name))
                            .orElse(Map.of()));
            return new KafkaSource(cluster, start, group.isPresent(), consumer).begun();
        } catch (KafkaException e) {
            throw cluster.failure(Topic.message(e), e);
        }
    }

    private KafkaSource begun() {
        try {
            if (hasGroup) {
                consumer.subscribe(List.of(cluster.topic()), new Members());
            } else {
                Reading.assign(consumer, cluster.topic(), start);
            }
            return this;
        } catch (KafkaException e) {
            close();
            throw e;
        }
    }

    @Override
    public List<BridgeRecord> poll(int maxRecords, long maxBytes, Duration timeout) {
        try {
            if (hasGroup) {
                acknowledged.tellInTime();
            }
            if (maxRecords == 0 || isQuiet) {
                stayAlive();
            } else if (fetched.isEmpty()) {
                fetch(timeout);
            }
        } catch (KafkaException e) {
            throw cluster.failure(Topic.message(e), e);
        }
        var records = new ArrayList<BridgeRecord>();
        long bytes = 0;
        while (!isQuiet && records.size() < maxRecords && bytes < maxBytes && !fetched.isEmpty()) {
            BridgeRecord record = fetched.remove();
            bytes += record.size();
            records.add(record);
        }
        return records;
    }

    private void fetch(Duration timeout) {
        consumer.poll(timeout).forEach(each -> fetched.add(Layout.fromKafka(each, layout)));
    }

    /** The group gives the partitions of a member that does not poll to others; a poll of what is paused brings nothing. */
    private void stayAlive() {
        consumer.pause(consumer.assignment());
        try {
            fetch(Duration.ZERO);
        } finally {
            consumer.resume(consumer.assignment());
        }
    }

    @Override
    public void acknowledge(List<BridgeRecord> records) {
        if (!hasGroup) {
            return;
        }
        var own = consumer.assignment();
        for (BridgeRecord each : records) {
            if (each.origin() instanceof KafkaOrigin origin && own.contains(origin.partition())) {
                acknowledged.add(origin);
            }
        }
        try {
            acknowledged.tellInTime();
        } catch (KafkaException e) {
            throw cluster.failure(Topic.message(e), e);
        }
    }

    @Override
    public void quiesce() {
        isQuiet = true;
        fetched.clear();
    }

    @Override
    public Promise promise() {
        return hasGroup || !(start instanceof Start.End) ? Promise.AT_LEAST_ONCE : Promise.AT_MOST_ONCE;
    }

    @Override
    public void close() {
        try {
            if (hasGroup) {
                acknowledged.tell(consumer.assignment());
            }
        } finally {
            consumer.close(CloseOptions.timeout(CLOSE_TIMEOUT));
        }
    }

    /** What the group gives this member, and takes away. */
    private final class Members implements ConsumerRebalanceListener {
        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            if (!(start instanceof Start.Beginning || start instanceof Start.End)) {
                var fresh = new HashSet<>(partitions);
                consumer.committed(fresh).forEach((partition, offset) -> {
                    if (offset != null) {
                        fresh.remove(partition);
                    }
                });
                Seek.to(start, consumer, fresh);
            }
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            acknowledged.tell(partitions);
            forget(partitions);
        }

        @Override
        public void onPartitionsLost(Collection<TopicPartition> partitions) {
            acknowledged.forget(partitions);
            forget(partitions);
        }

        private void forget(Collection<TopicPartition> partitions) {
            fetched.removeIf(
                    each -> each.origin() instanceof KafkaOrigin origin && partitions.contains(origin.partition()));
        }
    }
}
