package io.zmq4j.curve;

import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.talk.Party;
import io.zmq4j.zmtp.wire.Command;
import io.zmq4j.zmtp.wire.ProtocolException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each command of the handshake, bent in every way: what is not as it was made ends it, and by nothing but a ProtocolException. */
class MutationTest {
    enum Step {
        HELLO,
        WELCOME,
        INITIATE,
        READY;

        boolean isToServer() {
            return this == HELLO || this == INITIATE;
        }
    }

    /** Both sides, and the commands that went between them unbent. */
    private static final class Handshake {
        final Party client = Keys.client();
        final Party server = Keys.server();
        final List<byte[]> bodies = new ArrayList<>();

        /** Goes on up to where the command of this step is to be received, and returns it. */
        static byte[] upTo(Handshake handshake, Step step) throws ProtocolException {
            handshake.client.start();
            handshake.server.start();
            byte[] body = handshake.client.next();
            for (Step each : Step.values()) {
                handshake.bodies.add(body.clone());
                if (each == step) {
                    return body;
                }
                handshake.receiver(each).receive(body);
                body = handshake.receiver(each).next();
            }
            throw new AssertionError(step);
        }

        Party receiver(Step step) {
            return step.isToServer() ? server : client;
        }
    }

    /** Gives this instead of the step's command, and then plays on as the two sides would. */
    private static void ends(Step step, byte[] bent, String how) throws ProtocolException {
        var handshake = new Handshake();
        Handshake.upTo(handshake, step);
        try {
            byte[] body = bent;
            for (int i = step.ordinal(); i < Step.values().length; i++) {
                Party receiver = handshake.receiver(Step.values()[i]);
                receiver.receive(body);
                if (receiver.sent.isEmpty()) {
                    break;
                }
                body = receiver.next();
            }
        } catch (ProtocolException expected) {
            assertThat(handshake.receiver(step).seal).as(how).isNull();
            return;
        }
        throw new AssertionError("%s: %s was accepted".formatted(step, how));
    }

    private static byte[] sound(Step step) throws ProtocolException {
        return Handshake.upTo(new Handshake(), step);
    }

    @ParameterizedTest
    @EnumSource
    void everyOctetCounts(Step step) throws Exception {
        byte[] sound = sound(step);
        for (int at = 0; at < sound.length; at++) {
            for (int change : new int[] {0x01, 0x80, 0xFF}) {
                byte[] bent = sound.clone();
                bent[at] ^= (byte) change;
                ends(step, bent, "octet %d ^ %x".formatted(at, change));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyLengthButTheRightOneIsRefused(Step step) throws Exception {
        byte[] sound = sound(step);
        for (int length = 0; length < sound.length; length++) {
            ends(step, Arrays.copyOf(sound, length), "cut to " + length);
        }
        for (int more : new int[] {1, 2, 16, 100}) {
            ends(step, Arrays.copyOf(sound, sound.length + more), more + " more");
        }
    }

    @ParameterizedTest
    @EnumSource
    void commandsInPlaceOfOthersAreRefused(Step step) throws Exception {
        for (Step other : Step.values()) {
            if (other != step) {
                ends(step, sound(other), other + " in its place");
            }
        }
        for (String name : List.of("MESSAGE", "PING", "SUBSCRIBE", "READY", "ERROR", "hello")) {
            if (step != Step.READY || !name.equals("READY")) {
                ends(step, Command.of(name, new byte[300]).body(), name + " in its place");
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aCommandThatComesAgainIsRefused(Step step) throws Exception {
        var handshake = new Handshake();
        byte[] body = Handshake.upTo(handshake, step);
        handshake.receiver(step).receive(body.clone());

        boolean refused = false;
        try {
            handshake.receiver(step).receive(body.clone());
        } catch (ProtocolException expected) {
            refused = true;
        }

        assertThat(refused).isTrue();
    }

    @Test
    void anUnbentHandshakeCompletes() throws Exception {
        var handshake = new Handshake();
        handshake.client.receive(Handshake.upTo(handshake, Step.READY));

        assertThat(handshake.client.seal).isNotNull();
        assertThat(handshake.server.seal).isNotNull();
    }
}
