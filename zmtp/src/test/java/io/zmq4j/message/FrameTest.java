package io.zmq4j.message;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class FrameTest {
    private static final Frame TEXT = Message.of("née").first();

    @Test
    void aFrameIsBytesAndText() {
        assertThat(TEXT.size()).isEqualTo(4);
        assertThat(TEXT.bytes()).isEqualTo("née".getBytes(UTF_8));
        assertThat(TEXT.buffer()).isEqualTo(ByteBuffer.wrap("née".getBytes(UTF_8)));
        assertThat(TEXT.text()).isEqualTo("née");
        assertThat(TEXT.text(ISO_8859_1)).isEqualTo("nÃ©e");
        assertThat(TEXT.isEmpty()).isFalse();
        assertThat(Message.empty().first().isEmpty()).isTrue();
    }

    @Test
    void nobodyCanChangeIt() {
        TEXT.bytes()[0] = 0;

        assertThat(TEXT.buffer().isReadOnly()).isTrue();
        assertThat(TEXT.text()).isEqualTo("née");
    }

    @Test
    void numbersAreBigEndian() {
        Message message = Message.builder().int32(-2).int64(258).build();

        assertThat(message.frame(0).bytes()).containsExactly(0xff, 0xff, 0xff, 0xfe);
        assertThat(message.frame(1).bytes()).containsExactly(0, 0, 0, 0, 0, 0, 1, 2);
        assertThat(message.frame(0).int32()).isEqualTo(-2);
        assertThat(message.frame(1).int64()).isEqualTo(258);
    }

    @Test
    void aNumberOfAnotherSizeIsNoNumber() {
        assertThatThrownBy(() -> Message.of("abc").first().int32())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("int32 has 4 bytes, this frame has 3");
        assertThatThrownBy(() -> Message.of("abcd").first().int64()).hasMessageContaining("int64 has 8 bytes");
    }

    @Test
    void whatAFrameStartsWithIsComparedAsBytes() {
        assertThat(TEXT.startsWith("né")).isTrue();
        assertThat(TEXT.startsWith("")).isTrue();
        assertThat(TEXT.startsWith(new byte[] {'n'})).isTrue();
        assertThat(TEXT.startsWith("née.")).isFalse();
        assertThat(TEXT.startsWith("N")).isFalse();
    }

    @Test
    void aFrameIsCopiedIntoABufferOrNothingIs() {
        ByteBuffer target = ByteBuffer.allocate(6).put((byte) '-');

        assertThat(TEXT.copyTo(target)).isEqualTo(4);
        assertThat(target.position()).isEqualTo(5);
        assertThatThrownBy(() -> TEXT.copyTo(target)).hasMessageContaining("room for 1 bytes, 4 are to be copied");
        assertThat(target.position()).isEqualTo(5);
    }

    @Test
    void equalityIsByContent() {
        assertThat(TEXT)
                .isEqualTo(Message.of("a", "née").last())
                .hasSameHashCodeAs(Message.of("née").first());
        assertThat(TEXT).isNotEqualTo(Message.of("nee").first()).isNotEqualTo("née");
    }
}
