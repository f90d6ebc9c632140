package io.zmq4j.patterns.binarystar;

import io.zmq4j.message.Message;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * How a server of a pair stands. A request is a client's, and it counts only while the peer is silent for longer than a peer may be.
 *
 * <pre>
 *   PRIMARY ──────── the peer is BACKUP; or a request ────────▶ ACTIVE ── the peer is ACTIVE ──▶ CONFLICT
 *     └─ the peer is ACTIVE ─▶ PASSIVE                            ▲                                 ▲
 *                                ▲ │                              │                                 │
 *   BACKUP ─ the peer is ACTIVE ─┘ ├─ the peer is PRIMARY, BACKUP ┤                                 │
 *                                  ├─ a request ──────────────────┘                                 │
 *                                  └─ the peer is PASSIVE ──────────────────────────────────────────┘
 * </pre>
 *
 * On the wire a state is a message of one frame, its number as a digit, as the guide's programs send it:
 *
 * <pre>
 *   "1" PRIMARY   "2" BACKUP   "3" ACTIVE   "4" PASSIVE
 * </pre>
 */
public enum StarState {
    /** The primary, which has not seen the other one yet. Serves nobody, as the other may be serving. */
    PRIMARY,
    /** The backup, which has not seen the other one yet. Serves nobody. */
    BACKUP,
    /** Serves. */
    ACTIVE,
    /** Looks on, and takes over when the other one is silent and a client asks. */
    PASSIVE,
    /**
     * Both serve, or both look on: what one of them has heard is not what the other has. Serves nobody, says nothing, and stays so,
     * as only a person can know which of the two is right.
     */
    CONFLICT;

    /** What is said to the peer; nothing by one in a conflict. */
    Optional<Message> message() {
        return this == CONFLICT ? Optional.empty() : Optional.of(Message.of(Integer.toString(ordinal() + 1)));
    }

    /** What the peer says; empty if it is none of the four. */
    static Optional<StarState> of(Message message) {
        if (message.frameCount() != 1 || message.size(0) != 1) {
            return Optional.empty();
        }
        int number = new String(message.bytes(), StandardCharsets.US_ASCII).charAt(0) - '1';
        return number >= 0 && number < CONFLICT.ordinal() ? Optional.of(values()[number]) : Optional.empty();
    }
}
