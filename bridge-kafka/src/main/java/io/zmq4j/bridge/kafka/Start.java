package io.zmq4j.bridge.kafka;

import io.zmq4j.bridge.spi.Address;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/**
 * From where a topic is read: {@code from=beginning}, {@code end}, {@code offset:N} or {@code time:2026-11-30T12:00:00Z}.
 */
sealed interface Start {
    String FROM = "from";

    record Beginning() implements Start {}

    record End() implements Start {}

    record Offset(long offset) implements Start {}

    record Time(long millis) implements Start {}

    static Start of(Address address, Start usual) {
        String value = address.setting(FROM).orElse("");
        try {
            if (value.isEmpty()) {
                return usual;
            } else if (value.equals("beginning")) {
                return new Beginning();
            } else if (value.equals("end")) {
                return new End();
            } else if (value.matches("offset:[0-9]+")) {
                return new Offset(Long.parseLong(value.substring("offset:".length())));
            } else if (value.startsWith("time:")) {
                return new Time(Instant.parse(value.substring("time:".length())).toEpochMilli());
            }
        } catch (NumberFormatException | DateTimeParseException e) {
            // Told below.
        }
        throw address.wrong(FROM, "beginning, end, offset:N or time:2026-11-30T12:00:00Z");
    }

    /** Puts a consumer there. */
    default void seek(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        if (partitions.isEmpty()) {
            return;
        }
        if (this instanceof Beginning) {
            consumer.seekToBeginning(partitions);
        } else if (this instanceof End) {
            consumer.seekToEnd(partitions);
        } else if (this instanceof Offset start) {
            partitions.forEach(each -> consumer.seek(each, start.offset()));
        } else if (this instanceof Time start) {
            seek(consumer, partitions, start.millis());
        }
    }

    private static void seek(Consumer<?, ?> consumer, Collection<TopicPartition> partitions, long millis) {
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
