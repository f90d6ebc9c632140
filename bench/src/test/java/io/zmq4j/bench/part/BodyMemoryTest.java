package io.zmq4j.bench.part;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.zmq4j.zmtp.wire.FrameFormat;
import io.zmq4j.zmtp.wire.FrameReader;
import io.zmq4j.zmtp.wire.ProtocolException;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

/** What a large body costs beside itself. */
class BodyMemoryTest {
    private static final byte[] HEADER = {2, 0, 0, 0, 0, 0, 0x10, 0, 0};
    private static final int MEBIBYTE = 1 << 20;
    private static final byte[] PIECE = new byte[MEBIBYTE / 16];

    private final FrameReader reader = new FrameReader(FrameFormat.ZMTP_3, (flags, size) -> {});
    private final ThreadMXBean memory = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private byte[] read() throws ProtocolException {
        assertThat(reader.read(HEADER, 0, HEADER.length)).isNull();
        byte[] body = null;
        while (body == null) {
            body = reader.read(PIECE, 0, PIECE.length);
        }
        return body;
    }

    private long allocatedByReading() throws ProtocolException {
        long before = memory.getCurrentThreadAllocatedBytes();
        assertThat(read()).hasSize(MEBIBYTE);
        return memory.getCurrentThreadAllocatedBytes() - before;
    }

    @Test
    void whatIsDeclaredIsReservedAsItComes() throws Exception {
        assertThat(allocatedByReading()).isGreaterThan(MEBIBYTE + PIECE.length);
    }

    @Test
    void whatHasComeOnceIsReservedAtOnce() throws Exception {
        read();
        // The assertion library allocates as well when it is first used.
        allocatedByReading();
        assertThat(allocatedByReading()).isBetween((long) MEBIBYTE, (long) MEBIBYTE + PIECE.length);
    }
}
