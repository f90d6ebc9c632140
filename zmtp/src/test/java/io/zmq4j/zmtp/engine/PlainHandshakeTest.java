package io.zmq4j.zmtp.engine;

import static io.zmq4j.zmtp.engine.Octets.command;
import static io.zmq4j.zmtp.engine.Octets.concat;
import static io.zmq4j.zmtp.engine.Octets.octets;
import static io.zmq4j.zmtp.engine.Octets.property;
import static io.zmq4j.zmtp.engine.Octets.ready;
import static io.zmq4j.zmtp.engine.Verdicts.JOE;
import static io.zmq4j.zmtp.engine.Verdicts.asked;
import static io.zmq4j.zmtp.engine.Verdicts.decide;
import static io.zmq4j.zmtp.engine.Verdicts.refusing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zmq4j.message.Message;
import io.zmq4j.zmtp.CloseReason;
import io.zmq4j.zmtp.SocketType;
import io.zmq4j.zmtp.mechanism.Mechanism;
import io.zmq4j.zmtp.mechanism.Plain;
import io.zmq4j.zmtp.mechanism.Security;
import io.zmq4j.zmtp.mechanism.Verdict;
import io.zmq4j.zmtp.wire.Command;
import io.zmq4j.zmtp.wire.Metadata;
import io.zmq4j.zmtp.wire.ProtocolException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 24, both roles, byte by byte. */
class PlainHandshakeTest {
    private static final byte[] GREETING = concat(octets("ff 0000000000000000 7f 03 01 'PLAIN'"), new byte[47]);
    private static final byte[] HELLO = octets("04 13 05 'HELLO' 05 'admin' 06 'secret'");
    private static final byte[] WELCOME = octets("04 08 07 'WELCOME'");
    private static final byte[] INITIATE = octets("04 1d 08 'INITIATE' 0b 'Socket-Type' 00000004 'PUSH'");
    private static final byte[] MESSAGE = octets("00 02 'hi'");

    private static Side server() {
        return side(SocketType.PULL, Plain.server());
    }

    private static Side client() {
        return side(SocketType.PUSH, Plain.client("admin", "secret"));
    }

    private static Side side(SocketType type, Security security) {
        return Side.with(new EngineOptions(
                type,
                new byte[0],
                -1,
                Duration.ofSeconds(30),
                Duration.ZERO,
                Duration.ZERO,
                Duration.ZERO,
                security,
                false));
    }

    private static Side greetedServer() {
        Side side = server();
        side.receive(GREETING);
        return side;
    }

    /** A server that has sent WELCOME. */
    private static Side welcomingServer() {
        Side side = greetedServer();
        side.receive(HELLO);
        assertThat(decide(side, JOE)).isNull();
        return side;
    }

    private static Side greetedClient() {
        Side side = client();
        side.receive(GREETING);
        return side;
    }

    private static Side initiatingClient() {
        Side side = greetedClient();
        side.receive(WELCOME);
        return side;
    }

    private static byte[] behindGreeting(Side side) {
        byte[] sent = side.transmit();
        return Arrays.copyOfRange(sent, 64, sent.length);
    }

    @Test
    @DisplayName("RFC 37: as-server is 1 in a PLAIN server's greeting and 0 in a client's")
    void theGreetingTellsMechanismAndRole() {
        assertThat(Arrays.copyOf(greetedServer().transmit(), 64))
                .isEqualTo(concat(
                        octets("ff 0000000000000001 7f 03 01 'PLAIN' 000000000000000000000000000000 01"),
                        new byte[31]));
        assertThat(Arrays.copyOf(greetedClient().transmit(), 64))
                .isEqualTo(concat(octets("ff 0000000000000001 7f 03 01 'PLAIN'"), new byte[47]));
    }

    @Test
    @DisplayName("RFC 24: C:hello S:welcome C:initiate S:ready: a client's part")
    void theClientSendsHelloAndInitiate() {
        Side client = greetedClient();
        assertThat(behindGreeting(client)).isEqualTo(HELLO);

        client.receive(WELCOME);
        assertThat(client.transmit()).isEqualTo(INITIATE);
        assertThat(client.peers).isEmpty();

        client.receive(ready("PULL"));
        assertThat(client.peers).singleElement().satisfies(peer -> {
            assertThat(peer.mechanism()).isEqualTo("PLAIN");
            assertThat(peer.userId()).isNull();
        });
        client.send(Message.of("hi"));
        assertThat(client.transmit()).isEqualTo(MESSAGE);
    }

