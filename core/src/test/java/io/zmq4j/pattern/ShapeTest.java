package io.zmq4j.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.zmq4j.event.DropCounters;
import io.zmq4j.event.DropReason;
import io.zmq4j.message.Message;
import io.zmq4j.zmtp.SocketType;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShapeTest {
    @ParameterizedTest
    @CsvSource({"CLIENT", "SCATTER", "CHANNEL"})
    @DisplayName("RFC 41, 49, 52: MUST NOT send multipart messages")
    void severalFramesAreRefusedWhereThereIsOne(SocketType type) {
        Shape shape = Rows.of(type).traits().shape();
        shape.check(type, Message.of("one"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> shape.check(type, Message.of("a", "b")))
                .withMessage("a message of 2 frames: " + type + " sends one frame");
    }

    @ParameterizedTest
    @CsvSource({"SERVER", "PEER"})
    @DisplayName("RFC 41, 51: MUST NOT send multi-part messages")
    void aRoutingIdHasOneFrameBehindIt(SocketType type) {
        Shape shape = Rows.of(type).traits().shape();
        shape.check(type, Message.of(new byte[4], new byte[0]));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> shape.check(type, Message.of("body")))
                .withMessage("a message of 1 frame: " + type
                        + " sends two frames, the routing id of a peer, which has 4 bytes, and the body");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> shape.check(type, Message.of(new byte[4], new byte[0], new byte[0])));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> shape.check(type, Message.of(new byte[5], new byte[0])))
                .withMessageContaining("has 5 bytes");
    }

    @Test
    @DisplayName("RFC 48: multipart messages MUST NOT be allowed; RFC 37: a message is a group and a body")
    void aGroupHasOneFrameBehindIt() {
        Shape.GROUPED.check(SocketType.RADIO, Message.of("group", "body"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Shape.GROUPED.check(SocketType.RADIO, Message.of("group", "body", "more")))
                .withMessageContaining("RADIO sends two frames, the group and the body");
    }

    @Test
    void theOthersTakeAnyMessage() {
        Shape.ANY.check(SocketType.PUSH, Message.of("a"));
        Shape.ANY.check(SocketType.PUSH, Message.of("a", "b", "c"));
        assertThat(Shape.ANY.takes(Shape.BODY)).isTrue();
        assertThat(Shape.BODY.takes(Shape.ANY)).isFalse();
        assertThat(Shape.ROUTED.takes(Shape.GROUPED)).isFalse();
        assertThat(Shape.GROUPED.takes(Shape.GROUPED)).isTrue();
    }

    @Test
    @DisplayName("RFC 49, 52: GATHER and CHANNEL MUST discard any part of a multipart message")
    void whatHasSeveralFramesIsDiscardedAndCounted() {
        var drops = new DropCounters();
        for (Pattern pattern : new Pattern[] {Pull.gather(drops), Pair.channel(drops)}) {
            var pipe = FakePipe.roomy().deliver("two", "frames").deliver("one");
            pattern.attach(pipe);
            pattern.readable(pipe);
            assertThat(pattern.tryReceive()).isEqualTo(Message.of("one"));
            assertThat(pattern.canReceive()).isFalse();
        }
        assertThat(drops.count(DropReason.WRONG_SHAPE)).isEqualTo(2);
    }
}
