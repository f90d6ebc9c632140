package io.zmq4j.zmtp.engine;

import static io.zmq4j.zmtp.engine.Octets.concat;
import static io.zmq4j.zmtp.engine.Octets.frame;
import static io.zmq4j.zmtp.engine.Octets.header;
import static io.zmq4j.zmtp.engine.Octets.octets;
import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.message.Message;
import io.zmq4j.zmtp.CloseReason;
import io.zmq4j.zmtp.SocketType;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Frames after the handshake. */
class FramingTest {
    private static Side pull() {
        return Side.ready(SocketType.PULL, "PUSH");
    }

    private static Side pull(long maxMessageSize) {
        return Side.with(Side.options(SocketType.PULL, "", maxMessageSize)).shakeHands("PUSH");
    }

    private static void delivers(byte[] bytes, Message... messages) {
        Feed.accepted(
                FramingTest::pull, bytes, side -> assertThat(side.messages).containsExactly(messages));
    }

    @ParameterizedTest
    @ValueSource(ints = {0x08, 0x10, 0x20, 0x40, 0x80, 0xF8, 0x0C, 0xFF})
    @DisplayName("C1, RFC 37: bits 7-3 are reserved and MUST be zero")
    void reservedBitsAreRefused(int flags) {
        Feed.refused(FramingTest::pull, new byte[] {(byte) flags}, CloseReason.MALFORMED_FRAME);
    }

    @ParameterizedTest
    @ValueSource(ints = {0x05, 0x07})
    @DisplayName("C2, RFC 37: MORE SHALL be zero on command frames")
    void commandWithMoreIsRefused(int flags) {
        Feed.refused(FramingTest::pull, new byte[] {(byte) flags}, CloseReason.MALFORMED_FRAME);
    }

    @Test
    @DisplayName("RFC 37: the frames of the grammar: short and long, last and more")
    void everyFormOfFrameIsRead() {
        delivers(octets("00 01 'a'"), Message.of("a"));
        delivers(octets("02 0000000000000001 'a'"), Message.of("a"));
        delivers(octets("01 01 'a' 00 01 'b'"), Message.of("a", "b"));
        delivers(octets("03 0000000000000001 'a' 02 0000000000000001 'b'"), Message.of("a", "b"));
    }

    @Test
    @DisplayName("C3: the long form for a short body is accepted")
    void longFormOfShortBodyIsAccepted() {
        delivers(concat(header(0, 255), Side.bytes(255)), Message.wrap(Side.bytes(255)));
    }

    @Test
    @DisplayName("C4, RFC 37: an empty frame has a size of zero, in the long form too")
    void longFrameOfSizeZeroIsAccepted() {
        delivers(concat(header(0, 0), octets("00 00")), Message.empty(), Message.empty());
    }

    @ParameterizedTest
    @ValueSource(longs = {(1L << 31) - 1, 1L << 31, 1L << 32, 1L << 40, Long.MAX_VALUE})
    @DisplayName("C5: sizes that no array holds are refused by the header, and all above the limit")
    void impossibleSizesAreRefused(long size) {
        Feed.refused(FramingTest::pull, header(0, size), CloseReason.MESSAGE_TOO_LARGE);
        Feed.refused(() -> pull(1000), header(0, size), CloseReason.MESSAGE_TOO_LARGE, "allowed are 1000");
    }

    @ParameterizedTest
    @ValueSource(longs = {Long.MIN_VALUE, Long.MIN_VALUE + 1, -1})
    @DisplayName("C6, RFC 37: a long frame has a body of 0 to 2^63-1 octets")
    void sizesFrom2To63OnAreRefused(long size) {
        Feed.refused(FramingTest::pull, header(0, size), CloseReason.MALFORMED_FRAME);
        Feed.refused(FramingTest::pull, header(4, size), CloseReason.MALFORMED_FRAME);
    }

