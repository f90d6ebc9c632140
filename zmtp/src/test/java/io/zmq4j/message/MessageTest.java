package io.zmq4j.message;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
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
    void theSummaryHasNoContent() {
        assertThat(Message.of("secret", "s").summary()).isEqualTo("2 frames, 7 bytes");
        assertThat(Message.of("s").summary()).isEqualTo("1 frame, 1 byte");
    }

    @Test
    void textAndBytesMix() {
        assertThat(Message.of("topic", new byte[] {1, 2}))
                .isEqualTo(Message.of("topic".getBytes(UTF_8), new byte[] {1, 2}));
        assertThat(Message.of("topic").append(new byte[] {1, 2})).isEqualTo(Message.of("topic", new byte[] {1, 2}));
    }

    @Test
    void aBufferGivesWhatIsBetweenItsPositionAndLimitAndStaysAsItIs() {
        for (ByteBuffer buffer : List.of(
                ByteBuffer.wrap(new byte[] {0, 1, 2, 3}),
                ByteBuffer.allocateDirect(4).put(new byte[] {0, 1, 2, 3}),
                ByteBuffer.wrap(new byte[] {0, 1, 2, 3}).asReadOnlyBuffer())) {
            buffer.position(1).limit(3);
            Message expected = Message.of(new byte[] {1, 2});

            assertThat(Message.of(buffer)).isEqualTo(expected);
            assertThat(Message.of(buffer, buffer)).isEqualTo(expected.append(expected));
            assertThat(Message.empty().append(buffer).last()).isEqualTo(expected.first());
            assertThat(Message.empty().prepend(buffer).first()).isEqualTo(expected.first());
            assertThat(buffer.position()).isEqualTo(1);
            assertThat(buffer.limit()).isEqualTo(3);
        }
    }

    @Test
    void framesStandInTheirOrderHoweverTheyAreLookedAt() {
        Message message = Message.of("a", "b", "c");

        assertThat(message.frames()).extracting(Frame::text).containsExactly("a", "b", "c");
        List<String> iterated = new ArrayList<>();
        for (Frame frame : message) {
            iterated.add(frame.text());
        }
        assertThat(iterated).containsExactly("a", "b", "c");
        assertThat(message.first().text()).isEqualTo("a");
        assertThat(message.frame(1).text()).isEqualTo("b");
        assertThat(message.last().text()).isEqualTo("c");
        assertThatThrownBy(() -> message.frames().remove(0)).isInstanceOf(UnsupportedOperationException.class);
        assertThat(Message.of(message.last(), message.first())).isEqualTo(Message.of("c", "a"));
    }

    @Test
    void whatIsAppendedStandsBehindAndWhatIsPrependedInFront() {
        Message one = Message.of("a");
        Message two = Message.of("b", "c");

        assertThat(one.append("b").append("c".getBytes(UTF_8))).isEqualTo(Message.of("a", "b", "c"));
        assertThat(one.append(two)).isEqualTo(Message.of("a", "b", "c"));
        assertThat(two.append(one)).isEqualTo(Message.of("b", "c", "a"));
        assertThat(two.prepend("a")).isEqualTo(Message.of("a", "b", "c"));
        assertThat(two.prepend(two)).isEqualTo(Message.of("b", "c", "b", "c"));
        assertThat(one).isEqualTo(Message.of("a"));
    }

    @Test
    void whatIsAddedIsCopied() {
        byte[] frame = {1};
        List<Message> messages = List.of(
                Message.of("a", frame),
                Message.of("a").append(frame),
                Message.of(ByteBuffer.wrap(frame)).prepend("a"),
                Message.builder().text("a").bytes(frame).build(),
                Message.builder().text("a").buffer(ByteBuffer.wrap(frame)).build());

        frame[0] = 9;

        assertThat(messages).allMatch(Message.of("a", new byte[] {1})::equals);
    }

    @Test
    void allFramesAreCopiedIntoABufferOrNothingIs() {
        Message message = Message.of("ab", "", "c");
        ByteBuffer target = ByteBuffer.allocate(5).put((byte) '-');

        assertThat(message.copyTo(target)).isEqualTo(3);
        assertThat(target.array()).containsExactly('-', 'a', 'b', 'c', 0);
        assertThatThrownBy(() -> message.copyTo(target))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("room for 1 bytes, 3 are to be copied");
        assertThat(target.position()).isEqualTo(4);
    }
}
