package io.zmq4j.zmtp.engine;

import static io.zmq4j.zmtp.engine.Octets.concat;
import static io.zmq4j.zmtp.engine.Octets.octets;
import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.message.Message;
import io.zmq4j.zmtp.CloseReason;
import io.zmq4j.zmtp.SocketType;
import io.zmq4j.zmtp.mechanism.Mechanism;
import io.zmq4j.zmtp.wire.Metadata;
import io.zmq4j.zmtp.wire.ProtocolException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What both halves do with a mechanism that seals every frame. */
class SealedTrafficTest {
    private static final byte[] GREETING = concat(octets("ff 0000000000000000 7f 03 01 'SEAL'"), new byte[48]);

    private static EngineOptions options(SocketType type, long maxMessageSize) {
        return options(type, maxMessageSize, SealingToy::new);
    }

    private static EngineOptions options(
            SocketType type, long maxMessageSize, Function<Metadata, Mechanism> mechanism) {
        return new EngineOptions(
                type,
                new byte[0],
                maxMessageSize,
                Duration.ofSeconds(30),
                Duration.ofSeconds(1),
                Duration.ZERO,
                Duration.ofSeconds(1),
                new OtherSecurity(mechanism),
                false);
    }

    private static Side side(SocketType type) {
        return side(type, -1);
    }

    private static Side side(SocketType type, long maxMessageSize) {
        return Side.with(options(type, maxMessageSize));
    }

    /** One whose handshake with a peer of this type is complete, and whose part of it was taken. */
    private static Side talking(Side side, String peerType) {
        side.receive(GREETING);
        side.receive(Octets.ready(peerType));
        side.transmit();
        return side;
    }

