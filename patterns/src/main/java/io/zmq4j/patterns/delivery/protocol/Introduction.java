package io.zmq4j.patterns.delivery.protocol;

import java.nio.ByteBuffer;
import java.util.Objects;
import java.util.UUID;

/**
 * What a side says of itself, in HELLO and READY:
 *
 * <pre>{@code
 *  5         6      7                23                27                 31               39
 * +---------+------+----------------+-----------------+------------------+----------------+
 * | version | role |       id       | silence, in ms  | credit, messages | credit, bytes  |
 * +---------+------+----------------+-----------------+------------------+----------------+
 *   1 octet   1      16               4                 4                  8
 * }</pre>
 *
 * @param role what it is
 * @param id random: of a sender, who it is, made anew whenever one starts. Of a receiver, which of its links this is, so that its sender
 *     gives up the link before when the connection is another one
 * @param silenceMillis after how long without a word of the other side it takes that for dead; 100 at least
 * @param credit how many messages may be sent to it without an acknowledgement; 0 from a sender
 * @param creditBytes how many bytes these may have together, but that a single message may always be sent; 0 from a sender
 */
public record Introduction(Role role, UUID id, int silenceMillis, int credit, long creditBytes) {
    static final byte VERSION = 1;
    static final int LEAST_SILENCE_MILLIS = 100;

    private static final int LENGTH = 39;

    public Introduction {
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(id, "id");
    }

    Introduction withId(UUID other) {
        return new Introduction(role, other, silenceMillis, credit, creditBytes);
    }

    long silenceNanos() {
        return silenceMillis * 1_000_000L;
    }

    byte[] encode(byte command, int session) {
        return ByteBuffer.allocate(LENGTH)
                .put(command)
                .putInt(session)
                .put(VERSION)
                .put(role.code)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .putInt(silenceMillis)
                .putInt(credit)
                .putLong(creditBytes)
                .array();
    }

    /** Reads what follows the session. A later version may be longer, and is refused by its number. */
    static Introduction decode(ByteBuffer header) throws MalformedCommandException {
        if (header.remaining() < 1 || header.get(header.position()) != VERSION) {
            throw new MalformedCommandException("version " + VERSION + " is spoken here");
        }
        if (header.remaining() != LENGTH - Command.PREFIX) {
            throw new MalformedCommandException("an introduction has " + LENGTH + " octets");
        }
        header.get();
        var read = new Introduction(
                Role.of(header.get()),
                new UUID(header.getLong(), header.getLong()),
                header.getInt(),
                header.getInt(),
                header.getLong());
        if (read.silenceMillis < LEAST_SILENCE_MILLIS) {
            throw new MalformedCommandException("a silence is " + LEAST_SILENCE_MILLIS + " ms at least");
        }
        boolean gives = read.role == Role.RECEIVER;
        if (gives ? read.credit < 1 || read.creditBytes < 1 : read.credit != 0 || read.creditBytes != 0) {
            throw new MalformedCommandException("a receiver gives credit, a sender none");
        }
        return read;
    }
}
