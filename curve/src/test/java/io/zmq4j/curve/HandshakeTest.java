package io.zmq4j.curve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zmq4j.curve.cipher.SecretBox;
import io.zmq4j.curve.cipher.Traces;
import io.zmq4j.talk.Party;
import io.zmq4j.zmtp.CloseReason;
import io.zmq4j.zmtp.mechanism.Ask;
import io.zmq4j.zmtp.mechanism.Mechanism;
import io.zmq4j.zmtp.mechanism.Verdict;
import io.zmq4j.zmtp.wire.Command;
import io.zmq4j.zmtp.wire.Metadata;
import io.zmq4j.zmtp.wire.ProtocolException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What both sides insist on, with peers who know all keys that they may know. */
class HandshakeTest {
    private static final byte[] TRANSIENT_SECRET = Keys.filled(0xC2);
    private static final byte[] TRANSIENT = Keys.publicKey(TRANSIENT_SECRET);
    private static final byte[] SERVER_TRANSIENT = Keys.publicKey(Keys.filled(0x52));
    private static final byte[] SERVER = Keys.SERVER.publicKey().toBytes();
    private static final byte[] LOW_ORDER = new byte[32];

    /** What is public, and the long-term keys, which are the application's to destroy. */
    private static final String[] INNOCENT = {"octets", "secretKey", "ownPublic", "clientKey", "clientNonce"};

