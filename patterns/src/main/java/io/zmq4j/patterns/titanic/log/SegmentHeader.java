package io.zmq4j.patterns.titanic.log;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * What a segment begins with:
 *
 * <pre>
 *   0            8        16       24       28
 *   +------------+--------+--------+--------+
 *   | "Z4TITAN1" | number | salt   | crc32c |   records…
 *   +------------+--------+--------+--------+
 * </pre>
 */
record SegmentHeader(long number, long salt) {
    static final int SIZE = 28;

    private static final long MARK = 0x5A34544954414E31L;

    ByteBuffer encode() {
        ByteBuffer header = ByteBuffer.allocate(SIZE);
        header.putLong(MARK).putLong(number).putLong(salt);
        return header.putInt(crc(header)).flip();
    }

    static @Nullable SegmentHeader parse(ByteBuffer segment) {
        boolean isHeader = segment.limit() >= SIZE
                && segment.getLong(0) == MARK
                && segment.getInt(SIZE - Integer.BYTES) == crc(segment);
        return isHeader ? new SegmentHeader(segment.getLong(8), segment.getLong(16)) : null;
    }

    private static int crc(ByteBuffer header) {
        var crc = new CRC32C();
        crc.update(header.slice(0, SIZE - Integer.BYTES));
        return (int) crc.getValue();
    }
}
