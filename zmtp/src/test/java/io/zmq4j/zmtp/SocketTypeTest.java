package io.zmq4j.zmtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zmq4j.zmtp.SocketType.Topics;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SocketTypeTest {
    @ParameterizedTest
    @CsvSource({
        "PAIR, 0, 0, NONE, false, PAIR",
        "PUB, 1, 1, PUBLISHES, false, SUB XSUB",
        "SUB, 2, 2, SUBSCRIBES, false, PUB XPUB",
        "REQ, 3, 3, NONE, true, REP ROUTER",
        "REP, 4, 4, NONE, false, REQ DEALER",
        "DEALER, 5, 5, NONE, true, ROUTER REP DEALER",
        "ROUTER, 6, 6, NONE, true, DEALER REQ ROUTER",
        "PULL, 7, 7, NONE, false, PUSH",
        "PUSH, 8, 8, NONE, false, PULL",
        "XPUB, 9, 1, PUBLISHES, false, SUB XSUB",
        "XSUB, 10, 2, SUBSCRIBES, false, PUB XPUB",
        "STREAM, 11, 11, NONE, false, STREAM",
        "SERVER, 12, 12, NONE, false, CLIENT",
        "CLIENT, 13, 13, NONE, false, SERVER",
        "RADIO, 14, 14, PUBLISHES, false, DISH",
        "DISH, 15, 15, SUBSCRIBES, false, RADIO",
        "GATHER, 16, 16, NONE, false, SCATTER",
        "SCATTER, 17, 17, NONE, false, GATHER",
        "DGRAM, 18, 18, NONE, false, DGRAM",
        "PEER, 19, 19, NONE, false, PEER",
        "CHANNEL, 20, 20, NONE, false, CHANNEL"
    })
    @DisplayName("RFC 37, RFC 15: the table of types; the first peer is what one is taken for that tells no type")
    void theTableIsTheRfcs(String name, int number, int former, Topics topics, boolean announces, String peers) {
        SocketType type = SocketType.named(name);

        assertThat(type.name()).isEqualTo(name);
        assertThat(type).hasToString(name);
        assertThat(type.number()).isEqualTo(number);
        assertThat(type.former().number()).isEqualTo(former);
        assertThat(type.topics()).isEqualTo(topics);
        assertThat(type.announcesIdentity()).isEqualTo(announces);
        assertThat(type.peers()).containsExactly(peers.split(" "));
        assertThat(type.hasGroups()).isEqualTo(List.of("RADIO", "DISH").contains(name));
    }

    @Test
    void allOfThemAreThereInTheOrderOfTheirNumbers() {
        assertThat(SocketType.values().stream().map(SocketType::name).collect(Collectors.joining(" ")))
                .isEqualTo("PAIR PUB SUB REQ REP DEALER ROUTER PULL PUSH XPUB XSUB"
                        + " STREAM SERVER CLIENT RADIO DISH GATHER SCATTER DGRAM PEER CHANNEL");
        assertThatThrownBy(() -> SocketType.values().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void twoOfThemSpeakNoZmtp() {
        assertThat(SocketType.STREAM.speech()).isEqualTo(SocketType.Speech.BYTES);
        assertThat(SocketType.DGRAM.speech()).isEqualTo(SocketType.Speech.DATAGRAMS);
        assertThat(SocketType.values().stream().filter(type -> type.speech() != SocketType.Speech.ZMTP))
                .hasSize(2);
        assertThat(SocketType.of("ECHO", "ECHO")
                        .speaking(SocketType.Speech.BYTES)
                        .numbered(200)
                        .speech())
                .isEqualTo(SocketType.Speech.BYTES);
    }

    @Test
    void eachTalksToThoseItNamesAndTheyToIt() {
        for (SocketType one : SocketType.values()) {
            for (SocketType other : SocketType.values()) {
                assertThat(one.accepts(other))
                        .as("%s and %s", one, other)
                        .isEqualTo(one.peers().contains(other.name()))
                        .isEqualTo(other.accepts(one));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"dealer", "Dealer", "DEALER"})
    void aNameIsFoundInAnyCase(String name) {
        assertThat(SocketType.named(name)).isSameAs(SocketType.DEALER);
    }

    @Test
    void anUnknownNameIsRefusedWithTheNamesThereAre() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SocketType.named("BUS"))
                .withMessage(
                        "There is no socket type BUS; there are [PAIR, PUB, SUB, REQ, REP, DEALER, ROUTER, PULL,"
                                + " PUSH, XPUB, XSUB, STREAM, SERVER, CLIENT, RADIO, DISH, GATHER, SCATTER, DGRAM, PEER, CHANNEL]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SocketType.named("x".repeat(101)))
                .withMessageContaining("x".repeat(100) + "…;");
    }

    @Test
    void oneOfOnesOwnIsWhatItsStepsSay() {
        SocketType plain = SocketType.of("echo", "Echo", "PULL");
        SocketType rich = plain.numbered(200).announcingIdentity().publishing().formerly(SocketType.PUB);

        assertThat(plain.name()).isEqualTo("ECHO");
        assertThat(plain.peers()).containsExactly("ECHO", "PULL");
        assertThat(plain.number()).isEqualTo(SocketType.NO_NUMBER);
        assertThat(plain.topics()).isEqualTo(Topics.NONE);
        assertThat(plain.announcesIdentity()).isFalse();
        assertThat(plain.former()).isSameAs(plain);
        assertThat(rich.name()).isEqualTo("ECHO");
        assertThat(rich.peers()).containsExactly("ECHO", "PULL");
        assertThat(rich.number()).isEqualTo(200);
        assertThat(rich.topics()).isEqualTo(Topics.PUBLISHES);
        assertThat(rich.subscribing().topics()).isEqualTo(Topics.SUBSCRIBES);
        assertThat(rich.announcesIdentity()).isTrue();
        assertThat(rich.former()).isSameAs(SocketType.PUB);
    }

    @Test
    void whatOneOfTwoDoesNotNameDoesNotTalkToIt() {
        SocketType tee = SocketType.of("TEE", "PULL", "TEE", "CUP");
        SocketType cup = SocketType.of("CUP", "TEE");

        assertThat(tee.accepts(SocketType.PULL)).isFalse();
        assertThat(SocketType.PULL.accepts(tee)).isFalse();
        assertThat(tee.accepts(tee)).isTrue();
        assertThat(tee.accepts(cup)).isTrue();
        assertThat(cup.accepts(tee)).isTrue();
    }

    @Test
    void noneOfOnesOwnIsAmongTheOthers() {
        SocketType.of("ECHO", "ECHO").numbered(12);

        assertThat(SocketType.values()).noneMatch(type -> type.name().equals("ECHO"));
        assertThatIllegalArgumentException().isThrownBy(() -> SocketType.named("ECHO"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "two words", "M\u00dcLL", "stra\u00dfe", "a\tb"})
    void whatIsNoNameIsRefused(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> SocketType.of(name, "PULL"));
        assertThatIllegalArgumentException().isThrownBy(() -> SocketType.of("TEE", name));
    }

    @Test
    void namesHaveAnEnd() {
        assertThat(List.of(SocketType.of("x".repeat(100), "PULL").name(), "X".repeat(100)))
                .containsOnly("X".repeat(100));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SocketType.of("x".repeat(101), "PULL"))
                .withMessage("\"" + "x".repeat(100) + "…\" is not the name of a socket type; allowed: 1 to 100 visible"
                        + " ASCII characters");
    }

    @Test
    void oneWithoutPeersIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> SocketType.of("ALONE"));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 256})
    void aNumberIsAnOctet(int number) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SocketType.PAIR.numbered(number))
                .withMessage("number is " + number + ": 0 to 255 is allowed");
    }
}
