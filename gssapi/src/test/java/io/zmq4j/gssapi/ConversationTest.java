package io.zmq4j.gssapi;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zmq4j.message.Message;
import io.zmq4j.talk.HalfWay;
import io.zmq4j.talk.Talker;
import io.zmq4j.zmtp.CloseReason;
import io.zmq4j.zmtp.SocketType;
import io.zmq4j.zmtp.mechanism.Security;
import io.zmq4j.zmtp.mechanism.Verdict;
import io.zmq4j.zmtp.wire.Command;
import io.zmq4j.zmtp.wire.FrameFlags;
import io.zmq4j.zmtp.wire.Metadata;
import io.zmq4j.zmtp.wire.ProtocolException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.ietf.jgss.GSSContext;
import org.ietf.jgss.GSSManager;
import org.ietf.jgss.MessageProp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole connections in memory: greeting, handshake and traffic. */
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
    void aMessageIsSealedInAFrameWithoutFlags() throws Exception {
        Talker.introduce(push, pull);

        byte[] frame = frame("secret");

        assertThat(Arrays.copyOf(frame, 14)).isEqualTo(new byte[] {
            0, (byte) (frame.length - 2), 7, 'M', 'E', 'S', 'S', 'A', 'G', 'E', 0, 0, 0, (byte) (frame.length - 14)
        });
        assertThat(new String(frame, ISO_8859_1)).doesNotContain("secret");
    }

    @Test
    void withoutEncryptionTheTrafficIsAsInTheClear() throws Exception {
        var clear = new Talker(SocketType.PUSH, Realm.client().withoutEncryption());
        var reads = new Talker(SocketType.PULL, Realm.server().withoutEncryption());
        Talker.introduce(clear, reads);
        clear.send(Message.of("a", "b"));

        byte[] frames = clear.transmit();
        reads.receive(frames);

        assertThat(frames).isEqualTo(new byte[] {1, 1, 'a', 0, 1, 'b'});
        assertThat(reads.messages).containsExactly(Message.of("a", "b"));
    }

    @Test
    void messagesOfAllSizesGoBothWays() throws Exception {
        Talker one = Talkers.client(SocketType.PAIR);
        Talker other = Talkers.server(SocketType.PAIR);
        Talker.introduce(one, other);
        var random = new Random(8);
        List<Message> there = new ArrayList<>();
        List<Message> back = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
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
            frames[i] = new byte[random.nextInt(50) == 0 ? random.nextInt(100_000) : random.nextInt(200)];
            random.nextBytes(frames[i]);
        }
        return Message.wrap(frames);
    }

    @Test
    void framesAreTakenWhereverTheyAreCut() throws Exception {
        Talker.introduce(push, pull);
        push.send(Message.of("one", "", "three"));
        push.send(Message.wrap(new byte[20_000]));
        byte[] all = push.transmit();

        for (int i = 0; i < all.length; i++) {
            pull.receive(all, i, i + 1);
        }

        assertThat(pull.messages).containsExactly(Message.of("one", "", "three"), Message.wrap(new byte[20_000]));
    }

    @Test
    void commandsAreSealedToo() throws Exception {
        var sub = new Talker(SocketType.SUB, Realm.client(), false, Duration.ofSeconds(1));
        Talker xpub = Talkers.server(SocketType.XPUB);
        Talker.introduce(sub, xpub);
        sub.send(Message.wrap(new byte[] {1, 'a'}));
        sub.now += 1_000_000_000L;
        sub.engine().tick(sub.now);

        byte[] frames = sub.transmit();
        xpub.receive(frames);
        byte[] pong = xpub.transmit();
        sub.receive(pong);

        assertThat(new String(frames, ISO_8859_1)).doesNotContain("PING", "SUBSCRIBE");
        assertThat(xpub.messages).containsExactly(Message.wrap(new byte[] {1, 'a'}));
        assertThat(xpub.engine().isPinged()).isTrue();
        assertThat(new String(pong, ISO_8859_1)).contains("MESSAGE").doesNotContain("PONG");
    }

    @Test
    void aFrameThatComesAgainEndsTheConnection() throws Exception {
        Talker.introduce(push, pull);
        byte[] frame = frame("a");
        pull.receive(frame);

        assertRefused(pull, frame, CloseReason.MALFORMED_FRAME, "came before");
        assertThat(pull.messages).containsExactly(Message.of("a"));
    }

    @Test
    void aFrameThatIsLeftOutEndsTheConnection() throws Exception {
        Talker.introduce(push, pull);
        frame("left out");

        assertRefused(pull, frame("b"), CloseReason.MALFORMED_FRAME, "not the next one");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "clear",
                "clear with more than a sealed one has at least, and still in the clear",
            })
    void aMessageInTheClearEndsTheConnection(String body) throws Exception {
        Talker.introduce(push, pull);
        byte[] clear = (" " + (char) body.length() + body).getBytes(ISO_8859_1);
        clear[0] = 0;

        assertRefused(pull, clear, CloseReason.MALFORMED_FRAME, "");
    }

    @Test
    void commandsInTheClearEndTheConnection() throws Exception {
        for (String name : List.of("PING", "SUBSCRIBE", "ERROR", "READY", "INITIATE", "MESSAGE")) {
            for (int size : new int[] {0, 4, 60}) {
                Talker there = Talkers.client(SocketType.PUSH);
                Talker here = Talkers.server(SocketType.PULL);
                Talker.introduce(there, here);

                assertRefused(here, Command.of(name, new byte[size]).frame(), CloseReason.MALFORMED_FRAME, "");
            }
        }
    }

    /** Both sides' frames are sealed with keys of the same origin. */
    @Test
    void whatASideHasSealedItselfIsRefused() throws Exception {
        Talker one = Talkers.client(SocketType.PAIR);
        Talker other = Talkers.server(SocketType.PAIR);
        Talker.introduce(one, other);
        one.send(Message.of("mine"));

        assertRefused(one, one.transmit(), CloseReason.MALFORMED_FRAME, "does not unwrap");
    }

    @Test
    void aMessageMayBeAsLargeAsIsAllowedAndNoLarger() throws Exception {
        Talker small = Talkers.limited(SocketType.PULL, 1_000);
        Talker.introduce(push, small);
        push.send(Message.wrap(new byte[1_000]));
        small.receive(push.transmit());
        assertThat(small.messages).hasSize(1);

        push.send(Message.wrap(new byte[1_001]));

        assertRefused(small, push.transmit(), CloseReason.MESSAGE_TOO_LARGE, "1001");
    }

    @Test
    void aFrameThatIsLargerThanAnyIsRefusedByItsHeader() throws Exception {
        Talker small = Talkers.limited(SocketType.PULL, 1_000);
        Talker.introduce(push, small);

        assertRefused(small, new byte[] {2, 0, 0, 0, 0, 2, 0, 0, 0}, CloseReason.MESSAGE_TOO_LARGE, "");
    }

    /** Two contexts with each other, of which one is the test's to make tokens with. */
    private static final class Pair {
        final GSSContext sends;
        final SecurityContext receives;

        Pair() throws Exception {
            var manager = GSSManager.getInstance();
            sends = manager.createContext(
                    manager.createName(Realm.SERVICE, Kerberos.PRINCIPAL_NAME), Kerberos.MECHANISM, null, 0);
            sends.requestMutualAuth(true);
            byte[] token = sends.initSecContext(new byte[0], 0, 0);
            var key = new Credentials(new Principal(Realm.SERVICE, GssapiNameType.KRB5_PRINCIPAL), null);
            Acceptor accepted = Acceptor.of(key, token, true);
            sends.initSecContext(accepted.reply(), 0, accepted.reply().length);
            receives = accepted.context();
        }

        byte[] message(boolean encrypts, byte... clear) throws Exception {
            byte[] token = sends.wrap(clear, 0, clear.length, new MessageProp(encrypts));
            var message = new byte[MessageToken.FRAMING + token.length];
            MessageToken.put(token, message, 0);
            return message;
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1", "2, 4", "6, 4", "10, 4"})
    void flagsAreThoseOfLibzmq(byte told, int meant) throws Exception {
        var pair = new Pair();
        var opener = new MessageOpener(pair.receives);
        byte[] message = pair.message(true, told, (byte) 'x');

        assertThat(opener.open(message, 0, message.length)).isEqualTo(new byte[] {'x'});
        assertThat(opener.flags()).isEqualTo(meant);
        assertThat(FrameFlags.COMMAND).isEqualTo(4);
    }

    @ParameterizedTest
    @CsvSource({"4, 1", "8, 0"})
    void aTopicWithAFlagIsASubscription(byte told, byte first) throws Exception {
        var pair = new Pair();
        var opener = new MessageOpener(pair.receives);
        byte[] message = pair.message(true, told, (byte) 'x');

        assertThat(opener.open(message, 0, message.length)).isEqualTo(new byte[] {first, 'x'});
        assertThat(opener.flags()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 5, 7, 9, 12, 14, 16, 0x80, 0xFF})
    void flagsThatNobodyKnowsEndTheConnection(int flags) throws Exception {
        var pair = new Pair();
        var opener = new MessageOpener(pair.receives);
        byte[] message = pair.message(true, (byte) flags, (byte) 'x');

        assertThatThrownBy(() -> opener.open(message, 0, message.length))
                .isInstanceOf(ProtocolException.class)
                .hasMessageContaining("flags 0x%02X".formatted(flags));
    }

    @Test
    void whatIsNotEncryptedOrEmptyEndsTheConnection() throws Exception {
        var pair = new Pair();
        var opener = new MessageOpener(pair.receives);
        byte[] signed = pair.message(false, (byte) 0, (byte) 'x');
        assertThatThrownBy(() -> opener.open(signed, 0, signed.length))
                .isInstanceOf(ProtocolException.class)
                .hasMessageContaining("signed and not encrypted");

        byte[] empty = pair.message(true);
        assertThatThrownBy(() -> opener.open(empty, 0, empty.length))
                .isInstanceOf(ProtocolException.class)
                .hasMessageContaining("without flags");
    }

    @Test
    void everyOctetOfWhatIsEncryptedCounts() throws Exception {
        var pair = new Pair();
        var opener = new MessageOpener(pair.receives);
        byte[] sound = pair.message(true, (byte) 0, (byte) 'x');
        for (int at = 0; at < sound.length; at++) {
            // The token's header: MutationTest.
            if (at >= MessageToken.FRAMING && at < MessageToken.FRAMING + 16) {
                continue;
            }
            for (int change : new int[] {0x01, 0x80, 0xFF}) {
                byte[] bent = sound.clone();
                bent[at] ^= (byte) change;
                assertThatThrownBy(() -> opener.open(bent, 0, bent.length))
                        .as("octet %d ^ %x", at, change)
                        .isInstanceOf(ProtocolException.class);
            }
        }
        for (int cut = 0; cut < sound.length; cut++) {
            byte[] bent = Arrays.copyOf(sound, cut);
            assertThatThrownBy(() -> opener.open(bent, 0, bent.length))
                    .as("cut to %d", cut)
                    .isInstanceOf(ProtocolException.class);
        }

        assertThat(opener.open(sound, 0, sound.length)).isEqualTo(new byte[] {'x'});
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

    @Test
    void noFrameThatBelongsToNoHandshakeIsTaken() {
        HalfWay.refusesBadFrames(() -> Talkers.client(SocketType.PUSH), () -> Talkers.server(SocketType.PULL));
    }

    @Test
    void silenceEndsItWhereverItIs() {
        HalfWay.endsInSilence(() -> Talkers.client(SocketType.PUSH), () -> Talkers.askingServer(SocketType.PULL));
    }

    @Test
    void twoClientsDoNotMeet() {
        Talker one = Talkers.client(SocketType.PAIR);
        Talker other = Talkers.client(SocketType.PAIR);

        assertEnds(one, other, CloseReason.AUTHENTICATION_FAILED, "the server does not prove itself");
    }

    @Test
    void twoServersDoNotMeet() {
        Talker one = Talkers.server(SocketType.PAIR);
        Talker other = Talkers.server(SocketType.PAIR);

        assertEnds(one, other, CloseReason.MECHANISM_MISMATCH, "one side must be the client");
    }

    @Test
    void nothingIsSealedOrOpenedAfterTheConnectionsEnd() throws Exception {
        Talker.introduce(push, pull);
        push.send(Message.of("before"));
        byte[] sealed = push.transmit();

        push.engine().end();
        pull.engine().end();

        push.send(Message.of("after"));
        assertThatThrownBy(push::transmit).isInstanceOf(IllegalStateException.class);
        assertThat(pull.refusal(sealed)).isNotNull();
        assertThat(pull.messages).isEmpty();
    }

    @Test
    void aPeerWithoutSecurityIsRefused() {
        Talker clear = new Talker(SocketType.PUSH, Security.none());

        assertEnds(clear, pull, CloseReason.MECHANISM_MISMATCH, "NULL");
    }

    @ParameterizedTest
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
}
