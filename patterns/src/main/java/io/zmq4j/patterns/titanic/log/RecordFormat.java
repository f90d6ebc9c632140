package io.zmq4j.patterns.titanic.log;

import java.nio.ByteBuffer;
import java.util.UUID;
import java.util.zip.CRC32C;

/**
 * How a record lies in a segment; numbers are big-endian:
 *
 * <pre>
 *   0        4        8        12     13        29
 *   +--------+--------+--------+------+---------+-----------+
 *   | "Z4TR" | length | crc32c | type | uuid    | payload…  |
 *   +--------+--------+--------+------+---------+-----------+
 *                └ of the payload, in bytes
 * </pre>
 *
 * The checksum is of the segment's salt, the length, type, uuid and payload. The salt is not known to those who send payloads, so none of
 * them can look like a record when the place where records begin is lost.
 */
final class RecordFormat {
    static final int MARK = 0x5A345452;
    static final int HEAD = 29;

    private static final int LENGTH_AT = 4;
    private static final int CRC_AT = 8;
    private static final int TYPE_AT = 12;
    private static final int UUID_AT = 13;

    private RecordFormat() {}

    static ByteBuffer encode(RecordType type, UUID id, byte[] payload, long salt) {
        ByteBuffer record = ByteBuffer.allocate(HEAD + payload.length);
        record.putInt(MARK).putInt(payload.length).putInt(0).put(type.code);
        record.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
        record.put(payload).flip();
        record.putInt(CRC_AT, crc(record, 0, payload.length, salt));
        return record;
    }

    /** How long the whole record at this place is; -1 if none lies there. */
    static int lengthAt(ByteBuffer segment, int at, long salt) {
        if (segment.limit() - at < HEAD || segment.getInt(at) != MARK) {
            return -1;
        }
        int length = segment.getInt(at + LENGTH_AT);
        if (length < 0
                || length > segment.limit() - at - HEAD
                || RecordType.of(segment.get(at + TYPE_AT)) == null
                || segment.getInt(at + CRC_AT) != crc(segment, at, length, salt)) {
            return -1;
        }
        return HEAD + length;
    }

    static RecordType typeAt(ByteBuffer segment, int at) {
        RecordType type = RecordType.of(segment.get(at + TYPE_AT));
        if (type == null) {
            throw new IllegalStateException("no record lies at " + at);
        }
        return type;
    }

    static UUID idAt(ByteBuffer segment, int at) {
        return new UUID(segment.getLong(at + UUID_AT), segment.getLong(at + UUID_AT + Long.BYTES));
    }

    private static int crc(ByteBuffer segment, int at, int length, long salt) {
        var crc = new CRC32C();
        crc.update(ByteBuffer.allocate(Long.BYTES + Integer.BYTES)
                .putLong(salt)
                .putInt(length)
                .flip());
        crc.update(segment.slice(at + TYPE_AT, HEAD - TYPE_AT + length));
        return (int) crc.getValue();
    }
}
