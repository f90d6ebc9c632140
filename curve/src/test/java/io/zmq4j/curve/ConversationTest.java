package io.zmq4j.curve;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zmq4j.curve.cipher.BoxOpener;
import io.zmq4j.curve.cipher.BoxSealer;
import io.zmq4j.message.Message;
import io.zmq4j.talk.HalfWay;
import io.zmq4j.talk.Talker;
import io.zmq4j.zmtp.CloseReason;
import io.zmq4j.zmtp.SocketType;
import io.zmq4j.zmtp.mechanism.Mechanism;
import io.zmq4j.zmtp.mechanism.Security;
import io.zmq4j.zmtp.mechanism.Verdict;
import io.zmq4j.zmtp.wire.Command;
import io.zmq4j.zmtp.wire.Metadata;
import io.zmq4j.zmtp.wire.ProtocolException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole connections in memory: greeting, handshake and sealed traffic. */
class ConversationTest {
    private final Talker push = Talkers.client(SocketType.PUSH);
    private final Talker pull = Talkers.server(SocketType.PULL);

    private static void assertRefused(Talker talker, byte[] bytes, CloseReason reason, String detail) {
        int before = talker.messages.size();
        ProtocolException refusal = Objects.requireNonNull(talker.refusal(bytes), "nothing was refused");
        assertThat(refusal.reason()).as(refusal.getMessage()).isEqualTo(reason);
        assertThat(refusal).hasMessageContaining(detail);
        assertThat(talker.messages).as("nothing comes through").hasSize(before);
    }

    /** The frame of a message, sealed in its turn. */
    private byte[] frame(String body) {
        push.send(Message.of(body));
        return push.transmit();
    }

    @Test
    void bothSidesKnowWhomTheyTalkTo() throws Exception {
        Talker.introduce(push, pull);

        assertThat(push.peer.socketType()).isEqualTo("PULL");
        assertThat(pull.peer.socketType()).isEqualTo("PUSH");
        assertThat(pull.peer.mechanism()).isEqualTo("CURVE");
    }

    @Test
    void itComesToTheSameOneByteAtATime() throws Exception {
        push.send(Message.of("one", "", "three"));
        push.send(Message.wrap(new byte[20_000]));
        for (int moved = 1; moved > 0; ) {
            byte[] there = push.transmit();
            byte[] back = pull.transmit();
            moved = there.length + back.length;
            for (int i = 0; i < there.length; i++) {
                pull.receive(there, i, i + 1);
            }
            for (int i = 0; i < back.length; i++) {
                push.receive(back, i, i + 1);
            }
        }

        assertThat(pull.messages).containsExactly(Message.of("one", "", "three"), Message.wrap(new byte[20_000]));
    }

    @Test
    void aMessageIsSealedInAFrameWithoutFlags() throws Exception {
        Talker.introduce(push, pull);

        byte[] frame = frame("secret");

        assertThat(frame).startsWith(0, 33 + 6, 7, 'M', 'E', 'S', 'S', 'A', 'G', 'E', 0, 0, 0, 0, 0, 0, 0, 3);
        assertThat(new String(frame, ISO_8859_1)).doesNotContain("secret");
    }

    @Test
    void messagesOfAllSizesGoBothWays() throws Exception {
        Talker one = Talkers.client(SocketType.PAIR);
        Talker other = Talkers.server(SocketType.PAIR);
        Talker.introduce(one, other);
        var random = new Random(8);
        List<Message> there = new ArrayList<>();
        List<Message> back = new ArrayList<>();
        for (int i = 0; i < 3_000; i++) {
            there.add(random(random));
            back.add(random(random));
        }
        one.outgoing.addAll(there);
        other.outgoing.addAll(back);

        Talker.exchange(one, other);

        assertThat(other.messages).isEqualTo(there);
        assertThat(one.messages).isEqualTo(back);
    }

    private static Message random(Random random) {
        var frames = new byte[1 + random.nextInt(3)][];
        for (int i = 0; i < frames.length; i++) {
            frames[i] = new byte[random.nextInt(100) == 0 ? random.nextInt(100_000) : random.nextInt(200)];
            random.nextBytes(frames[i]);
        }
        return Message.wrap(frames);
    }

