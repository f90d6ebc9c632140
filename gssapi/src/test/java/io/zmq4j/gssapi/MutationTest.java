package io.zmq4j.gssapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.talk.Party;
import io.zmq4j.zmtp.wire.Command;
import io.zmq4j.zmtp.wire.ProtocolException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ietf.jgss.GSSCredential;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each command of the handshake, bent in every way: what is not as it was made ends it, and by nothing but a ProtocolException. */
class MutationTest {
    enum Step {
        CLIENT_TOKEN,
        SERVER_TOKEN,
        TURN,
        SERVER_READY,
        CLIENT_READY;

        boolean isToServer() {
            return this == CLIENT_TOKEN || this == TURN || this == CLIENT_READY;
        }
    }

    /** Who has logged in once. */
    private static final Gssapi CLIENT =
            Realm.client().withCredential(Realm.credential(Realm.ANNA, GSSCredential.INITIATE_ONLY));

    /** Both sides of a handshake. */
    private static final class Handshake {
        final Party client = Party.of(CLIENT, "PUSH");
        final Party server = Party.of(Realm.server(), "PULL", true);

        /** Goes on up to where the command of this step is to be received, and returns it. */
        byte[] upTo(Step step) throws ProtocolException {
            client.start();
            server.start();
            byte[] body = client.next();
            for (Step each : Step.values()) {
                if (each == step) {
                    return body;
                }
                receiver(each).receive(body);
                body = receiver(each).next();
            }
            throw new AssertionError(step);
        }

        Party receiver(Step step) {
            return step.isToServer() ? server : client;
        }
    }

    /** How something is bent, which is another thing in each handshake. */
    @FunctionalInterface
    private interface Bend {
        byte[] bent(byte[] sound);
    }

    /** Bends the step's command, and then plays on as the two sides would. Returns whether both completed. */
    private static boolean completes(Step step, Bend bend) throws ProtocolException {
        var handshake = new Handshake();
        byte[] body = bend.bent(handshake.upTo(step));
        try {
            for (int i = step.ordinal(); i < Step.values().length; i++) {
                Party receiver = handshake.receiver(Step.values()[i]);
                receiver.receive(body);
                if (receiver.sent.isEmpty()) {
                    break;
                }
                body = receiver.next();
            }
        } catch (ProtocolException expected) {
            assertThat(handshake.receiver(step).seal).as(step.toString()).isNull();
            return false;
        }
        assertThat(handshake.server.credentials).containsExactly(Realm.ANNA.getBytes(StandardCharsets.UTF_8));
        return handshake.server.seal != null;
    }

    private static void ends(Step step, String how, Bend bend) throws ProtocolException {
        assertThat(completes(step, bend)).as("%s: %s", step, how).isFalse();
    }

    /**
     * Kerberos signs less than all of a token: not the ticket's name for its service, say. To change that may do nothing, but it makes
     * nobody of somebody else. Of what encrypts READY, the JDK looks at some of the header's fields alone, and at all of what follows.
     */
    @ParameterizedTest
    @EnumSource
    void octetsCount(Step step) throws Exception {
        int size = new Handshake().upTo(step).length;
        List<Integer> ignored = new ArrayList<>();
        // Of a ticket's encrypted part, which has one checksum, every third octet.
        for (int octet = 0; octet < size; octet += octet < 150 ? 1 : 3) {
            int at = octet;
            byte change = (byte) (octet % 2 == 0 ? 0x01 : 0x80);
            boolean completed = completes(step, sound -> {
                byte[] bent = sound.clone();
                // A token is not always as long.
                bent[Math.min(at, bent.length - 1)] ^= change;
                return bent;
            });
            if (completed) {
                ignored.add(at);
            }
        }
        switch (step) {
            case CLIENT_TOKEN, SERVER_TOKEN ->
                assertThat(ignored).as(step.toString()).hasSizeLessThan(size / 8);
            case TURN -> assertThat(size).isZero();
            case SERVER_READY, CLIENT_READY ->
                assertThat(ignored).as(step.toString()).allMatch(at -> at >= 16 && at < 28);
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyLengthButTheRightOneIsRefused(Step step) throws Exception {
        int size = new Handshake().upTo(step).length;
        for (int length = 0; length < size; length += length < 16 ? 1 : 37) {
            int cut = length;
            ends(step, "cut to " + cut, sound -> Arrays.copyOf(sound, cut));
        }
        for (int more : new int[] {1, 16, 100}) {
            ends(step, more + " more", sound -> Arrays.copyOf(sound, sound.length + more));
        }
    }

    /** The size that is told is as wrong as what is there. */
    @ParameterizedTest
    @EnumSource(names = "TURN", mode = EnumSource.Mode.EXCLUDE)
    void aTokenThatIsCutWithItsSizeIsRefused(Step step) throws Exception {
        int tokenAt = step.name().endsWith("TOKEN") ? 13 : 12;
        int size = new Handshake().upTo(step).length;
        for (int length = tokenAt; length < size; length += length < tokenAt + 20 ? 1 : 41) {
            int cut = length;
            ends(step, "token cut to " + cut, sound -> {
                byte[] bent = Arrays.copyOf(sound, cut);
                bent[tokenAt - 2] = (byte) (cut - tokenAt >>> 8);
                bent[tokenAt - 1] = (byte) (cut - tokenAt);
                return bent;
            });
        }
    }

    @ParameterizedTest
    @EnumSource
    void commandsInPlaceOfOthersAreRefused(Step step) throws Exception {
        for (Step other : Step.values()) {
            if (other != step) {
                byte[] body = new Handshake().upTo(other);
                ends(step, other + " in its place", sound -> body);
            }
        }
        for (String name : List.of("MESSAGE", "INITIATE", "READY", "HELLO", "PING", "initiate")) {
            ends(
                    step,
                    name + " in its place",
                    sound -> Command.of(name, new byte[300]).body());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aCommandThatComesAgainIsRefused(Step step) throws Exception {
        var handshake = new Handshake();
        byte[] body = handshake.upTo(step);
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
        for (Step step : Step.values()) {
            assertThat(completes(step, sound -> sound)).as(step.toString()).isTrue();
        }
    }
}
