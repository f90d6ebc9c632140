package io.zmq4j.zmtp.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("RFC 37: sizes and the TTL are unsigned and in network byte order")
class UnsignedTest {
    private static final byte[] HIGH = {(byte) 0x80, 1, 2, 3, 4, 5, 6, (byte) 0xFF};

    @Test
    void integersAreUnsignedAndBigEndian() {
        assertThat(Unsigned.uint8(HIGH, 7)).isEqualTo(255);
        assertThat(Unsigned.uint16(HIGH, 0)).isEqualTo(0x8001);
        assertThat(Unsigned.uint32(HIGH, 0)).isEqualTo(0x80010203L);
        assertThat(Unsigned.uint64(new byte[] {0, 1, 2, 3, 4, 5, 6, (byte) 0xFF}, 0))
                .isEqualTo(0x000102030405_06FFL);
        assertThat(Unsigned.uint64(HIGH, 0)).isNegative();
    }

    @Test
    void whatIsPutIsRead() {
        var bytes = new byte[9];
        Unsigned.putUint16(bytes, 1, 0xFFFE);
        assertThat(Unsigned.uint16(bytes, 1)).isEqualTo(0xFFFE);
        Unsigned.putUint32(bytes, 1, 0x12345678);
        assertThat(Unsigned.uint32(bytes, 1)).isEqualTo(0x12345678);
        Unsigned.putUint64(bytes, 1, Long.MAX_VALUE);
        assertThat(Unsigned.uint64(bytes, 1)).isEqualTo(Long.MAX_VALUE);
        assertThat(bytes[0]).isZero();
    }
}
