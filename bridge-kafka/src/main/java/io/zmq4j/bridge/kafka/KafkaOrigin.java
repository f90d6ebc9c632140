package io.zmq4j.bridge.kafka;

import io.zmq4j.bridge.spi.Origin;
import org.apache.kafka.common.TopicPartition;

/** Where a record stands in its topic. */
record KafkaOrigin(TopicPartition partition, long offset) implements Origin {
    @Override
    public String id() {
        return partition + "@" + offset;
    }
}
