package io.zmq4j.zmtp.engine;

import static io.zmq4j.zmtp.engine.Octets.command;
import static io.zmq4j.zmtp.engine.Octets.concat;
import static io.zmq4j.zmtp.engine.Octets.octets;
import static io.zmq4j.zmtp.engine.Octets.ready;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zmq4j.message.Message;
import io.zmq4j.zmtp.CloseReason;
import io.zmq4j.zmtp.SocketType;
import io.zmq4j.zmtp.mechanism.Ask;
import io.zmq4j.zmtp.mechanism.Mechanism;
import io.zmq4j.zmtp.wire.Metadata;
import io.zmq4j.zmtp.wire.ProtocolException;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.Function;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A handshake that must wait for something else than the peer. */
class AskingMechanismTest {
    private static final byte[] OPENING =
            concat(octets("ff 0000000000000000 7f 03 01 'TOY'"), new byte[49], command("HELLO", new byte[0]));
    private static final byte[] REST = concat(ready("PUSH"), octets("00 03 'one'"));

    private static Side pull() {
        return side(SocketType.PULL);
    }

    private static Side side(SocketType type) {
        return side(type, ToyMechanism::new);
    }

    private static Side side(SocketType type, Function<Metadata, Mechanism> mechanism) {
        return Side.with(new EngineOptions(
                type,
                new byte[0],
                -1,
                Duration.ofSeconds(30),
                Duration.ZERO,
                Duration.ZERO,
                Duration.ZERO,
                new OtherSecurity(mechanism),
                false));
    }

    private static Ask.Answer answer(Side side) throws Exception {
        assertThat(side.asks).hasSize(1);
        return ((Ask.Work) side.asks.get(0)).call();
    }

    /** How many of the bytes were taken, offered as many at a time. */
    private static int offer(Side side, byte[] bytes, int from, int atATime) throws ProtocolException {
        int at = from;
        while (at < bytes.length) {
            int length = Math.min(atATime, bytes.length - at);
            int taken = side.engine().receive(bytes, at, length, side.now);
            at += taken;
            if (taken < length) {
                break;
            }
        }
        return at;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 64, 65, 100, 1_000})
    void noByteBehindTheQuestionIsTakenBeforeTheAnswer(int atATime) throws Exception {
        byte[] all = concat(OPENING, REST);
        Side side = pull();

        int taken = offer(side, all, 0, atATime);

        assertThat(taken).isEqualTo(OPENING.length);
        assertThat(side.engine().wantsBytes()).isFalse();
        assertThat(side.engine().bodyMissing()).isZero();
        assertThat(offer(side, all, taken, atATime)).isEqualTo(taken);
        assertThat(side.peers).isEmpty();

        side.engine().resume(answer(side), side.now);
        assertThat(side.engine().wantsBytes()).isTrue();
        assertThat(offer(side, all, taken, atATime)).isEqualTo(all.length);
        assertThat(side.peers).hasSize(1);
        assertThat(side.messages).containsExactly(Message.of("one"));
    }

    @Test
    void whatTheAnswerSaysIsSent() throws Exception {
        Side side = pull();
        side.receive(OPENING);
        byte[] before = side.transmit();
        assertThat(before).endsWith(octets("04 06 05 'HELLO'"));
        int outputs = side.outputs;

        side.engine().resume(answer(side), side.now);

        assertThat(side.outputs).isGreaterThan(outputs);
        assertThat(side.transmit()).startsWith(octets("04 1a 05 'READY'"));
    }

    @Test
    void aCommandWithoutANameIsForAMechanismThatTakesIt() throws Exception {
        byte[] greeting = Arrays.copyOf(OPENING, 64);
        byte[] empty = octets("04 00");
        Side taking = side(SocketType.PULL, own -> new ToyMechanism(own, true));
        taking.receive(greeting);
        taking.receive(empty);
        assertThat(taking.asks).hasSize(1);

        taking.engine().resume(answer(taking), taking.now);
        assertThat(taking.refusal(octets("04 01 00")))
                .isNotNull()
                .extracting(ProtocolException::reason)
                .isEqualTo(CloseReason.MALFORMED_COMMAND);

        Side other = pull();
        other.receive(greeting);
        assertThat(other.refusal(empty))
                .isNotNull()
                .extracting(ProtocolException::reason)
                .isEqualTo(CloseReason.MALFORMED_COMMAND);
    }

    @Test
    void workThatRefusesThePeerIsToldWhereItsAnswerIsTaken() throws Exception {
        var refusal = new ProtocolException(CloseReason.MALFORMED_COMMAND, "planted");
        Mechanism.Step step = Mechanism.Step.working(() -> {
            throw refusal;
        });
        Ask.Answer answer = ((Ask.Work) step.ask()).call();
        assertThatThrownBy(answer::resume).isSameAs(refusal);
    }

    @Test
    void aQuestionHasOneAnswer() throws Exception {
        Side side = pull();
        assertThatThrownBy(() -> side.engine().resume(() -> Mechanism.Step.sending(), side.now))
                .isInstanceOf(IllegalStateException.class);
        side.receive(OPENING);
        Ask.Answer answer = answer(side);
        side.engine().resume(answer, side.now);

        assertThatThrownBy(() -> side.engine().resume(answer, side.now)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void theHandshakesTimeRunsWhileAnAnswerIsAwaited() {
        Side side = pull();
        side.receive(OPENING);
        side.reading = false;
        assertThat(side.tickAfter(29_999)).isNull();

        assertThat(side.tickAfter(1)).isEqualTo(CloseReason.HANDSHAKE_TIMEOUT);
    }

    @Test
    void anAnswerMayRefuse() throws Exception {
        Side side = pull();
        side.receive(OPENING);
        var refusal = new ProtocolException(CloseReason.UNEXPECTED_COMMAND, "planted");

        assertThatThrownBy(() -> side.engine()
                        .resume(
                                () -> {
                                    throw refusal;
                                },
                                side.now))
                .isSameAs(refusal);
        assertThat(side.refusal(new byte[1])).isSameAs(refusal);
    }

    @Test
    void twoSidesThatAskCompleteTheirHandshake() throws Exception {
        Side one = pull();
        Side other = side(SocketType.PUSH);
        Side.exchange(one, other);
        one.engine().resume(answer(one), one.now);
        other.engine().resume(answer(other), other.now);

        Side.exchange(one, other);

        assertThat(one.peers).hasSize(1);
        assertThat(other.peers).hasSize(1);
    }

    /** They knew no security: to let them in would be to let anybody in. */
    @ParameterizedTest
    @ValueSource(strings = {"01 00", "ff 0000000000000000 7f 01 08 00 00", "ff 0000000000000000 7f 00 08 00 00"})
    @DisplayName("a peer of ZMTP 1.0 or 2.0 is refused where a mechanism is asked for, and told nothing of us")
    void anOldPeerIsRefusedWhereAMechanismIsAskedFor(String opening) {
        Feed.refused(AskingMechanismTest::pull, octets(opening), CloseReason.MECHANISM_MISMATCH, "TOY");

        Side side = pull();
        for (byte octet : Arrays.copyOf(octets(opening), octets(opening).length)) {
            if (side.refusal(new byte[] {octet}) != null) {
                break;
            }
        }
        assertThat(side.peers).isEmpty();
        assertThat(side.transmit()).hasSizeLessThanOrEqualTo(11);
    }
}
