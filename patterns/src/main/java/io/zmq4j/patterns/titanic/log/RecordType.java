package io.zmq4j.patterns.titanic.log;

import org.jspecify.annotations.Nullable;

/** What a record says of a request. */
public enum RecordType {
    /** It is there; the payload is its service and its body. */
    REQUEST(1),
    /** It was answered; the payload is the reply's body, and the request's is not needed any more. */
    REPLY(2),
    /** Nobody wants to know of it any more; no payload. */
    CLOSE(3);

    final byte code;

    RecordType(int code) {
        this.code = (byte) code;
    }

    static @Nullable RecordType of(byte code) {
        for (RecordType each : values()) {
            if (each.code == code) {
                return each;
            }
        }
        return null;
    }
}
