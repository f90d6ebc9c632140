package io.zmq4j.patterns.pirate;

import io.zmq4j.message.Message;
import java.time.Duration;

/**
 * The commands of RFC 6 that are no request and no reply. Each is a message of one frame with one byte:
 *
 * <pre>
 *   READY      0x01   a worker begins
 *   HEARTBEAT  0x02   either side lives
 * </pre>
 *
 * A request, and its reply, is the client's envelope, an empty frame, and what it is about.
 */
final class Ppp {
    static final Message READY = Message.of(new byte[] {0x01});
    static final Message HEARTBEAT = Message.of(new byte[] {0x02});

    private Ppp() {}

    /** Checks how often a heartbeat is sent. */
    static Duration interval(Duration interval) {
        if (interval.compareTo(Duration.ofMillis(1)) < 0 || interval.compareTo(Duration.ofHours(1)) > 0) {
            throw new IllegalArgumentException("interval is " + interval + ": from PT0.001S to PT1H is allowed");
        }
        return interval;
    }

    /** Checks how many heartbeats may be missed. */
    static int liveness(int heartbeats) {
        if (heartbeats < 1 || heartbeats > 1000) {
            throw new IllegalArgumentException("heartbeats is " + heartbeats + ": from 1 to 1000 is allowed");
        }
        return heartbeats;
    }
}
