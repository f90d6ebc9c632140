package io.zmq4j.bench.part;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.zmq4j.zmtp.wire.FrameFormat;
import io.zmq4j.zmtp.wire.FrameReader;
import io.zmq4j.zmtp.wire.ProtocolException;
import java.lang.management.ManagementFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a large body costs beside itself. */
class BodyMemoryTest {
    private static final byte[] HEADER = {2, 0, 0, 0, 0, 0, 0x10, 0, 0};
    private static final int MEBIBYTE = 1 << 20;
    private static final byte[] PIECE = new byte[MEBIBYTE / 16];

    private final FrameReader reader = new FrameReader(FrameFormat.ZMTP_3, (flags, size) -> {});
    private final ThreadMXBean memory = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private byte @Nullable [] read(byte[] bytes) throws ProtocolException {
        return reader.read(bytes, 0, bytes.length);
    }

    private byte[] readWhole() throws ProtocolException {
        byte[] body = read(HEADER);
        while (body == null) {
            body = read(PIECE);
        }
        return body;
    }

    @Test
    void whatIsDeclaredIsReservedAsItComes() throws Exception {
        long before = memory.getCurrentThreadAllocatedBytes();
        byte[] body = read(HEADER);
        byte[] afterAPiece = read(PIECE);
        long allocated = memory.getCurrentThreadAllocatedBytes() - before;

        assertThat(body).isNull();
        assertThat(afterAPiece).isNull();
        assertThat(allocated).isLessThan(MEBIBYTE / 2);
    }

    @Test
    void whatHasComeOnceIsReservedAtOnce() throws Exception {
        readWhole();

        long before = memory.getCurrentThreadAllocatedBytes();
        byte[] body = readWhole();
        long allocated = memory.getCurrentThreadAllocatedBytes() - before;

        assertThat(body).hasSize(MEBIBYTE);
        assertThat(allocated).isBetween((long) MEBIBYTE, (long) MEBIBYTE + PIECE.length);
    }
}
