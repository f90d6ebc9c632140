package io.zmq4j.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ReadOnlyBufferException;
import java.util.List;
import org.junit.jupiter.api.Test;

class MessageTest {
    @Test
    void nobodyOutsideCanChangeWhatOfKeeps() {
        byte[] frame = {1};
        Message message = Message.of(frame);
        frame[0] = 2;
        message.bytes()[0] = 3;

        assertThat(message.bytes()).containsExactly(1);
        assertThatThrownBy(() -> message.buffer(0).put((byte) 4)).isInstanceOf(ReadOnlyBufferException.class);
    }

    @Test
    void wrapKeepsTheArrayItself() {
        byte[] frame = {1};

        assertThat(Message.wrap(frame).array(0)).isSameAs(frame);
    }

    @Test
    void sizesCountAllFrames() {
        Message message = Message.of("ab", "", "c");

        assertThat(message.frameCount()).isEqualTo(3);
        assertThat(message.size()).isEqualTo(3);
        assertThat(message.size(0)).isEqualTo(2);
        assertThat(Message.empty().frameCount()).isEqualTo(1);
        assertThat(Message.empty().size()).isZero();
    }

    @Test
    void aMessageHasAtLeastOneFrame() {
        assertThatThrownBy(() -> Message.of(List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Message.of("a").from(1)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void framesAreAddedInFrontAndTakenOff() {
        Message message = Message.of("a", "b");

        assertThat(message.prepend(new byte[] {'i'})).isEqualTo(Message.of("i", "a", "b"));
        assertThat(message.from(1)).isEqualTo(Message.of("b"));
        assertThat(message.from(0)).isSameAs(message);
    }

    @Test
    void equalityIsByContent() {
        assertThat(Message.of("a", "b")).isEqualTo(Message.of("a", "b")).hasSameHashCodeAs(Message.of("a", "b"));
        assertThat(Message.of("a", "b")).isNotEqualTo(Message.of("a")).isNotEqualTo(Message.of("a", "c"));
        assertThat(Message.of("ab")).isNotEqualTo(Message.of("a", "b"));
    }

    @Test
    void startsWithComparesOneFrame() {
        assertThat(Message.of("topic.a").startsWith(0, new byte[] {'t', 'o'})).isTrue();
        assertThat(Message.of("t").startsWith(0, new byte[] {'t', 'o'})).isFalse();
        assertThat(Message.of("x").startsWith(0, new byte[0])).isTrue();
    }

    @Test
    void theContentStaysOutOfTheText() {
        assertThat(Message.of("secret", "s")).hasToString("Message[2 frames, 7 bytes]");
        assertThat(Message.of("secret")).hasToString("Message[1 frame, 6 bytes]");
    }
}