    @Test
    @DisplayName("RFC 24: C:hello S:welcome C:initiate S:ready: a server's part, whose decider is asked for the user")
    void theServerAsksAndSendsWelcomeAndReady() {
        Side server = greetedServer();
        server.receive(HELLO);

        assertThat(asked(server).credentials())
                .containsExactly("admin".getBytes(StandardCharsets.UTF_8), "secret".getBytes(StandardCharsets.UTF_8));
        assertThat(behindGreeting(server)).isEmpty();

        assertThat(decide(server, JOE)).isNull();
        assertThat(server.transmit()).isEqualTo(WELCOME);
        server.receive(INITIATE);
        assertThat(server.transmit()).isEqualTo(ready("PULL"));
        assertThat(server.peers).singleElement().satisfies(peer -> {
            assertThat(peer.mechanism()).isEqualTo("PLAIN");
            assertThat(peer.userId()).isEqualTo("joe");
            assertThat(peer.metadata()).containsEntry("Level", "9").containsEntry("Socket-Type", "PUSH");
        });
        server.receive(MESSAGE);
        assertThat(server.messages).containsExactly(Message.of("hi"));
    }

    @Test
    void theServersPartIsTheSameHoweverItIsCut() {
        Feed.accepted(
                PlainHandshakeTest::server,
                concat(GREETING, HELLO),
                side -> assertThat(asked(side).credentials()).hasSize(2));
        Feed.accepted(
                PlainHandshakeTest::welcomingServer,
                concat(INITIATE, MESSAGE),
                side -> assertThat(side.messages).containsExactly(Message.of("hi")));
    }

    @Test
    void theClientsPartIsTheSameHoweverItIsCut() {
        Feed.accepted(
                PlainHandshakeTest::client,
                concat(GREETING, WELCOME, ready("PULL")),
                side -> assertThat(side.peers).hasSize(1));
    }

    @Test
    void bothRolesTalkToEachOther() {
        Side client = client();
        Side server = server();
        Side.exchange(client, server);
        assertThat(decide(server, JOE)).isNull();
        client.send(Message.of("hi"));

        Side.exchange(client, server);

        assertThat(server.messages).containsExactly(Message.of("hi"));
    }

    @ParameterizedTest
    @EnumSource(
            names = {"AUTHENTICATION_FAILURE", "INTERNAL_ERROR"},
            value = Verdict.Status.class)
    @DisplayName("RFC 24: S:error, with the three digits of the status as libzmq has it")
    void aRefusalIsToldAsItsStatus(Verdict.Status status) {
        Side server = greetedServer();
        server.receive(HELLO);
        server.transmit();

        ProtocolException refusal = decide(server, refusing(status));

        assertThat(refusal).hasMessageContaining("because");
        assertThat(refusal.reason()).isEqualTo(CloseReason.AUTHENTICATION_FAILED);
        assertThat(refusal.status()).isEqualTo(status.number());
        assertThat(server.transmit()).isEqualTo(octets("04 0a 05 'ERROR' 03 '" + status.number() + "'"));
        assertThat(server.refusal(INITIATE)).isSameAs(refusal);
        assertThat(server.peers).isEmpty();
    }