    @Test
    void eachFrameIsSealedWithItsFlagsInOrder() {
        Side push = talking(side(SocketType.PUSH), "PULL");
        push.send(Message.of("ab", "c"));
        push.send(Message.of(""));

        assertThat(push.transmit())
                .isEqualTo(concat(
                        octets("00 05 01 00 60 63 c4"), // MORE ^ 1, 'a' ^ 1, 'b' ^ 1
                        octets("00 04 02 02 61 65"), // 0 ^ 2, 'c' ^ 2
                        octets("00 03 03 03 06")));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 7, 1_000})
    void frameForFrameIsOpenedWhereverTheBytesAreCut(int atATime) throws ProtocolException {
        Side pull = talking(side(SocketType.PULL), "PUSH");
        byte[] all = concat(octets("00 05 01 00 60 63 c4"), octets("00 04 02 02 61 65"), octets("00 03 03 03 06"));

        for (int at = 0; at < all.length; at += atATime) {
            int length = Math.min(atATime, all.length - at);
            assertThat(pull.engine().receive(all, at, length, pull.now)).isEqualTo(length);
        }

        assertThat(pull.messages).containsExactly(Message.of("ab", "c"), Message.of(""));
    }

    /** What they were lent for a row of frames must not stay with a connection. */
    @Test
    void bothHalvesRestWhenTheThreadLeavesThem() throws ProtocolException {
        var mechanism = new AtomicReference<SealingToy>();
        Side pair = talking(
                Side.with(options(SocketType.PAIR, -1, own -> {
                    mechanism.compareAndSet(null, new SealingToy(own));
                    return mechanism.get();
                })),
                "PAIR");
        pair.send(Message.of("a"));
        assertThat(pair.transmit()).hasSize(6);
        assertThat(mechanism.get().isResting()).isFalse();
        pair.engine().restOutbound();
        assertThat(mechanism.get().isResting()).isTrue();

        pair.receive(octets("00 04 01 01 60 62"));
        assertThat(mechanism.get().isResting()).isFalse();
        pair.engine().restInbound();
        assertThat(mechanism.get().isResting()).isTrue();

        byte[] large = push(Message.wrap(Side.bytes(20_000)), Message.wrap(Side.bytes(20_000)));
        int second = large.length / 2;
        pair.receive(Arrays.copyOfRange(large, second, second + 5_000));
        pair.engine().receiveBody(ByteBuffer.wrap(large, second + 5_000, second - 5_000), pair.now);
        assertThat(pair.messages).hasSize(2);
        pair.engine().restInbound();
        assertThat(mechanism.get().isResting()).isTrue();

        assertThat(pair.refusal(octets("00 04 01 01 60 62"))).isNotNull();
        pair.engine().restInbound();
        assertThat(mechanism.get().isResting()).isTrue();
    }

    private static byte[] push(Message... messages) {
        Side push = talking(side(SocketType.PUSH), "PULL");
        for (Message message : messages) {
            push.send(message);
        }
        return push.transmit();
    }

    @Test
    void theFlagsOutsideSayNothing() {
        Side pull = talking(side(SocketType.PULL), "PUSH");

        pull.receive(octets("01 04 01 01 60 62"));

        assertThat(pull.messages).containsExactly(Message.of("a"));
    }

    @ParameterizedTest
    @DisplayName("a frame that was changed, left out, cut, or is in the clear ends the connection")
    @ValueSource(strings = {"00 04 01 01 60 63", "00 04 02 02 61 65", "00 02 01 01", "00 01 'a'", "00 00"})
    void whatTheSealDoesNotVouchForEndsTheConnection(String frame) {
        Side pull = talking(side(SocketType.PULL), "PUSH");

        assertThat(pull.refusal(octets(frame)))
                .isNotNull()
                .extracting(ProtocolException::reason)
                .isEqualTo(CloseReason.MALFORMED_FRAME);
        assertThat(pull.messages).isEmpty();
    }

    @Test
    void commandsAreSealedAsWell() {
        Side pull = talking(side(SocketType.PULL), "PUSH");
        assertThat(pull.tickAfter(1_000)).isNull();

        // nonce, COMMAND ^ 1, "\4PING" and a time to live of 0, all ^ 1, sum
        assertThat(pull.transmit()).isEqualTo(octets("00 0a 01 05 05 51 48 4f 46 01 01 3b"));

        Side push = talking(side(SocketType.PUSH), "PULL");
        push.receive(octets("00 0a 01 05 05 51 48 4f 46 01 01 3b"));
        assertThat(push.transmit()).isEqualTo(octets("00 08 01 05 05 51 4e 4f 46 3f"));
        assertThat(push.engine().isPinged()).isTrue();
    }

    @Test
    void subscriptionsGoAsSealedCommands() {
        Side sub = talking(side(SocketType.SUB), "PUB");
        Side pub = talking(side(SocketType.PUB), "SUB");
        sub.send(Message.wrap(new byte[] {1, 'a'}));
        sub.send(Message.wrap(new byte[] {0, 'a'}));

        pub.receive(sub.transmit());

        assertThat(pub.messages).containsExactly(Message.wrap(new byte[] {1, 'a'}), Message.wrap(new byte[] {0, 'a'}));
    }

    @Test
    void sizesAreThoseOfTheBodiesInside() {
        Side pull = talking(side(SocketType.PULL, 3), "PUSH");
        pull.receive(octets("00 06 01 01 60 60 60 22"));
        assertThat(pull.messages).containsExactly(Message.of("aaa"));

        assertThat(pull.refusal(octets("00 07 02 02 63 63 63 63 90")))
                .isNotNull()
                .extracting(ProtocolException::reason)
                .isEqualTo(CloseReason.MESSAGE_TOO_LARGE);
    }

    @Test
    void whatIsLargerThanAnyMessageOrCommandIsRefusedByItsHeader() {
        Side pull = talking(side(SocketType.PULL, 3), "PUSH");

        assertThat(pull.refusal(octets("02 00000000 02000000"))).isNotNull();
    }

    /** What a frame has inside is known when it is open, if what it is sealed with is not always as long. */
    @Test
    void anOverheadMayVary() {
        EngineOptions varying = options(SocketType.PULL, 3, own -> new SealingToy(own, 65_536));
        Side pull = talking(Side.with(varying), "PUSH");
        pull.receive(octets("00 03 01 01 02"));
        pull.receive(octets("00 06 02 02 63 63 63 2d"));
        assertThat(pull.messages).containsExactly(Message.of(""), Message.of("aaa"));
        assertThat(pull.refusal(octets("00 07 03 03 62 62 62 62 8e")))
                .isNotNull()
                .extracting(ProtocolException::reason)
                .isEqualTo(CloseReason.MESSAGE_TOO_LARGE);

        Side header = talking(Side.with(varying), "PUSH");
        assertThat(header.refusal(octets("02 00000000 02000000"))).isNotNull();
    }

    private static Side with(AtomicReference<SealingToy> mechanism) {
        return Side.with(options(SocketType.PUSH, -1, own -> {
            mechanism.compareAndSet(null, new SealingToy(own));
            return mechanism.get();
        }));
    }

    @Test
    void bothHalvesHearOfTheConnectionsEnd() {
        var mechanism = new AtomicReference<SealingToy>();
        Side push = talking(with(mechanism), "PULL");
        assertThat(mechanism.get().isOver()).as("no step follows").isTrue();
        assertThat(push.unsent()).isEmpty();
        assertThat(mechanism.get().isEnded()).isFalse();

        push.engine().end();

        assertThat(mechanism.get().isEnded()).isTrue();
    }

    @Test
    void aHandshakeHearsOfItWhereItIs() {
        var mechanism = new AtomicReference<SealingToy>();
        Side push = with(mechanism);
        push.receive(GREETING);
        assertThat(mechanism.get().isOver()).isFalse();

        push.engine().end();

        assertThat(mechanism.get().isOver()).isTrue();
    }

    /** What was agreed on before the peer's metadata were looked at is of no use to anybody. */
    @Test
    void whatIsNeverUsedHearsOfItToo() {
        var mechanism = new AtomicReference<SealingToy>();
        Side push = with(mechanism);
        push.receive(GREETING);
        assertThat(push.refusal(Octets.ready("PUB"))).isNotNull();

        push.engine().end();

        assertThat(mechanism.get().isEnded()).isTrue();
    }

    @Test
    void largeBodiesGoAndComeByReference() throws ProtocolException {
        Side push = talking(side(SocketType.PUSH), "PULL");
        Side pull = talking(side(SocketType.PULL), "PUSH");
        Message large = Message.wrap(Side.bytes(200_000));
        push.send(large);
        var out = new Outgoing(1_000);
        push.engine().transmit(out, push.outgoing::poll);

        pull.engine().receive(out.batch, 0, out.batchLength, pull.now);
        assertThat(out.body).hasSize(200_000 + SealingToy.OVERHEAD);
        pull.engine().receive(out.body, 0, 1, pull.now);
        assertThat(pull.engine().bodyMissing()).isEqualTo(200_000 + SealingToy.OVERHEAD - 1);
        pull.engine().receiveBody(ByteBuffer.wrap(out.body, 1, out.body.length - 1), pull.now);

        assertThat(pull.messages).containsExactly(large);
    }

    @Test
    void nothingIsTakenBehindAMessageThatFillsTheListener() throws ProtocolException {
        Side pull = talking(side(SocketType.PULL), "PUSH");
        pull.room = 1;
        byte[] two = concat(octets("00 04 01 01 60 62"), octets("00 04 02 02 63 67"));

        int taken = pull.engine().receive(two, 0, two.length, pull.now);

        assertThat(taken).isEqualTo(6);
        pull.room = 1;
        assertThat(pull.engine().receive(two, taken, two.length - taken, pull.now))
                .isEqualTo(6);
        assertThat(pull.messages).containsExactly(Message.of("a"), Message.of("a"));
    }

    /** Sealed for one connection, they are of no use to the next: what comes back is what was there before. */
    @Test
    void messagesComeBackUntilTheirLastByteHasLeft() {
        Side push = side(SocketType.PUSH);
        push.receive(GREETING);
        push.receive(Octets.ready("PULL"));
        long opening = push.transmit().length;
        push.send(Message.of("queued", "before"));
        push.send(Message.of("a"));
        push.send(Message.of("b"));
        byte[] traffic = push.transmit();
        int first = 2 + 9 + 2 + 9;
        assertThat(traffic).hasSize(first + 6 + 6);

        push.engine().left(opening + first - 1);
        assertThat(push.unsent()).containsExactly(Message.of("queued", "before"), Message.of("a"), Message.of("b"));
        push.engine().left(opening + first);
        assertThat(push.unsent()).containsExactly(Message.of("a"), Message.of("b"));
        push.engine().left(opening + first + 11);
        assertThat(push.unsent()).containsExactly(Message.of("b"));
        push.engine().left(opening + first + 12);
        assertThat(push.unsent()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {64, 65, 100, 1000, 10_000, 65_536})
    void anyBatchSizeCarriesAnything(int batchSize) {
        var random = new Random(batchSize);
        Side push = talking(Side.with(options(SocketType.PUSH, -1), batchSize), "PULL");
        Side pull = talking(side(SocketType.PULL), "PUSH");
        List<Message> all = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            var frames = new byte[1 + random.nextInt(3)][];
            for (int frame = 0; frame < frames.length; frame++) {
                frames[frame] = Side.bytes(random.nextInt(10) == 0 ? random.nextInt(30_000) : random.nextInt(100));
            }
            all.add(Message.wrap(frames));
            push.send(all.get(i));
        }

        pull.receive(push.transmit());

        assertThat(pull.messages).isEqualTo(all);
    }

    @Test
    void anEndInsideAFrameIsALossAndBetweenMessagesThePeersWill() {
        Side inside = talking(side(SocketType.PULL), "PUSH");
        inside.receive(octets("00 05 01"));
        assertThat(inside.engine().endOfStream().reason()).isEqualTo(CloseReason.CONNECTION_LOST);

        Side between = talking(side(SocketType.PULL), "PUSH");
        between.receive(octets("00 04 01 01 60 62"));
        assertThat(between.engine().endOfStream().reason()).isEqualTo(CloseReason.PEER_CLOSED);
    }
}
