package io.zmq4j.patterns.clone;

import io.zmq4j.message.Frame;
import io.zmq4j.message.Message;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;

/**
 * What all commands of RFC 12 but the first look like:
 *
 * <pre>
 *   Frame 0  key, UTF-8             "HUGZ" in a HUGZ, "KTHXBAI" in a KTHXBAI
 *   Frame 1  sequence, 8 bytes      big-endian
 *   Frame 2  UUID, 16 bytes         or empty
 *   Frame 3  properties             "name=value" and a newline, any number of them
 *   Frame 4  value                  empty: the key is deleted
 * </pre>
 *
 * Immutable.
 */
record KeyValue(String key, long sequence, Frame uuid, Frame properties, Frame value) {
    /** As much as the guide's programs take. */
    static final int MAX_KEY_BYTES = 255;

    /** Nobody needs more, and they are read for every update. */
    static final int MAX_PROPERTIES_BYTES = 4096;

    static final Frame NONE = Message.empty().first();

    private static final int FRAMES = 5;
    private static final int UUID_BYTES = 16;

    /** Reads one, from a frame of a message to its end; empty if it is none. */
    static Optional<KeyValue> of(Message message, int from) {
        if (message.frameCount() - from != FRAMES
                || message.size(from) > MAX_KEY_BYTES
                || message.size(from + 1) != Long.BYTES
                || (message.size(from + 2) != 0 && message.size(from + 2) != UUID_BYTES)
                || message.size(from + 3) > MAX_PROPERTIES_BYTES) {
            return Optional.empty();
        }
        return text(message.buffer(from))
                .map(key -> new KeyValue(
                        key,
                        message.frame(from + 1).int64(),
                        message.frame(from + 2),
                        message.frame(from + 3),
                        message.frame(from + 4)));
    }

    /** Empty if it is no UTF-8: two keys that differ must not become one. */
    static Optional<String> text(ByteBuffer bytes) {
        try {
            return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(bytes).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** An update of a client's, with an id of its own. */
    static KeyValue update(String key, Frame value, Frame properties) {
        UUID id = UUID.randomUUID();
        byte[] bytes = ByteBuffer.allocate(UUID_BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
        return new KeyValue(key, 0, Message.wrap(bytes).first(), properties, value);
    }

    Message message() {
        byte[] number = ByteBuffer.allocate(Long.BYTES).putLong(sequence).array();
        return Message.of(Message.of(key).first(), Message.wrap(number).first(), uuid, properties, value);
    }

    KeyValue withSequence(long number) {
        return new KeyValue(key, number, uuid, properties, value);
    }

    KeyValue withUuid(Frame other) {
        return new KeyValue(key, sequence, other, properties, value);
    }

    KeyValue withProperties(Frame other) {
        return new KeyValue(key, sequence, uuid, other, value);
    }

    /** Whether the key is deleted. */
    boolean deletes() {
        return value.isEmpty();
    }

    /** By what the update is known again, wherever it comes from; empty if its sender gave it none. */
    Optional<UUID> id() {
        if (uuid.isEmpty()) {
            return Optional.empty();
        }
        ByteBuffer bytes = uuid.buffer();
        return Optional.of(new UUID(bytes.getLong(), bytes.getLong()));
    }

    /** What it takes to keep it: its bytes, and roughly what objects and entries cost. */
    long cost() {
        return 300L + 2L * key.length() + uuid.size() + properties.size() + value.size();
    }
}
