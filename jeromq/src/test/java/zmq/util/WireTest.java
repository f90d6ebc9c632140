package zmq.util;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import zmq.Msg;

class WireTest {
    @Test
    void numbersAreInNetworkOrderWhateverTheBuffersOrder() {
        ByteBuffer buffer = ByteBuffer.allocate(14).order(ByteOrder.LITTLE_ENDIAN);
        Wire.putUInt64(Wire.putUInt32(Wire.putUInt16(buffer, 0x1FFFE), -2), 3);
        assertThat(buffer.array()).containsExactly(-1, -2, -1, -1, -1, -2, 0, 0, 0, 0, 0, 0, 0, 3);
        assertThat(Wire.getUInt16(buffer, 0)).isEqualTo(0xFFFE);
        assertThat(Wire.getUInt32(buffer, 2)).isEqualTo(-2);
        assertThat(Wire.getUInt64(buffer, 6)).isEqualTo(3);
        assertThat(Wire.getUInt16(Wire.putUInt16(513))).isEqualTo(513);
        assertThat(Wire.getUInt32(Wire.putUInt32(66051), 0)).isEqualTo(66051);
        var msg = new Msg(8);
        Wire.putUInt32(Wire.putUInt32(msg, 1), 2);
        assertThat(Wire.getUInt64(msg, 0)).isEqualTo((1L << 32) + 2);
        assertThat(Wire.getUInt32(msg, 4)).isEqualTo(2);
    }

    @Test
    void textsHaveTheLengthOfTheirBytes() {
        ByteBuffer buffer = ByteBuffer.allocate(20);
        assertThat(Wire.putShortString(buffer, "\u00e9")).isEqualTo(3);
        assertThat(Wire.putLongString(StandardCharsets.ISO_8859_1, buffer, "\u00e9"))
                .isEqualTo(5);
        assertThat(Wire.getShortString(buffer, 0)).isEqualTo("\u00e9");
        assertThat(Wire.getLongString(StandardCharsets.ISO_8859_1, buffer, 3)).isEqualTo("\u00e9");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Wire.putShortString(ByteBuffer.allocate(600), "\u00e9".repeat(200)));
    }

    @Test
    void lyingLengthsTakeNoMemory() {
        for (int length : new int[] {Integer.MAX_VALUE, Integer.MIN_VALUE, -1, 3}) {
            ByteBuffer buffer = ByteBuffer.allocate(6).putInt(length);
            assertThatThrownBy(() -> Wire.getLongString(buffer, 0)).isInstanceOf(BufferUnderflowException.class);
        }
        assertThatThrownBy(() -> Wire.getShortString(ByteBuffer.wrap(new byte[] {2, 65}), 0))
                .isInstanceOf(BufferUnderflowException.class);
        assertThatThrownBy(() -> Wire.getShortString(ByteBuffer.allocate(0), 0))
                .isInstanceOf(IndexOutOfBoundsException.class);
    }
}
