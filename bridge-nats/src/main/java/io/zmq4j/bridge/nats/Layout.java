package io.zmq4j.bridge.nats;

import io.nats.client.Message;
import io.nats.client.impl.Headers;
import io.zmq4j.bridge.spi.Address;
import io.zmq4j.bridge.spi.BridgeRecord;
import io.zmq4j.bridge.spi.Header;
import io.zmq4j.bridge.spi.PackedFrames;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How the frames of a message stand in a message of JetStream.
 *
 * <pre>
 *            body            headers
 * LAST       the last frame  Zmq-Frame: one for each frame before it, in order
 * PACKED     all frames      Zmq-Body = packed
 * </pre>
 *
 * The key is the header {@code Zmq-Key}. Values that are no text are written as {@link HeaderText} has it.
 */
enum Layout {
    LAST,
    PACKED;

    private static final String BODY = "body";
    private static final String OWN = "Zmq-";
    private static final String FRAME_HEADER = "Zmq-Frame";
    private static final String BODY_HEADER = "Zmq-Body";
    private static final String KEY_HEADER = "Zmq-Key";
    private static final String SERVERS_OWN = "Nats-";
    private static final String PACKED_VALUE = "packed";

    /** What an address says; empty if it says nothing. */
    static Optional<Layout> of(Address address) {
        return address.setting(BODY).map(value -> switch (value) {
            case "last" -> LAST;
            case "packed" -> PACKED;
            default -> throw address.wrong(BODY, "last or packed");
        });
    }

    byte[] body(BridgeRecord record) {
        var message = record.message();
        return this == PACKED ? PackedFrames.pack(message) : message.array(message.frameCount() - 1);
    }

    Headers headers(BridgeRecord record, byte @Nullable [] key) {
        var headers = new Headers();
        var message = record.message();
        if (this == PACKED) {
            headers.put(BODY_HEADER, PACKED_VALUE);
        } else {
            for (int i = 0; i < message.frameCount() - 1; i++) {
                headers.add(FRAME_HEADER, HeaderText.of(message.array(i)));
            }
        }
        if (key != null) {
            headers.put(KEY_HEADER, HeaderText.of(key));
        }
        for (Header header : record.headers()) {
            headers.add(HeaderText.name(header.name()), HeaderText.of(header.value()));
        }
        return headers;
    }

    /**
     * The message in one of JetStream.
     *
     * @param layout what the address said, or null: then its headers say it
     */
    static BridgeRecord fromNats(Message nats, @Nullable Layout layout) {
        byte[] body = nats.getData() == null ? new byte[0] : nats.getData();
        List<byte[]> frames = new ArrayList<>();
        List<Header> others = new ArrayList<>();
        byte[] key = nats.getSubject().getBytes(StandardCharsets.UTF_8);
        boolean isPacked = layout == PACKED;
        Headers headers = nats.getHeaders();
        if (headers != null) {
            for (String name : headers.keySet()) {
                for (String value : headers.get(name)) {
                    if (name.equals(FRAME_HEADER)) {
                        frames.add(HeaderText.bytes(value));
                    } else if (name.equals(KEY_HEADER)) {
                        key = HeaderText.bytes(value);
                    } else if (name.equals(BODY_HEADER)) {
                        isPacked |= layout == null && value.equals(PACKED_VALUE);
                    } else if (!name.startsWith(OWN) && !name.startsWith(SERVERS_OWN)) {
                        others.add(new Header(name, HeaderText.bytes(value)));
                    }
                }
            }
        }
        frames.add(body);
        var message = io.zmq4j.message.Message.wrap(frames.toArray(byte[][]::new));
        String defect = null;
        if (isPacked) {
            try {
                message = PackedFrames.unpack(body);
            } catch (IllegalArgumentException e) {
                defect = e.getMessage();
            }
        }
        long millis = nats.metaData().timestamp().toInstant().toEpochMilli();
        return new BridgeRecord(key, message, others, millis, new NatsOrigin(nats), defect);
    }
}
