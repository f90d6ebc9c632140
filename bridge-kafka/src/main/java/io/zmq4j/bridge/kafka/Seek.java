package io.zmq4j.bridge.kafka;

import io.zmq4j.bridge.spi.Start;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.function.ToLongFunction;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/** Puts a consumer where reading starts. */
final class Seek {
    private Seek() {}

    static void to(Start start, Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        if (partitions.isEmpty()) {
            return;
        }
        if (start instanceof Start.Beginning) {
            consumer.seekToBeginning(partitions);
        } else if (start instanceof Start.End) {
            consumer.seekToEnd(partitions);
        } else if (start instanceof Start.Offset at) {
            to(each -> at.offset(), consumer, partitions);
        } else if (start instanceof Start.After these) {
            to(each -> these.first(each.toString()), consumer, partitions);
        } else if (start instanceof Start.Time at) {
            to(at.millis(), consumer, partitions);
        }
    }

    /** Behind the end a consumer would begin where it does by default, which is the beginning. */
    private static void to(
            ToLongFunction<TopicPartition> offsets, Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        consumer.endOffsets(partitions)
                .forEach((each, end) -> consumer.seek(each, Math.min(offsets.applyAsLong(each), end)));
    }

    private static void to(long millis, Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        var times = new HashMap<TopicPartition, Long>();
        partitions.forEach(each -> times.put(each, millis));
        var offsets = consumer.offsetsForTimes(times);
        for (TopicPartition each : partitions) {
            var found = offsets.get(each);
            if (found == null) {
                consumer.seekToEnd(List.of(each));
            } else {
                consumer.seek(each, found.offset());
            }
        }
    }
}