    @Test
    void commandsAreSealedToo() throws Exception {
        var sub = new Talker(SocketType.SUB, Talkers.clientSide(), false, Duration.ofSeconds(1));
        Talker xpub = Talkers.server(SocketType.XPUB);
        Talker.introduce(sub, xpub);
        sub.send(Message.wrap(new byte[] {1, 'a'}));
        sub.now += 1_000_000_000L;
        sub.engine().tick(sub.now);

        byte[] frames = sub.transmit();
        xpub.receive(frames);
        byte[] pong = xpub.transmit();
        sub.receive(pong);

        assertThat(xpub.messages).containsExactly(Message.wrap(new byte[] {1, 'a'}));
        assertThat(xpub.engine().isPinged()).isTrue();
        assertThat(pong).startsWith(0, 33 + 5, 7, 'M');
    }

    @Test
    void aFrameThatComesAgainEndsTheConnection() throws Exception {
        Talker.introduce(push, pull);
        byte[] frame = frame("a");
        pull.receive(frame);

        assertRefused(pull, frame, CloseReason.MALFORMED_FRAME, "nonce that is not greater");
        assertThat(pull.messages).containsExactly(Message.of("a"));
    }

    @Test
    void aFrameFromBeforeEndsTheConnection() throws Exception {
        Talker.introduce(push, pull);
        byte[] first = frame("a");
        pull.receive(frame("b"));

        assertRefused(pull, first, CloseReason.MALFORMED_FRAME, "nonce that is not greater");
    }

