package io.zmq4j.bridge.kafka;

import io.zmq4j.bridge.spi.Address;
import io.zmq4j.bridge.spi.BridgeRecord;
import io.zmq4j.bridge.spi.Header;
import io.zmq4j.bridge.spi.PackedFrames;
import io.zmq4j.message.Message;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.jspecify.annotations.Nullable;

/**
 * How the frames of a message stand in a record.
 *
 * <pre>
 *            value           headers
 * LAST       the last frame  zmq.frame: one for each frame before it, in order
 * PACKED     all frames      zmq.body = packed
 * </pre>
 */
enum Layout {
    LAST,
    PACKED;

    private static final String BODY = "body";
    private static final String OWN = "zmq.";
    private static final String FRAME_HEADER = "zmq.frame";
    private static final String BODY_HEADER = "zmq.body";
    private static final String ID_HEADER = "zmq.id";
    private static final String DEAD = "zmq.dead.";
    private static final byte[] PACKED_VALUE = "packed".getBytes(StandardCharsets.US_ASCII);

    /** What an address says; empty if it says nothing. */
    static Optional<Layout> of(Address address) {
        return address.setting(BODY).map(value -> switch (value) {
            case "last" -> LAST;
            case "packed" -> PACKED;
            default -> throw address.wrong(BODY, "last or packed");
        });
    }

    ProducerRecord<byte[], byte[]> toKafka(String topic, byte @Nullable [] key, BridgeRecord record, boolean hasId) {
        Message message = record.message();
        int last = message.frameCount() - 1;
        byte[] value = this == PACKED ? PackedFrames.pack(message) : message.array(last);
        var kafka = new ProducerRecord<byte[], byte[]>(topic, null, Math.max(0, record.timestampMillis()), key, value);
        if (this == PACKED) {
            kafka.headers().add(BODY_HEADER, PACKED_VALUE);
        } else {
            for (int i = 0; i < last; i++) {
                kafka.headers().add(FRAME_HEADER, message.array(i));
            }
        }
        for (Header header : record.headers()) {
            kafka.headers().add(new RecordHeader(header.name(), header.value()));
        }
        if (hasId) {
            kafka.headers().add(ID_HEADER, record.origin().id().getBytes(StandardCharsets.UTF_8));
        }
        return kafka;
    }

    /**
     * The message in a record. A null value, which stands for a deletion, is an empty frame.
     *
     * @param layout what the address said, or null: then the record's headers say it
     */
    static BridgeRecord fromKafka(ConsumerRecord<byte[], byte[]> kafka, @Nullable Layout layout) {
        byte[] value = kafka.value() == null ? new byte[0] : kafka.value();
        List<byte[]> frames = new ArrayList<>();
        List<Header> others = new ArrayList<>();
        boolean isPacked = layout == PACKED;
        for (var header : kafka.headers()) {
            byte[] content = header.value() == null ? new byte[0] : header.value();
            if (header.key().equals(FRAME_HEADER)) {
                frames.add(content);
            } else if (header.key().equals(BODY_HEADER)) {
                isPacked |= layout == null && Arrays.equals(content, PACKED_VALUE);
            } else if (!header.key().startsWith(OWN) || header.key().startsWith(DEAD)) {
                others.add(new Header(header.key(), content));
            }
        }
        frames.add(value);
        var message = Message.wrap(frames.toArray(byte[][]::new));
        String defect = null;
        if (isPacked) {
            try {
                message = PackedFrames.unpack(value);
            } catch (IllegalArgumentException e) {
                defect = e.getMessage();
            }
        }
        var origin = new KafkaOrigin(new TopicPartition(kafka.topic(), kafka.partition()), kafka.offset());
        return new BridgeRecord(kafka.key(), message, others, kafka.timestamp(), origin, defect);
    }
}
