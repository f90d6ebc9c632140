package io.zmq4j.bridge.spi;

import io.zmq4j.message.Message;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One message on its way over a bridge. The arrays are not copied, and nobody changes them.
 *
 * @param key what keeps records in order among each other, where the source knows one; else null
 * @param message its frames
 * @param headers what else the source says about it
 * @param timestampMillis when it was made, in milliseconds since 1970, as far as the source knows; else when it was read
 * @param origin where it came from
 * @param defect what is wrong with it, in a sentence, where the source could not make a message of what it read: such a record is
 *     for the dead letters alone, and its message is what was read; else null
 */
public record BridgeRecord(
        byte @Nullable [] key,
        Message message,
        List<Header> headers,
        long timestampMillis,
        Origin origin,
        @Nullable String defect) {
    public BridgeRecord {
        Objects.requireNonNull(message, "message");
        headers = List.copyOf(Objects.requireNonNull(headers, "headers"));
        Objects.requireNonNull(origin, "origin");
    }

    /** A record without a key, without headers and without a defect. */
    public static BridgeRecord of(Message message, long timestampMillis, Origin origin) {
        return new BridgeRecord(null, message, List.of(), timestampMillis, origin, null);
    }

    /** The bytes of its key, its frames and its headers. */
    public long size() {
        long size = message.size() + (key == null ? 0 : key.length);
        for (Header header : headers) {
            size += header.name().length() + header.value().length;
        }
        return size;
    }
}