    /** The greatest nonce of the handshake counts: what was sealed under it is no message. */
    @Test
    void noncesGoOnFromTheHandshake() throws Exception {
        Talker.introduce(push, pull);
        byte[] frame = frame("a");
        frame[17] = 2;

        assertRefused(pull, frame, CloseReason.MALFORMED_FRAME, "nonce that is not greater");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "clear",
                "clear with more than a sealed one has at least, and still in the clear",
            })
    void aMessageInTheClearEndsTheConnection(String body) throws Exception {
        Talker.introduce(push, pull);
        byte[] clear = Octets.concat(new byte[] {0, (byte) body.length()}, body.getBytes(ISO_8859_1));

        assertRefused(pull, clear, CloseReason.MALFORMED_FRAME, "");
    }

    @Test
    void commandsInTheClearEndTheConnection() throws Exception {
        for (String name : List.of("PING", "SUBSCRIBE", "ERROR", "READY", "INITIATE", "MESSAGE")) {
            for (int size : new int[] {0, 2, 60}) {
                Talker sub = Talkers.client(SocketType.PUSH);
                Talker xpub = Talkers.server(SocketType.PULL);
                Talker.introduce(sub, xpub);

                assertRefused(xpub, Command.of(name, new byte[size]).frame(), CloseReason.MALFORMED_FRAME, "");
            }
        }
    }

    @Test
    void everyOctetOfAFrameCounts() throws Exception {
        Talker.introduce(push, pull);
        byte[] frame = frame("body");
        // Behind the header, which is not sealed.
        for (int at = 2; at < frame.length; at++) {
            Talker one = Talkers.client(SocketType.PUSH);
            Talker other = Talkers.server(SocketType.PULL);
            Talker.introduce(one, other);
            one.send(Message.of("body"));
            byte[] bent = one.transmit();
            bent[at] ^= 1;

            assertRefused(other, bent, CloseReason.MALFORMED_FRAME, "");
        }
    }

    /** A frame of the other direction is sealed with the same key, for another prefix of the nonce. */
    @Test
    void whatASideHasSealedItselfIsRefused() throws Exception {
        Talker one = Talkers.client(SocketType.PAIR);
        Talker other = Talkers.server(SocketType.PAIR);
        Talker.introduce(one, other);
        one.send(Message.of("mine"));

        assertRefused(one, one.transmit(), CloseReason.MALFORMED_FRAME, "does not open");
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 4, 5, 8, 0x80, 0xFF})
    void flagsThatNobodyKnowsEndTheConnection(int flags) {
        byte[] key = Keys.filled(9);
        byte[] prefix = Nonces.prefix(Nonces.MESSAGE_FROM_CLIENT);
        var bytes = new byte[MessageSealer.OVERHEAD + 3];
        System.arraycopy(MessageSealer.PREFIX, 0, bytes, 0, 8);
        new BoxSealer(key, prefix, 0).seal(flags, new byte[3], bytes, 8);
        var opener = new MessageOpener(new BoxOpener(key, prefix, 0));

        assertThatThrownBy(() -> opener.open(bytes, 0, bytes.length))
                .isInstanceOf(ProtocolException.class)
                .hasMessageContaining("flags 0x%02X".formatted(flags));
    }

    @Test
    void metadataOf60KbGoesThroughTheEngine() throws Exception {
        var large = new Talker(SocketType.PUSH, new Talkative(Talkers.clientSide(), 60_000));

        Talker.introduce(large, pull);

        assertThat(pull.peer.metadata().get("Large")).hasSize(60_000);
    }

    @Test
    void moreMetadataThanAHandshakeMayHaveIsRefused() {
        var large = new Talker(SocketType.PUSH, new Talkative(Talkers.clientSide(), 66_000));

        assertEnds(large, pull, CloseReason.MALFORMED_COMMAND, "allowed are 65536");
    }

    private static void assertEnds(Talker one, Talker other, CloseReason reason, String detail) {
        assertThatThrownBy(() -> Talker.exchange(one, other))
                .isInstanceOfSatisfying(
                        ProtocolException.class,
                        refusal -> assertThat(refusal.reason()).isEqualTo(reason))
                .hasMessageContaining(detail);
        assertThat(one.peer).isNull();
        assertThat(other.peer).isNull();
    }

    @ParameterizedTest
    @DisplayName("RFC 26: a client that may not come in is sent ERROR; not if it may try again")
    @CsvSource({"AUTHENTICATION_FAILURE, 400", "INTERNAL_ERROR, 500", "TEMPORARY_ERROR,"})
    void aPeerThatMayNotComeInIsToldSo(Verdict.Status status, String told) throws Exception {
        Talker server = Talkers.askingServer(SocketType.PULL);
        server.verdict = new Verdict(status, "for people", "", new Metadata());
        ProtocolException refusal = null;
        byte[] back = {};
        for (int i = 0; i < 6 && refusal == null; i++) {
            refusal = server.refusal(push.transmit());
            back = server.transmit();
            if (refusal == null) {
                push.receive(back);
            }
        }

        assertThat(refusal).isNotNull().hasMessageContaining(status.number() + " \"for people\"");
        assertThat(refusal.reason()).isEqualTo(CloseReason.AUTHENTICATION_FAILED);
        assertThat(server.peer).isNull();
        if (told == null) {
            assertThat(back).isEmpty();
        } else {
            assertThat(back).isEqualTo(Command.of("ERROR", Command.prefix(told)).frame());
            assertRefused(push, back, CloseReason.AUTHENTICATION_FAILED, told);
        }
    }

    @Test
    void noFrameThatBelongsToNoHandshakeIsTaken() {
        HalfWay.refusesBadFrames(() -> Talkers.client(SocketType.PUSH), () -> Talkers.server(SocketType.PULL));
    }

    /** So long does a cookie live. */
    @Test
    void silenceEndsItWhereverItIs() {
        HalfWay.endsInSilence(() -> Talkers.client(SocketType.PUSH), () -> Talkers.askingServer(SocketType.PULL));
    }

    @Test
    void twoClientsDoNotMeet() {
        Talker one = Talkers.client(SocketType.PAIR);
        Talker other = Talkers.client(SocketType.PAIR);

        assertEnds(one, other, CloseReason.UNEXPECTED_COMMAND, "HELLO came where WELCOME belongs");
    }

    @Test
    void twoServersDoNotMeet() {
        Talker one = Talkers.server(SocketType.PAIR);
        Talker other = Talkers.server(SocketType.PAIR);

        assertEnds(one, other, CloseReason.MECHANISM_MISMATCH, "one side must be the client");
    }

    /** Where the traffic's keys are, {@code cipher.EndTest} shows. */
    @Test
    void nothingIsSealedOrOpenedAfterTheConnectionsEnd() throws Exception {
        Talker.introduce(push, pull);
        push.send(Message.of("before"));
        byte[] sealed = push.transmit();

        push.engine().end();
        pull.engine().end();

        push.send(Message.of("after"));
        assertThatThrownBy(push::transmit)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("it has ended");
        assertThat(pull.refusal(sealed)).isNotNull();
        assertThat(pull.messages).isEmpty();
    }

    @Test
    void aPeerWithoutSecurityIsRefused() {
        Talker clear = new Talker(SocketType.PUSH, Security.none());

        assertEnds(clear, pull, CloseReason.MECHANISM_MISMATCH, "NULL");
    }

    /** Tells more of itself than others do. */
    private record Talkative(Security security, int bytes) implements Security {
        @Override
        public String mechanism() {
            return security.mechanism();
        }

        @Override
        public boolean isServer() {
            return security.isServer();
        }

        @Override
        public Mechanism create(Metadata own, boolean authenticates) {
            return security.create(own.put("Large", Keys.filled('x', bytes)), authenticates);
        }
    }
}