    @Test
    @DisplayName("C7: 1000 connections that declare 1 GiB and send 10 bytes cost no gigabytes")
    void memoryFollowsWhatArrived() {
        byte[] start = concat(header(0, 1 << 30), Side.bytes(10));
        var sides = new ArrayList<Side>();
        for (int i = 0; i < 1000; i++) {
            Side side = pull();
            side.receive(start);
            sides.add(side);
        }

        assertThat(sides)
                .allSatisfy(side -> assertThat(side.engine().bodyMissing()).isEqualTo((1 << 30) - 10));
    }

    @Test
    @DisplayName("C8: headers and bodies may be cut anywhere")
    void framesMayBeCutAnywhere() {
        delivers(
                concat(frame(1, Side.bytes(3)), frame(0, Side.bytes(256)), octets("00 00 00 01 'z'")),
                Message.of(Side.bytes(3), Side.bytes(256)),
                Message.empty(),
                Message.of("z"));
    }

    @ParameterizedTest
    @CsvSource({"00", "00 02", "00 02 61", "02 00 00", "01 01 61", "01 01 61 00", "04", "04 05 04 50"})
    @DisplayName("C9: a stream that ends inside a message drops it and is a lost connection")
    void endInsideAMessageIsALostConnection(String bytes) {
        Feed.accepted(FramingTest::pull, octets(bytes), side -> {
            assertThat(side.engine().endOfStream().reason()).isEqualTo(CloseReason.CONNECTION_LOST);
            assertThat(side.messages).isEmpty();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "00 00", "00 02 'ab'", "04 05 04 'PONG'"})
    void endBetweenMessagesIsThePeersClose(String bytes) {
        Feed.accepted(
                FramingTest::pull,
                octets(bytes),
                side -> assertThat(side.engine().endOfStream().reason()).isEqualTo(CloseReason.PEER_CLOSED));
    }

    @Test
    @DisplayName("C10: 1 MiB, one byte at a time, is delivered")
    void aLargeBodyMayComeByteByByte() {
        Side side = pull();
        side.receiveByteByByte(frame(0, Side.bytes(1 << 20)));

        assertThat(side.messages).containsExactly(Message.wrap(Side.bytes(1 << 20)));
    }

    @Test
    @DisplayName("C13: a message of the maximum size is accepted, one byte more is refused with its size")
    void theLimitIsExact() {
        Feed.accepted(
                () -> pull(300),
                frame(0, Side.bytes(300)),
                side -> assertThat(side.messages).hasSize(1));
        Feed.refused(() -> pull(300), header(0, 301), CloseReason.MESSAGE_TOO_LARGE, "301 bytes, allowed are 300");
        Feed.accepted(
                () -> pull(3),
                octets("00 03 'abc'"),
                side -> assertThat(side.messages).hasSize(1));
        Feed.refused(() -> pull(3), octets("00 04"), CloseReason.MESSAGE_TOO_LARGE);
        Feed.accepted(
                () -> pull(0),
                octets("00 00"),
                side -> assertThat(side.messages).hasSize(1));
    }

    @Test
    void theLimitIsForAllFramesTogether() {
        Feed.accepted(
                () -> pull(4),
                octets("01 02 'ab' 00 02 'cd' 01 02 'ab' 00 02 'cd'"),
                side -> assertThat(side.messages).hasSize(2));
        Feed.refused(() -> pull(4), octets("01 02 'ab' 00 03"), CloseReason.MESSAGE_TOO_LARGE, "5 bytes");
        Feed.refused(
                () -> pull(4), concat(octets("01 02 'ab'"), header(0, Long.MAX_VALUE)), CloseReason.MESSAGE_TOO_LARGE);
    }

    @Test
    @DisplayName("D1: a message of 2^20 frames is delivered, one more frame is refused")
    void framesOfAMessageAreCounted() {
        Side side = pull();
        byte[] more = octets("01 00").clone();
        byte[] block = new byte[2 << 10];
        for (int i = 0; i < block.length; i += 2) {
            System.arraycopy(more, 0, block, i, 2);
        }
        for (int i = 0; i < 1 << 10; i++) {
            side.receive(block);
        }

        assertThat(side.refusal(more))
                .satisfies(reason -> assertThat(reason.reason()).isEqualTo(CloseReason.MESSAGE_TOO_LARGE));
        assertThat(side.messages).isEmpty();
    }

    @Test
    @DisplayName("D1: the largest message has 2^20 frames")
    void theLargestMessageIsDelivered() {
        Side side = pull();
        byte[] bytes = new byte[2 << 20];
        for (int i = 0; i < bytes.length - 2; i += 2) {
            bytes[i] = 1;
        }
        side.receive(bytes);

        assertThat(side.messages)
                .singleElement()
                .satisfies(message -> assertThat(message.frameCount()).isEqualTo(1 << 20));
    }

    @Test
    @DisplayName("D2, RFC 37: messages SHALL be delivered atomically: nothing of a message without its last frame")
    void nothingOfAnIncompleteMessageIsDelivered() {
        Feed.accepted(FramingTest::pull, octets("01 01 'a' 01 01 'b'"), side -> {
            assertThat(side.messages).isEmpty();
            assertThat(side.engine().endOfStream().reason()).isEqualTo(CloseReason.CONNECTION_LOST);
        });
    }

    @Test
    @DisplayName("RFC 37: messages SHALL be delivered in order, and SHALL NOT be delivered more than once")
    void messagesAreDeliveredInOrderAndOnce() {
        delivers(octets("00 01 '1' 00 01 '2' 00 01 '3'"), Message.of("1"), Message.of("2"), Message.of("3"));
    }

    @Test
    void receiveStopsAfterTheMessageThatFillsTheListener() throws Exception {
        Side side = pull();
        side.room = 1;
        byte[] bytes = octets("00 01 'a' 00 01 'b'");

        assertThat(side.engine().receive(bytes, 0, 6, side.now)).isEqualTo(3);
        assertThat(side.messages).containsExactly(Message.of("a"));

        side.room = 5;
        assertThat(side.engine().receive(bytes, 3, 3, side.now)).isEqualTo(3);
        assertThat(side.messages).containsExactly(Message.of("a"), Message.of("b"));
    }

    @Test
    void receiveTakesARangeOfTheArray() throws Exception {
        Side side = pull();
        byte[] bytes = octets("ffff 00 01 'a' ffff");

        assertThat(side.engine().receive(bytes, 2, 3, side.now)).isEqualTo(3);
        assertThat(side.messages).containsExactly(Message.of("a"));
    }

    @Test
    void aMessageDoesNotShareTheReadBuffer() {
        Side side = pull();
        byte[] bytes = octets("00 01 'a'");
        side.receive(bytes);
        bytes[2] = 'b';

        assertThat(side.messages).containsExactly(Message.of("a"));
    }

    @Test
    void aLargeBodyMayBeReadFromADirectBuffer() throws Exception {
        Side side = pull();
        side.receive(concat(header(0, 100_000), Side.bytes(10)));
        ByteBuffer buffer = ByteBuffer.allocateDirect(30_000);
        while (side.engine().bodyMissing() > 0) {
            buffer.clear().limit(Math.min(buffer.capacity(), side.engine().bodyMissing()));
            while (buffer.hasRemaining()) {
                buffer.put((byte) 'x');
            }
            side.engine().receiveBody(buffer.flip(), side.now);
            assertThat(buffer.hasRemaining()).isFalse();
        }
        side.receive(octets("00 01 'z'"));

        assertThat(side.messages).containsExactly(Message.wrap(Side.bytes(100_000)), Message.of("z"));
    }

    @Test
    void onlyALargeBodyIsAskedFor() {
        Side side = pull();
        assertThat(side.engine().bodyMissing()).isZero();
        side.receive(concat(header(0, Outgoing.LARGE_BODY - 1), Side.bytes(10)));
        assertThat(side.engine().bodyMissing()).isZero();
        side.receive(concat(Side.bytes(Outgoing.LARGE_BODY - 11), header(0, Outgoing.LARGE_BODY)));
        assertThat(side.engine().bodyMissing()).isEqualTo(Outgoing.LARGE_BODY);
        side.receive(Side.bytes(Outgoing.LARGE_BODY));

        assertThat(side.engine().bodyMissing()).isZero();
        assertThat(side.messages).hasSize(2);
    }
}
