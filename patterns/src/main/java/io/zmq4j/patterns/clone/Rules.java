package io.zmq4j.patterns.clone;

import io.zmq4j.message.Frame;
import io.zmq4j.message.Message;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;

/** What a client may write; anything else is an {@link IllegalArgumentException} that says what is allowed. */
final class Rules {
    private Rules() {}

    static String key(String key, String subtree) {
        int size = Objects.requireNonNull(key, "key").getBytes(StandardCharsets.UTF_8).length;
        if (!Chp.isKey(key) || size > KeyValue.MAX_KEY_BYTES) {
            throw new IllegalArgumentException("key is \"" + key + "\": 1 to " + KeyValue.MAX_KEY_BYTES
                    + " bytes are allowed, but for HUGZ and KTHXBAI, which the protocol has for itself");
        }
        if (!key.startsWith(subtree)) {
            throw new IllegalArgumentException(
                    "key is \"" + key + "\": with this client's subtree, \"" + subtree + "\" stands before it");
        }
        return key;
    }

    static Frame value(byte[] value) {
        if (Objects.requireNonNull(value, "value").length == 0) {
            throw new IllegalArgumentException("value is empty: that deletes the key, for which there is remove");
        }
        return Message.of(value).first();
    }

    static Duration timeToLive(Duration timeToLive) {
        Objects.requireNonNull(timeToLive, "timeToLive");
        if (timeToLive.isNegative() || timeToLive.compareTo(TimeToLive.MAX) > 0) {
            throw new IllegalArgumentException("timeToLive is " + timeToLive + ": from PT0S to 999999999 s is allowed");
        }
        return timeToLive;
    }
}