    private static void refused(ThrowingCallable call, CloseReason reason, String detail) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ProtocolException.class,
                        refusal -> assertThat(refusal.reason()).isEqualTo(reason))
                .hasMessageContaining(detail);
    }

    private static void malformed(ThrowingCallable call, String detail) {
        refused(call, CloseReason.MALFORMED_COMMAND, detail);
    }

    private static byte[] key(byte[] secretKey, byte[] publicKey) throws ProtocolException {
        return Agreement.key(secretKey, publicKey, "");
    }

    /** One that has answered a HELLO. */
    private static Party welcoming(Party server) throws ProtocolException {
        server.start().receive(Keys.client().start().next());
        return server;
    }

    private static Party complete(Party client, Party server) throws ProtocolException {
        server.start().receive(client.start().next());
        client.receive(server.next());
        server.receive(client.next());
        client.receive(server.next());
        return client;
    }

    /** An INITIATE with everything as the caller wants it, for a server that has sent this cookie. */
    private static Command initiate(byte[] cookie, long nonce, byte[] vouch) throws ProtocolException {
        return Initiate.command(
                cookie,
                nonce,
                Keys.CLIENT.publicKey().toBytes(),
                vouch,
                Keys.metadata("PUSH"),
                key(TRANSIENT_SECRET, SERVER_TRANSIENT));
    }

    private static byte[] vouch(byte[] transientKey, byte[] serverKey) throws ProtocolException {
        return Vouch.of(transientKey, serverKey, Keys.filled(1, 16), key(Keys.CLIENT_SECRET, SERVER_TRANSIENT));
    }

    private static byte[] cookie(Party server) throws ProtocolException {
        return Welcome.open(server.next(), key(TRANSIENT_SECRET, SERVER)).cookie();
    }

    @Test
    void theServerIsToldTheClientsKeyAndMetadata() throws Exception {
        Party server = Keys.server(true);

        Party client = complete(Keys.client(), server);

        assertThat(server.credentials).containsExactly(Keys.CLIENT.publicKey().toBytes());
        assertThat(server.peer).hasToString("Socket-Type=PUSH");
        assertThat(client.peer).hasToString("Socket-Type=PULL");
    }

    @Test
    void nobodyIsAskedUnlessTheServerIsToldTo() throws Exception {
        Party server = Keys.server(false);
        complete(Keys.client(), server);

        assertThat(server.credentials).isEmpty();
        assertThat(server.seal).isNotNull();
    }

    @Test
    void aClientThatMayNotComeInGetsNoReady() throws Exception {
        Party client = Keys.client().start();
        Party server = Keys.server(true).start();
        server.verdict = new Verdict(Verdict.Status.AUTHENTICATION_FAILURE, "for people", "", new Metadata());
        server.receive(client.next());
        client.receive(server.next());

        server.receive(client.next());

        assertThat(server.credentials).hasSize(1);
        assertThat(server.sent).isEmpty();
        assertThat(server.peer).isNull();
        assertThat(server.seal).isNull();
    }

    @Test
    void aClientWithAnotherServersKeyIsRefused() throws Exception {
        byte[] hello = Keys.client(Keys.STRANGER.publicKey()).start().next();
        Party server = Keys.server().start();

        malformed(() -> server.receive(hello), "HELLO's box does not open");
        assertThat(server.sent).isEmpty();
    }

    @Test
    void aServerThatDoesNotOwnItsKeyIsRefused() throws Exception {
        Party client = Keys.client().start();
        byte[] key = key(Keys.filled(0x77), TRANSIENT);
        Command welcome = Welcome.command(SERVER_TRANSIENT, new byte[96], new byte[16], key);

        malformed(() -> client.receive(welcome), "WELCOME's box does not open");
        assertThat(client.sent).hasSize(1);
    }

    @Test
    void aPointOfLowOrderIsNobodysKey() throws Exception {
        byte[] key = key(TRANSIENT_SECRET, SERVER);
        malformed(() -> Keys.server().start().receive(Hello.command(LOW_ORDER, 1, key)), "low order");

        malformed(() -> Keys.client(CurvePublicKey.of(LOW_ORDER)).start(), "the server's key is a point of low order");

        Command welcome = Welcome.command(LOW_ORDER, new byte[96], new byte[16], key);
        malformed(() -> Keys.client().start().receive(welcome), "the server's transient key is a point of low order");

        Party server = welcoming(Keys.server());
        Command initiate = Initiate.command(
                cookie(server),
                2,
                LOW_ORDER,
                new byte[96],
                Keys.metadata("PUSH"),
                key(TRANSIENT_SECRET, SERVER_TRANSIENT));
        malformed(() -> server.receive(initiate), "the client's key is a point of low order");
    }

    @Test
    void helloHasZerosInItsBox() throws Exception {
        byte[] hello = Keys.client().start().next();
        byte[] box = SecretBox.seal(key(TRANSIENT_SECRET, SERVER), Nonces.ofShort(Nonces.HELLO, 1), Keys.filled(1, 64));
        System.arraycopy(box, 0, hello, 120, box.length);

        malformed(() -> Keys.server().start().receive(hello), "something else in it than zeros");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1 1", "2 0", "0 0", "255 0"})
    void anotherVersionIsRefused(String version) throws Exception {
        byte[] hello = Keys.client().start().next();
        hello[6] = (byte) Integer.parseInt(version.split(" ")[0]);
        hello[7] = (byte) Integer.parseInt(version.split(" ")[1]);

        malformed(() -> Keys.server().start().receive(hello), "CurveZMQ " + version.replace(' ', '.'));
    }

    @Test
    void theVouchIsForThisClientsTransientKey() throws Exception {
        Party server = welcoming(Keys.server());
        Command initiate =
                initiate(cookie(server), 2, vouch(Keys.STRANGER.publicKey().toBytes(), SERVER));

        malformed(() -> server.receive(initiate), "for another transient key");
    }

    @Test
    void theVouchIsForThisServer() throws Exception {
        Party server = welcoming(Keys.server());
        Command initiate = initiate(
                cookie(server), 2, vouch(TRANSIENT, Keys.STRANGER.publicKey().toBytes()));

        malformed(() -> server.receive(initiate), "for another server");
    }

    /** Whoever vouches with another key than the one that is told does not own that. */
    @Test
    void theVouchIsMadeWithTheKeyThatIsTold() throws Exception {
        Party server = welcoming(Keys.server());
        byte[] vouch = Vouch.of(TRANSIENT, SERVER, new byte[16], key(Keys.filled(0x77), SERVER_TRANSIENT));
        Command initiate = initiate(cookie(server), 2, vouch);

        malformed(() -> server.receive(initiate), "vouch does not open");
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1})
    void initiateHasAGreaterNonceThanHello(long nonce) throws Exception {
        Party server = welcoming(Keys.server());
        Command initiate = initiate(cookie(server), nonce, vouch(TRANSIENT, SERVER));

        malformed(() -> server.receive(initiate), "nonce is not greater");
    }

    @ParameterizedTest
    @ValueSource(longs = {2, 3, Long.MAX_VALUE, Long.MIN_VALUE, -1})
    void noncesHaveNoSignAndMayLeaveOut(long nonce) throws Exception {
        Party server = welcoming(Keys.server());

        server.receive(initiate(cookie(server), nonce, vouch(TRANSIENT, SERVER)));

        assertThat(server.peer).isNotNull();
    }

    @Test
    void aCookieOfAnotherConnectionIsRefused() throws Exception {
        Party other = new Party(new CurveServer(Keys.SERVER, false, Keys.metadata("PULL"), SystemRandomness.INSTANCE));
        Party server = welcoming(Keys.server());
        byte[] cookie = cookie(welcoming(other));

        malformed(
                () -> server.receive(initiate(cookie, 2, vouch(TRANSIENT, SERVER))), "INITIATE's cookie does not open");
    }

    /** Recorded, and played to the same server again. */
    @Test
    void aConversationCannotBePlayedAgain() throws Exception {
        var server = new Party(new CurveServer(Keys.SERVER, false, Keys.metadata("PULL"), SystemRandomness.INSTANCE));
        var again = new Party(new CurveServer(Keys.SERVER, false, Keys.metadata("PULL"), SystemRandomness.INSTANCE));
        Party client = Keys.client().start();
        byte[] hello = client.next();
        server.start().receive(hello.clone());
        client.receive(server.next());
        byte[] initiate = client.next();
        server.receive(initiate.clone());
        assertThat(server.peer).isNotNull();

        again.start().receive(hello.clone());
        malformed(() -> again.receive(initiate.clone()), "cookie does not open");
    }

    @Test
    void aCookieOpensOnce() throws Exception {
        Party server = welcoming(Keys.server());
        byte[] cookie = cookie(server);
        malformed(() -> server.receive(initiate(cookie, 2, new byte[96])), "vouch does not open");

        assertThatThrownBy(() -> server.receive(initiate(cookie, 3, vouch(TRANSIENT, SERVER))))
                .isInstanceOf(ProtocolException.class);
        assertThat(server.peer).isNull();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 255, 256, 257, 60_000, 65_000})
    void metadataMayBeOfAnySizeThatACommandHolds(int size) throws Exception {
        Metadata large = Keys.metadata("PUSH").put("Large", Keys.filled(7, size));
        var client = new Party(new CurveClient(Keys.CLIENT, Keys.SERVER.publicKey(), large, Keys.clientRandomness()));
        var server = new Party(new CurveServer(Keys.SERVER, false, large, Keys.serverRandomness()));

        complete(client, server);

        assertThat(server.peer.value("Large")).isEqualTo(Keys.filled(7, size));
        assertThat(client.peer.value("Large")).isEqualTo(Keys.filled(7, size));
    }

    @Test
    void metadataThatBreaksTheRulesIsRefused() throws Exception {
        Party server = welcoming(Keys.server());
        byte[] text = Octets.concat(
                Keys.CLIENT.publicKey().toBytes(), vouch(TRANSIENT, SERVER), new byte[] {1, 'a', 0, 0, 0, 5, 'x'});
        byte[] box = SecretBox.seal(key(TRANSIENT_SECRET, SERVER_TRANSIENT), Nonces.ofShort(Nonces.INITIATE, 2), text);
        byte[] body =
                Octets.concat(Command.prefix("INITIATE"), cookie(server), new byte[] {0, 0, 0, 0, 0, 0, 0, 2}, box);

        refused(() -> server.receive(body), CloseReason.INVALID_METADATA, "declares a value of 5 bytes");
    }

    @Test
    void nothingOfAConversationIsEverTheSame() throws Exception {
        byte[] first = null;
        for (int i = 0; i < 2; i++) {
            var client =
                    new Party(Curve.client(Keys.CLIENT, Keys.SERVER.publicKey()).create(Keys.metadata("PUSH"), false));
            var server = new Party(Curve.server(Keys.SERVER).create(Keys.metadata("PULL"), false));
            byte[] hello = client.start().next();
            server.start().receive(hello);
            byte[] welcome = server.next();
            client.receive(welcome);
            byte[] initiate = client.next();
            // Transient keys, signature, nonce, box, cookie.
            byte[] random = Octets.concat(
                    Arrays.copyOfRange(hello, 80, 112),
                    Arrays.copyOfRange(hello, 120, 200),
                    Arrays.copyOfRange(welcome, 8, 168),
                    Arrays.copyOfRange(initiate, 9, 105),
                    Arrays.copyOfRange(initiate, 113, 257));
            if (first != null) {
                int same = 0;
                for (int at = 0; at < random.length; at++) {
                    same += random[at] == first[at] ? 1 : 0;
                }
                assertThat(same).isLessThan(20);
            }
            first = random;
        }
    }

    @Test
    void secretsOfTheHandshakeAreClearedWhenItIsComplete() throws Exception {
        List<byte[]> given = new ArrayList<>();
        Randomness noting = bytes -> {
            SystemRandomness.INSTANCE.fill(bytes);
            given.add(bytes);
        };
        var client = new Party(new CurveClient(Keys.CLIENT, Keys.SERVER.publicKey(), Keys.metadata("PUSH"), noting));
        var server = new Party(new CurveServer(Keys.SERVER, false, Keys.metadata("PULL"), noting));

        complete(client, server);

        // c', s' and K are 32 octets, long nonces are 16.
        assertThat(given.stream().filter(bytes -> bytes.length == 32))
                .hasSize(3)
                .allSatisfy(bytes -> assertThat(bytes).containsOnly(0));
    }

    @Test
    void secretsAreClearedWhereTheHandshakeEnds() throws Exception {
        List<byte[]> given = new ArrayList<>();
        var server = new Party(new CurveServer(Keys.SERVER, false, Keys.metadata("PULL"), bytes -> {
            Arrays.fill(bytes, (byte) 0x52);
            given.add(bytes);
        }));
        server.start().receive(Keys.client().start().next());
        byte[] cookie = cookie(server);

        malformed(() -> server.receive(initiate(cookie, 2, new byte[96])), "vouch does not open");

        assertThat(given.stream().filter(bytes -> bytes.length == 32))
                .hasSize(2)
                .allSatisfy(bytes -> assertThat(bytes).containsOnly(0));
    }

    /** As far as it has come: after HELLO, WELCOME, INITIATE, or before the client may come in. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void secretsAreClearedWhereverTheConnectionEnds(int commands) throws Exception {
        List<byte[]> given = new ArrayList<>();
        Randomness noting = bytes -> {
            SystemRandomness.INSTANCE.fill(bytes);
            given.add(bytes);
        };
        var client = new CurveClient(Keys.CLIENT, Keys.SERVER.publicKey(), Keys.metadata("PUSH"), noting);
        var server = new CurveServer(Keys.SERVER, true, Keys.metadata("PULL"), noting);
        Mechanism.Step step = worked(client.start());
        for (int i = 1; i < commands; i++) {
            Command command = step.send().get(0);
            step = worked((i % 2 == 1 ? server : client).receive(command));
        }
        assertThat(step.ask() instanceof Ask.Authenticate).isEqualTo(commands == 4);
        assertThat(Traces.of(client, INNOCENT)).isNotEmpty();

        client.end();
        server.end();

        assertThat(Traces.of(client, INNOCENT)).isEmpty();
        assertThat(Traces.of(server, INNOCENT)).isEmpty();
        if (step.ask() != null) {
            assertThat(Traces.of(step.ask(), INNOCENT)).isEmpty();
        }
        assertThat(given.stream().filter(bytes -> bytes.length == 32))
                .isNotEmpty()
                .allSatisfy(bytes -> assertThat(bytes).containsOnly(0));
    }

    private static Mechanism.Step worked(Mechanism.Step step) throws Exception {
        return step.ask() instanceof Ask.Work work ? work.call().resume() : step;
    }

    @Test
    void keysThatWereDestroyedConnectNothing() throws Exception {
        CurveKeyPair keys = CurveKeyPair.of(Keys.SERVER_SECRET);
        var server = new CurveServer(keys, false, Keys.metadata("PULL"), Keys.serverRandomness());
        keys.destroy();

        var ask = (Ask.Work)
                server.receive(Command.parse(Keys.client().start().next())).ask();

        assertThatThrownBy(ask::call).isInstanceOf(IllegalStateException.class).hasMessageNotContaining("51");
    }

    @Test
    void whatCannotBeSharedEndsInTheWorkAndNotInTheThreadThatReads() throws Exception {
        var server = new CurveServer(Keys.SERVER, false, Keys.metadata("PULL"), Keys.serverRandomness());
        Command hello = Hello.command(LOW_ORDER, 1, key(TRANSIENT_SECRET, SERVER));

        var ask = (Ask.Work) server.receive(hello).ask();
        Ask.Answer answer = ask.call();

        malformed(answer::resume, "low order");
    }
}
