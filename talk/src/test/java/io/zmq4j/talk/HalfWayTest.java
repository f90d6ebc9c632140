package io.zmq4j.talk;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zmq4j.zmtp.SocketType;
import io.zmq4j.zmtp.mechanism.Plain;
import io.zmq4j.zmtp.mechanism.Security;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The mechanisms that every program has: NULL, also where somebody decides, and PLAIN. */
class HalfWayTest {
    static Stream<Arguments> mechanisms() {
        return Stream.of(
                Arguments.of("NULL", Security.none(), Security.none(), false),
                Arguments.of("NULL with a domain", Security.none(), Security.none(), true),
                Arguments.of("PLAIN", Plain.client("ann", "secret"), Plain.server(), false));
    }

    private static Talker talker(SocketType type, Security security, boolean authenticates) {
        return new Talker(type, security, authenticates, Duration.ZERO);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mechanisms")
    void noFrameThatBelongsToNoHandshakeIsTaken(
            String mechanism, Security client, Security server, boolean authenticates) {
        HalfWay.refusesBadFrames(
                () -> talker(SocketType.PUSH, client, false), () -> talker(SocketType.PULL, server, authenticates));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mechanisms")
    void silenceEndsItWhereverItIs(String mechanism, Security client, Security server, boolean authenticates) {
        HalfWay.endsInSilence(
                () -> talker(SocketType.PUSH, client, false), () -> talker(SocketType.PULL, server, authenticates));
    }

    @Test
    void whatDoesNotComeTogetherIsNoticed() {
        assertThatThrownBy(() -> HalfWay.endsInSilence(
                        () -> talker(SocketType.PUSH, Plain.client("ann", "secret"), false),
                        () -> talker(SocketType.PULL, Security.none(), false)))
                .isInstanceOf(AssertionError.class)
                .hasMessage("no handshake");
    }
}
