package io.zmq4j.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ReadOnlyBufferException;
import java.util.ArrayList;
import java.util.Arrays;
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

    /** By every way in and out but those that say they keep or hand out the array itself. */
    @Test
    void nobodyElseHasAMessagesArrays() {
        byte[] frame = {1};
        byte[][] frames = {frame, {2}};
        List<byte[]> list = new ArrayList<>(List.of(frame, new byte[] {2}));
        List<Message> messages = List.of(
                Message.of(frames), Message.of(list), Message.of(new byte[] {2}).prepend(frame));

        frame[0] = 9;
        frames[1] = frame;
        list.set(1, frame);
        for (Message message : messages) {
            message.bytes()[0] = 9;
            message.bytes(1)[0] = 9;
            assertThat(message.buffer(0).isReadOnly()).isTrue();
            assertThat(message.buffer(0).hasArray()).isFalse();
            assertThat(message).isEqualTo(Message.of(new byte[] {1}, new byte[] {2}));
        }
    }

    @Test
    void prependWrappedKeepsTheArrayItself() {
        byte[] frame = {1};

        assertThat(Message.of("a").prependWrapped(frame).array(0)).isSameAs(frame);
    }

    @Test
    void aNullFrameIsToldByItsPlace() {
        assertThatThrownBy(() -> Message.of(new byte[1], null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("frames[1] is null");
        assertThatThrownBy(() -> Message.of("a", "b", null)).hasMessage("frames[2] is null");
        assertThatThrownBy(() -> Message.of(Arrays.asList(null, new byte[1]))).hasMessage("frames[0] is null");
        assertThatThrownBy(() -> Message.wrap(new byte[][] {null})).hasMessage("frames[0] is null");
    }

    @Test
    void aFrameThatIsNotThereIsToldByItsNumber() {
        Message one = Message.of("a");
        Message two = Message.of("a", "b");
        for (int absent : new int[] {-1, 2, Integer.MIN_VALUE, Integer.MAX_VALUE}) {
            for (Message message : List.of(one, two)) {
                assertThatThrownBy(() -> message.bytes(absent))
                        .isInstanceOf(IndexOutOfBoundsException.class)
                        .hasMessageContaining(Integer.toString(absent));
                assertThatThrownBy(() -> message.from(absent)).isInstanceOf(IndexOutOfBoundsException.class);
            }
        }
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
