package io.zmq4j.zmtp.engine;

import static io.zmq4j.zmtp.engine.Octets.command;
import static io.zmq4j.zmtp.engine.Octets.concat;
import static io.zmq4j.zmtp.engine.Octets.greeting;
import static io.zmq4j.zmtp.engine.Octets.octets;
import static io.zmq4j.zmtp.engine.Octets.property;
import static io.zmq4j.zmtp.engine.Octets.ready;
import static io.zmq4j.zmtp.engine.Verdicts.JOE;
import static io.zmq4j.zmtp.engine.Verdicts.asked;
import static io.zmq4j.zmtp.engine.Verdicts.decide;
import static io.zmq4j.zmtp.engine.Verdicts.refusing;
import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.message.Message;
import io.zmq4j.zmtp.CloseReason;
import io.zmq4j.zmtp.SocketType;
import io.zmq4j.zmtp.mechanism.Security;
import io.zmq4j.zmtp.mechanism.Verdict;
import io.zmq4j.zmtp.wire.ProtocolException;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** NULL where somebody decides about the peer (RFC 27, "The NULL Mechanism"). */
class NullAuthenticationTest {
    private static Side asking(SocketType type) {
        return Side.with(new EngineOptions(
                type,
                new byte[0],
                -1,
                Duration.ofSeconds(30),
                Duration.ZERO,
                Duration.ZERO,
                Duration.ZERO,
                Security.none(),
                true));
    }

    private static Side greeted() {
        Side side = asking(SocketType.PULL);
        side.receive(greeting());
        return side;
    }

    @Test
    @DisplayName("RFC 27: there SHALL be no credentials frames; and READY is held back until the answer is there")
    void nothingIsSentBeforeTheVerdict() {
        Side side = greeted();

        assertThat(asked(side).credentials()).isEmpty();
        assertThat(side.transmit()).hasSize(64);

        assertThat(decide(side, JOE)).isNull();
        assertThat(side.transmit()).isEqualTo(ready("PULL"));
        side.receive(concat(ready("PUSH"), octets("00 02 'hi'")));
        assertThat(side.messages).containsExactly(Message.of("hi"));
        assertThat(side.peers.get(0).userId()).isEqualTo("joe");
    }

    @Test
    void readyThatCameBeforeTheVerdictIsTakenAfterIt() throws Exception {
        Side side = asking(SocketType.PULL);
        byte[] all = concat(greeting(), ready("PUSH"), octets("00 02 'hi'"));

        int taken = side.engine().receive(all, 0, all.length, side.now);
        assertThat(taken).isEqualTo(64);
        assertThat(side.peers).isEmpty();

        assertThat(decide(side, JOE)).isNull();
        side.engine().receive(all, taken, all.length - taken, side.now);
        assertThat(side.messages).containsExactly(Message.of("hi"));
    }

    @Test
    void theQuestionIsTheSameHoweverTheGreetingIsCut() {
        Feed.accepted(
                () -> asking(SocketType.PULL),
                greeting(),
                side -> assertThat(side.asks).hasSize(1));
    }

    /** Would each wait for the other's READY, neither would come. */
    @Test
    void twoSidesThatBothAskComeTogether() {
        Side one = asking(SocketType.PULL);
        Side other = asking(SocketType.PUSH);
        Side.exchange(one, other);
        assertThat(decide(one, JOE)).isNull();
        byte[] ready = one.transmit();
        assertThat(decide(other, JOE)).isNull();
        other.receive(ready);
        Side.exchange(one, other);

        assertThat(one.peers).hasSize(1);
        assertThat(other.peers).hasSize(1);
    }

    @Test
    void aRefusalIsToldInPlaceOfReady() {
        Side side = greeted();
        side.transmit();

        ProtocolException refusal = decide(side, refusing(Verdict.Status.AUTHENTICATION_FAILURE));

        assertThat(refusal.reason()).isEqualTo(CloseReason.AUTHENTICATION_FAILED);
        assertThat(side.transmit()).isEqualTo(octets("04 0a 05 'ERROR' 03 '400'"));
    }

    @Test
    void aRefusalThatPassesIsNotTold() {
        Side side = greeted();
        side.transmit();

        assertThat(decide(side, refusing(Verdict.Status.TEMPORARY_ERROR)).status())
                .isEqualTo(300);
        assertThat(side.transmit()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"01 00", "ff 0000000000000000 7f 01 08 00 00", "ff 0000000000000000 7f 00 08 00 00"})
    @DisplayName("a peer of ZMTP 1.0 or 2.0 is refused where somebody decides about peers")
    void anOldPeerIsRefused(String opening) {
        Feed.refused(
                () -> asking(SocketType.PULL),
                octets(opening),
                CloseReason.MECHANISM_MISMATCH,
                "NULL and authentication");
    }

    @Test
    void aUserIdThatThePeerGivesItselfIsNeverKept() {
        Side side = Side.of(SocketType.PULL);
        side.receive(concat(
                greeting(), command("READY", concat(property("Socket-Type", "PUSH"), property("USER-ID", "root")))));

        assertThat(side.peers).singleElement().satisfies(peer -> {
            assertThat(peer.userId()).isNull();
            assertThat(peer.metadata()).containsOnlyKeys("Socket-Type");
        });
    }

    @Test
    void theGreetingIsThatOfNull() {
        assertThat(Arrays.copyOf(greeted().transmit(), 64))
                .isEqualTo(concat(octets("ff 0000000000000001 7f 03 01 'NULL'"), new byte[48]));
    }
}