    @Test
    void aRefusalThatPassesIsNotTold() {
        Side server = greetedServer();
        server.receive(HELLO);
        server.transmit();

        ProtocolException refusal = decide(server, refusing(Verdict.Status.TEMPORARY_ERROR));

        assertThat(refusal.status()).isEqualTo(300);
        assertThat(server.transmit()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {300, 400, 500})
    void aClientKnowsAStatusFromOtherErrors(int status) {
        byte[] error = octets("04 0a 05 'ERROR' 03 '" + status + "'");
        Feed.refused(
                PlainHandshakeTest::greetedClient, error, CloseReason.AUTHENTICATION_FAILED, String.valueOf(status));
        assertThat(greetedClient().refusal(error).status()).isEqualTo(status);
        Feed.refused(PlainHandshakeTest::initiatingClient, error, CloseReason.AUTHENTICATION_FAILED);
    }

    @Test
    @DisplayName("libzmq's PLAIN ERROR, whose length and E are one octet, is understood")
    void theErrorThatLibzmqSendsIsUnderstood() {
        byte[] misspelt = octets("04 09 '^RROR' 03 '400'");
        Feed.refused(PlainHandshakeTest::greetedClient, misspelt, CloseReason.AUTHENTICATION_FAILED, "400");
        Feed.refused(PlainHandshakeTest::greetedClient, octets("04 05 '^RROR'"), CloseReason.REFUSED_BY_PEER);
        Feed.refused(PlainHandshakeTest::greetedClient, octets("04 04 '^RRO'"), CloseReason.MALFORMED_COMMAND);
        Feed.refused(
                () -> {
                    Side side = Side.of(SocketType.PULL);
                    side.receive(Octets.greeting());
                    return side;
                },
                misspelt,
                CloseReason.MALFORMED_COMMAND);
    }

    @ParameterizedTest
    @ValueSource(strings = {"03 '200'", "03 '404'", "04 '4000'", "02 '40'", "00", ""})
    void anErrorThatIsNoStatusIsARefusalOfAnotherKind(String reason) {
        Feed.refused(PlainHandshakeTest::greetedClient, command("ERROR", octets(reason)), CloseReason.REFUSED_BY_PEER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "05",
                "05 'admi'",
                "05 'admin'",
                "05 'admin' 06",
                "05 'admin' 06 'secre'",
                "05 'admin' 06 'secret' 00",
                "ff 'admin' 06 'secret'",
                "00",
                "00 01"
            })
    @DisplayName("RFC 24: hello = username password, and nothing behind them")
    void aHelloThatIsNotFilledByItsTwoTextsIsRefused(String data) {
        Feed.refused(PlainHandshakeTest::greetedServer, command("HELLO", octets(data)), CloseReason.MALFORMED_COMMAND);
    }

    @Test
    void userNameAndPasswordMayBeEmptyOrAsLongAsAnOctetTells() {
        Side empty = greetedServer();
        empty.receive(command("HELLO", new byte[2]));
        assertThat(asked(empty).credentials()).containsExactly(new byte[0], new byte[0]);

        byte[] longest = Side.bytes(255);
        Side full = greetedServer();
        full.receive(command("HELLO", concat(octets("ff"), longest, octets("ff"), longest)));
        assertThat(asked(full).credentials()).containsExactly(longest, longest);
    }

    /** As they are: the one who decides says what a name is; and no trace shows them. */
    @Test
    void userNameAndPasswordMayHaveAnyOctets() {
        byte[] odd = octets("00 0a 0d 1b 7f 80 ff");
        Side server = greetedServer();

        server.receive(command("HELLO", concat(octets("07"), odd, octets("07"), odd)));

        assertThat(asked(server).credentials()).containsExactly(odd, odd);
        assertThat(String.join("", server.traces)).matches("\\p{Print}*");
    }

    @ParameterizedTest
    @ValueSource(strings = {"WELCOME", "INITIATE", "READY", "MESSAGE", "hello", "HELLO ", "HELL"})
    void theServerTakesNothingButHelloFirst(String name) {
        Feed.refused(PlainHandshakeTest::greetedServer, command(name, octets("00 00")), CloseReason.UNEXPECTED_COMMAND);
    }

    @ParameterizedTest
    @ValueSource(strings = {"HELLO", "WELCOME", "READY"})
    void theServerTakesNothingButInitiateThen(String name) {
        Feed.refused(
                PlainHandshakeTest::welcomingServer, command(name, octets("00 00")), CloseReason.UNEXPECTED_COMMAND);
    }

    @ParameterizedTest
    @ValueSource(strings = {"HELLO", "INITIATE", "READY", "MESSAGE"})
    @DisplayName("RFC 24: a server that skips WELCOME is none")
    void theClientTakesNothingButWelcomeFirst(String name) {
        Feed.refused(PlainHandshakeTest::greetedClient, command(name, new byte[0]), CloseReason.UNEXPECTED_COMMAND);
    }

    @ParameterizedTest
    @ValueSource(strings = {"HELLO", "WELCOME", "INITIATE"})
    void theClientTakesNothingButReadyThen(String name) {
        Feed.refused(PlainHandshakeTest::initiatingClient, command(name, new byte[0]), CloseReason.UNEXPECTED_COMMAND);
    }

    @Test
    void aWelcomeHasNoData() {
        Feed.refused(PlainHandshakeTest::greetedClient, command("WELCOME", new byte[1]), CloseReason.MALFORMED_COMMAND);
    }

    @Test
    void aMessageBeforeTheEndOfTheHandshakeIsRefused() {
        Feed.refused(PlainHandshakeTest::greetedServer, MESSAGE, CloseReason.UNEXPECTED_COMMAND);
        Feed.refused(PlainHandshakeTest::welcomingServer, MESSAGE, CloseReason.UNEXPECTED_COMMAND);
        Feed.refused(PlainHandshakeTest::greetedClient, MESSAGE, CloseReason.UNEXPECTED_COMMAND);
        Feed.refused(PlainHandshakeTest::initiatingClient, MESSAGE, CloseReason.UNEXPECTED_COMMAND);
    }

    @Test
    void brokenMetadataIsRefusedOnBothSides() {
        byte[] broken = octets("0b 'Socket-Type' 000000ff 'PUSH'");
        Feed.refused(PlainHandshakeTest::welcomingServer, command("INITIATE", broken), CloseReason.INVALID_METADATA);
        Feed.refused(PlainHandshakeTest::initiatingClient, command("READY", broken), CloseReason.INVALID_METADATA);
    }

    @Test
    void aPeerOfTheWrongTypeGetsAnErrorAndNoReady() {
        Side server = welcomingServer();
        server.transmit();

        ProtocolException refusal = server.refusal(command("INITIATE", property("Socket-Type", "SUB")));

        assertThat(refusal.reason()).isEqualTo(CloseReason.INCOMPATIBLE_SOCKET_TYPE);
        assertThat(server.transmit()).isEqualTo(command("ERROR", octets("18 'Incompatible-Socket-Type'")));
    }

    @Test
    void whatIsSentBehindHelloWaitsForTheVerdict() throws Exception {
        Side server = greetedServer();
        byte[] all = concat(HELLO, INITIATE, MESSAGE);

        int taken = server.engine().receive(all, 0, all.length, server.now);
        assertThat(taken).isEqualTo(HELLO.length);
        assertThat(server.messages).isEmpty();

        assertThat(decide(server, JOE)).isNull();
        server.engine().receive(all, taken, all.length - taken, server.now);
        assertThat(server.messages).containsExactly(Message.of("hi"));
    }

    @Test
    void theHandshakesTimeRunsWhileAVerdictIsAwaited() {
        Side server = greetedServer();
        server.receive(HELLO);
        server.reading = false;

        assertThat(server.tickAfter(30_000)).isEqualTo(CloseReason.HANDSHAKE_TIMEOUT);
        assertThatThrownBy(() -> server.engine().resume(asked(server).decided(JOE), server.now))
                .isInstanceOf(ProtocolException.class);
    }

    @Test
    void twoClientsDoNotComeTogether() {
        Side one = client();
        Side other = client();
        other.receive(one.transmit());
        one.receive(GREETING);
        byte[] hello = one.transmit();
        other.receive(Arrays.copyOf(concat(Arrays.copyOfRange(GREETING, 10, 64)), 54));

        assertThat(hello).endsWith(HELLO);
        assertThat(other.refusal(HELLO).reason()).isEqualTo(CloseReason.UNEXPECTED_COMMAND);
    }

    /** Each would wait for the other's HELLO. */
    @Test
    void twoServersAreToldFromTheirGreetings() {
        byte[] greeting =
                concat(octets("ff 0000000000000000 7f 03 01 'PLAIN'"), new byte[15], octets("01"), new byte[31]);

        Feed.refused(
                PlainHandshakeTest::server,
                greeting,
                CloseReason.MECHANISM_MISMATCH,
                "mechanism PLAIN as its server, and so do we: one side must be the client");
        client().receive(greeting);
    }

    /** Common implementations never say that they are one. */
    @ParameterizedTest
    @ValueSource(ints = {0, 2, 255})
    @DisplayName("A13: another as-server than 1 says nothing")
    void aServerThatDoesNotSaySoIsFoundOutByItsSilence(int asServer) {
        Side server = server();
        server.receive(concat(
                octets("ff 0000000000000000 7f 03 01 'PLAIN'"),
                new byte[15],
                new byte[] {(byte) asServer},
                new byte[31]));

        assertThat(server.tickAfter(30_000)).isEqualTo(CloseReason.HANDSHAKE_TIMEOUT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"'NULL' 00", "'CURVE'", "'plain'", "'PLAIN' 01"})
    void anotherMechanismIsRefusedAndBothAreNamed(String mechanism) {
        byte[] name = octets(mechanism);
        byte[] greeting = concat(octets("ff 0000000000000000 7f 03 01"), Arrays.copyOf(name, 20), new byte[32]);

        Feed.refused(PlainHandshakeTest::server, greeting, CloseReason.MECHANISM_MISMATCH, "mechanism PLAIN");
        Feed.refused(PlainHandshakeTest::client, greeting, CloseReason.MECHANISM_MISMATCH, "the peer greets with");
    }

    @Test
    void aNullSideRefusesAPlainPeerAndNamesBoth() {
        Feed.refused(
                () -> Side.of(SocketType.PULL),
                GREETING,
                CloseReason.MECHANISM_MISMATCH,
                "the peer greets with ZMTP 3.1, mechanism PLAIN, we greet with ZMTP 3.1, mechanism NULL");
    }

    @ParameterizedTest
    @ValueSource(strings = {"01 00", "ff 0000000000000000 7f 01 08 00 00", "ff 0000000000000000 7f 00 08 00 00"})
    @DisplayName("RFC 37: a peer of ZMTP 1.0 or 2.0 is refused where PLAIN is asked for")
    void anOldPeerIsRefused(String opening) {
        Feed.refused(PlainHandshakeTest::server, octets(opening), CloseReason.MECHANISM_MISMATCH, "PLAIN");
        Feed.refused(PlainHandshakeTest::client, octets(opening), CloseReason.MECHANISM_MISMATCH, "PLAIN");
    }

    @Test
    void thePeersWordIsNotTakenForTheDeciders() {
        Side server = welcomingServer();
        server.receive(command(
                "INITIATE",
                concat(
                        property("Socket-Type", "PUSH"),
                        property("user-id", "root"),
                        property("LEVEL", "0"),
                        property("X-Own", "mine"))));

        assertThat(server.peers).singleElement().satisfies(peer -> {
            assertThat(peer.userId()).isEqualTo("joe");
            assertThat(peer.metadata())
                    .containsEntry("Level", "9")
                    .containsEntry("X-Own", "mine")
                    .doesNotContainKey("User-Id")
                    .hasSize(3);
        });
    }

    @Test
    void noTextHasThePasswordInIt() {
        Side client = greetedClient();
        Side server = greetedServer();
        server.receive(HELLO);

        assertThat(client.traces).contains("sent HELLO").noneMatch(line -> line.contains("secret"));
        assertThat(server.traces).contains("received HELLO").noneMatch(line -> line.contains("secret"));
        assertThat(Plain.client("admin", "secret").toString()).contains("admin").doesNotContain("secret");
        assertThat(server.asks.toString()).doesNotContain("secret");
        assertThat(server.refusal(new byte[0])).isNull();
    }

    @Test
    void aTextThatIsTooLongIsRefusedWithoutBeingShown() {
        String tooLong = "x".repeat(256);
        assertThatThrownBy(() -> Plain.client("admin", tooLong))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("password has 256 bytes")
                .hasMessageNotContaining("xxx");
        assertThatThrownBy(() -> Plain.client("ä".repeat(128), ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("username has 256 bytes");
    }

    /** Whatever is changed on the way: refused for a reason, or somebody else is asked about, or it waits. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void noBentStreamGetsPastTheQuestion(long seed) {
        var random = new Random(seed);
        byte[] whole = concat(GREETING, HELLO, INITIATE, MESSAGE);
        for (int i = 0; i < whole.length; i++) {
            for (byte[] bent : List.of(
                    flipped(whole, i, 1 << random.nextInt(8)),
                    flipped(whole, i, 0xFF),
                    Arrays.copyOf(whole, i),
                    repeated(whole, i, random.nextInt(1, whole.length - i + 1)))) {
                Side side = server();
                assertThat(offer(side, bent)).as("byte %d, seed %d", i, seed).isTrue();
            }
        }
    }

    private static byte[] flipped(byte[] bytes, int at, int bits) {
        byte[] bent = bytes.clone();
        bent[at] ^= (byte) bits;
        return bent;
    }

    private static byte[] repeated(byte[] bytes, int at, int length) {
        return concat(Arrays.copyOf(bytes, at + length), Arrays.copyOfRange(bytes, at, bytes.length));
    }

    /** Nobody comes in before the verdict, and nothing but a reason is thrown. */
    private static boolean offer(Side side, byte[] bytes) {
        try {
            side.engine().receive(bytes, 0, bytes.length, side.now);
        } catch (ProtocolException e) {
            assertThat(e.reason()).isNotNull();
        }
        return side.peers.isEmpty() && side.messages.isEmpty();
    }

    @Test
    void theMechanismAloneKeepsTheOrder() throws Exception {
        Mechanism server = Plain.server().create(new Metadata(), false);
        assertThat(server.start().send()).isEmpty();
        Mechanism.Step step = server.receive(Command.parse(octets("05 'HELLO' 00 00")));
        assertThat(step.send()).isEmpty();
        assertThat(step.ask()).isNotNull();
    }
}
