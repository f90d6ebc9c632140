package io.zmq4j.gssapi;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zmq4j.talk.Party;
import io.zmq4j.talk.Talker;
import io.zmq4j.zmtp.CloseReason;
import io.zmq4j.zmtp.SocketType;
import io.zmq4j.zmtp.mechanism.Ask;
import io.zmq4j.zmtp.mechanism.Mechanism;
import io.zmq4j.zmtp.mechanism.Sealer;
import io.zmq4j.zmtp.mechanism.Verdict;
import io.zmq4j.zmtp.wire.Command;
import io.zmq4j.zmtp.wire.Metadata;
import io.zmq4j.zmtp.wire.ProtocolException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.ietf.jgss.GSSContext;
import org.ietf.jgss.GSSCredential;
import org.ietf.jgss.GSSManager;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What both sides say to each other, and insist on. */
class HandshakeTest {
    private static final byte[] READY = "\5READY\13Socket-Type\0\0\0\4".getBytes(ISO_8859_1);
    private static final Gssapi CLEAR_CLIENT = Realm.client().withoutEncryption();
    private static final Gssapi CLEAR_SERVER = Realm.server().withoutEncryption();

    private static void refused(ThrowingCallable call, CloseReason reason, int status, String detail) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(ProtocolException.class, refusal -> {
                    assertThat(refusal.reason()).isEqualTo(reason);
                    assertThat(refusal.status()).isEqualTo(status);
                })
                .hasMessageContaining(detail);
    }

    private static Party client(Gssapi security) throws ProtocolException {
        return Party.of(security, "PUSH").start();
    }

    private static Party server(Gssapi security) throws ProtocolException {
        return Party.of(security, "PULL").start();
    }

    /** Up to where the server has told READY, which is not taken yet. */
    private static void agree(Party client, Party server) throws ProtocolException {
        server.receive(client.next());
        client.receive(server.next());
        server.receive(client.next());
    }

    private static void complete(Party client, Party server) throws ProtocolException {
        agree(client, server);
        client.receive(server.next());
        server.receive(client.next());
    }

    private static byte[] ready(String type) {
        byte[] ready = Arrays.copyOf(READY, READY.length + 4);
        System.arraycopy(type.getBytes(ISO_8859_1), 0, ready, READY.length, 4);
        return ready;
    }

    @Test
    @DisplayName("RFC 38, as libzmq has it: INITIATE, INITIATE, a command without anything, READY, READY")
    void commandsAreInLibzmqsOrderAndForm() throws Exception {
        Party client = client(CLEAR_CLIENT);
        Party server = server(CLEAR_SERVER);
        assertThat(server.sent).isEmpty();

        byte[] first = client.next();
        assertThat(new String(first, 0, 9, ISO_8859_1)).isEqualTo("\10INITIATE");
        assertThat(Arrays.copyOfRange(first, 9, 13))
                .isEqualTo(new byte[] {0, 0, (byte) (first.length - 13 >>> 8), (byte) (first.length - 13)});
        // RFC 2743, 3.1: the mechanism's object identifier is in front of a first token.
        assertThat(first[13]).isEqualTo((byte) 0x60);
        server.receive(first);
        byte[] second = server.next();
        assertThat(new String(second, 0, 9, ISO_8859_1)).isEqualTo("\10INITIATE");
        client.receive(second);
        assertThat(client.next()).isEmpty();
        server.receive(new byte[0]);
        assertThat(server.next()).isEqualTo(ready("PULL"));
        client.receive(ready("PULL"));
        assertThat(client.next()).isEqualTo(ready("PUSH"));
        server.receive(ready("PUSH"));

        assertThat(client.sent).isEmpty();
        assertThat(server.sent).isEmpty();
        assertThat(client.peer.value("Socket-Type")).isEqualTo("PULL".getBytes(ISO_8859_1));
        assertThat(server.peer.value("Socket-Type")).isEqualTo("PUSH".getBytes(ISO_8859_1));
        assertThat(client.seal).isNull();
        assertThat(server.seal).isNull();
    }

    @Test
    void encryptedReadyIsAMessage() throws Exception {
        Party client = client(Realm.client());
        Party server = server(Realm.server());
        agree(client, server);

        byte[] fromServer = server.next();
        client.receive(fromServer);
        byte[] fromClient = client.next();
        server.receive(fromClient);

        for (byte[] ready : List.of(fromServer, fromClient)) {
            assertThat(new String(ready, ISO_8859_1))
                    .startsWith("\7MESSAGE\0\0\0")
                    .doesNotContain("READY", "Socket-Type");
            assertThat(ready[11] & 0xFF).isEqualTo(ready.length - 12);
            // RFC 4121, 4.2.6.2: a wrap token.
            assertThat(Arrays.copyOfRange(ready, 12, 14)).isEqualTo(new byte[] {5, 4});
        }
        assertThat(client.seal).isNotNull();
        assertThat(server.seal).isNotNull();
        assertThat(server.peer.value("Socket-Type")).isEqualTo("PUSH".getBytes(ISO_8859_1));
    }

    @Test
    void whatMayTakeLongIsWork() throws Exception {
        Mechanism client = Realm.client().create(new Metadata(), false);
        Mechanism server = Realm.server().create(new Metadata(), false);

        Mechanism.Step begun = client.start();
        assertThat(begun.send()).isEmpty();
        Command first = ((Ask.Work) begun.ask()).call().resume().send().get(0);
        Mechanism.Step accepting = server.receive(first);
        assertThat(accepting.send()).isEmpty();
        Command second = ((Ask.Work) accepting.ask()).call().resume().send().get(0);
        Mechanism.Step completing = client.receive(second);

        assertThat(completing.send()).isEmpty();
        assertThat(completing.ask()).isInstanceOf(Ask.Work.class);
    }

    @Test
    void theOneWhoDecidesIsToldThePrincipal() throws Exception {
        Party client = client(Realm.client());
        Party server = Party.of(Realm.server(), "PULL", true).start();

        complete(client, server);

        assertThat(server.credentials).containsExactly(Realm.ANNA.getBytes(UTF_8));
        assertThat(server.seal).isNotNull();
    }

    @Test
    void nobodyIsAskedIfNobodyIsToDecide() throws Exception {
        Party server = server(Realm.server());

        complete(client(Realm.client()), server);

        assertThat(server.credentials).isEmpty();
    }

    @Test
    void aRefusedClientIsToldNothingOfUs() throws Exception {
        Party client = client(Realm.client());
        Party server = Party.of(Realm.server(), "PULL", true).start();
        server.verdict = new Verdict(Verdict.Status.AUTHENTICATION_FAILURE, "no", "", new Metadata());

        agree(client, server);

        assertThat(server.sent).isEmpty();
        assertThat(server.peer).isNull();
    }

    @Test
    void whoHasLoggedInByHimselfGivesACredential() throws Exception {
        GSSCredential bob = Realm.credential(Realm.BOB, GSSCredential.INITIATE_ONLY);
        Gssapi security = Realm.client().withCredential(bob);
        for (int i = 0; i < 2; i++) {
            Party server = Party.of(Realm.server(), "PULL", true).start();

            complete(client(security), server);

            assertThat(server.credentials).containsExactly(Realm.BOB.getBytes(UTF_8));
        }
        bob.dispose();

        refused(() -> client(security), CloseReason.AUTHENTICATION_FAILED, 300, "");
    }

    @Test
    void aServerMayHaveACredentialAsWell() throws Exception {
        GSSCredential other = Realm.credential(Realm.OTHER_SERVICE, GSSCredential.ACCEPT_ONLY);
        Party server = server(Realm.server().withCredential(other));

        complete(client(Realm.clientOf(Realm.OTHER_SERVICE)), server);

        assertThat(server.seal).isNotNull();
    }

    @Test
    void principalsMayBeWrittenInAnyWay() throws Exception {
        Party byHost = Party.of(Gssapi.server("zmq@localhost"), "PULL", true).start();
        complete(client(Gssapi.client("anna", "zmq@localhost").withPrincipalType(GssapiNameType.USER_NAME)), byHost);
        assertThat(byHost.credentials).containsExactly(Realm.ANNA.getBytes(UTF_8));

        Party byPrincipal = Party.of(Realm.server(), "PULL", true).start();
        Gssapi anna = Gssapi.client(Realm.ANNA, Realm.SERVICE)
                .withPrincipalType(GssapiNameType.KRB5_PRINCIPAL)
                .withServicePrincipalType(GssapiNameType.KRB5_PRINCIPAL);
        complete(client(anna), byPrincipal);
        assertThat(byPrincipal.credentials).containsExactly(Realm.ANNA.getBytes(UTF_8));
    }

    @Test
    void aServiceThatNobodyKnowsMayComeToBe() {
        refused(
                () -> client(Realm.clientOf(Realm.NOBODY)),
                CloseReason.AUTHENTICATION_FAILED,
                300,
                "no ticket for zmq/nowhere@ZMQ4J.TEST");
    }

    @Test
    void aPrincipalThatHasNotLoggedInMayDoSo() {
        Gssapi bob = Gssapi.client(Realm.BOB, Realm.SERVICE)
                .withPrincipalType(GssapiNameType.KRB5_PRINCIPAL)
                .withServicePrincipalType(GssapiNameType.KRB5_PRINCIPAL);

        refused(() -> client(bob), CloseReason.AUTHENTICATION_FAILED, 300, "no credentials to talk to");
    }

    @Test
    void aServerWithoutItsKeyLetsNobodyIn() throws Exception {
        Gssapi other = Gssapi.server(Realm.OTHER_SERVICE).withPrincipalType(GssapiNameType.KRB5_PRINCIPAL);
        for (String service : List.of(Realm.SERVICE, Realm.OTHER_SERVICE)) {
            byte[] token = client(Realm.clientOf(service)).next();

            refused(
                    () -> server(other).receive(token),
                    CloseReason.AUTHENTICATION_FAILED,
                    400,
                    "the client does not prove itself");
        }
    }

    @Test
    void aServerThatDoesNotKnowItsNameSaysSo() throws Exception {
        Gssapi server = Gssapi.server("@").withPrincipalType(GssapiNameType.KRB5_PRINCIPAL);
        byte[] token = client(Realm.client()).next();

        refused(() -> server(server).receive(token), CloseReason.AUTHENTICATION_FAILED, 300, "no key");
    }

    @Test
    void aTicketForAnotherServiceIsRefused() throws Exception {
        byte[] token = client(Realm.clientOf(Realm.OTHER_SERVICE)).next();
        Party server = server(Realm.server());

        refused(() -> server.receive(token), CloseReason.AUTHENTICATION_FAILED, 400, "does not prove itself");
    }

    @Test
    void aTokenCountsOnce() throws Exception {
        byte[] token = client(Realm.client()).next();
        server(Realm.server()).receive(token);

        refused(
                () -> server(Realm.server()).receive(token),
                CloseReason.AUTHENTICATION_FAILED,
                400,
                "does not prove itself");
    }

    @Test
    void theAnswerToAnotherClientIsRefused() throws Exception {
        Party one = client(Realm.client());
        Party other = client(Realm.client());
        Party server = server(Realm.server());
        server.receive(one.next());

        refused(() -> other.receive(server.next()), CloseReason.AUTHENTICATION_FAILED, 400, "does not prove itself");
    }

    /** A context that a client asks for in another way than both implementations do. */
    private static Command asking(boolean mutual, boolean confidential, boolean replay) throws Exception {
        var manager = GSSManager.getInstance();
        GSSContext context = manager.createContext(
                manager.createName(Realm.SERVICE, Kerberos.PRINCIPAL_NAME),
                Kerberos.MECHANISM,
                Realm.credential(Realm.BOB, GSSCredential.INITIATE_ONLY),
                GSSContext.DEFAULT_LIFETIME);
        context.requestMutualAuth(mutual);
        context.requestConf(confidential);
        context.requestReplayDet(replay);
        context.requestSequenceDet(false);
        return Initiate.command(context.initSecContext(new byte[0], 0, 0));
    }

    @Test
    void theServerInsistsOnWhatProtects() throws Exception {
        Command weak = asking(false, true, true);
        refused(
                () -> server(Realm.server()).receive(weak),
                CloseReason.AUTHENTICATION_FAILED,
                400,
                "the server does not prove itself");
        for (Command less : List.of(asking(true, false, true), asking(true, true, false))) {
            refused(
                    () -> server(Realm.server()).receive(less),
                    CloseReason.AUTHENTICATION_FAILED,
                    400,
                    "does not encrypt, or does not tell what comes again");
        }
        server(Realm.server()).receive(asking(true, true, true));
    }

    @Test
    void bothSidesEncryptOrNeither() throws Exception {
        Party encrypting = server(Realm.server());
        refused(
                () -> complete(client(CLEAR_CLIENT), encrypting),
                CloseReason.AUTHENTICATION_FAILED,
                400,
                "does not encrypt");

        Party clear = server(CLEAR_SERVER);
        Party client = client(Realm.client());
        agree(client, clear);
        refused(
                () -> client.receive(clear.next()),
                CloseReason.UNEXPECTED_COMMAND,
                0,
                "READY came where MESSAGE belongs");
    }

    @ParameterizedTest
    @CsvSource({
        "'', has no token",
        "00000000, has no token",
        "000000, has no token",
        "0000000060, declares a token of 0 bytes and has 1",
        "0000000260, declares a token of 2 bytes and has 1",
        "ffffffff60, declares a token of 4294967295 bytes and has 1",
    })
    void aTokenFillsItsCommand(String data, String detail) throws Exception {
        var initiate = Command.of("INITIATE", HexFormat.of().parseHex(data));

        refused(() -> server(Realm.server()).receive(initiate), CloseReason.MALFORMED_COMMAND, 0, detail);
    }

    @Test
    void noTokenIsLargerThanWhatAHandshakeTakes() throws Exception {
        assertThat(Initiate.command(new byte[65_523]).body()).hasSize(65_536);
        refused(() -> Initiate.command(new byte[65_524]), CloseReason.MALFORMED_COMMAND, 0, "65524 bytes");
        var large = new byte[65_524 + 4];
        large[2] = (byte) 0xFF;
        large[3] = (byte) 0xF4;
        large[1] = 0;
        refused(
                () -> server(Realm.server()).receive(Command.of("INITIATE", large)),
                CloseReason.MALFORMED_COMMAND,
                0,
                "a token of 65524 bytes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"60", "6000", "60847fffffff", "6e84ffffffff", "0000", "60820002aaaa"})
    void aTokenThatIsNoneIsRefused(String token) throws Exception {
        Command initiate = Initiate.command(HexFormat.of().parseHex(token));

        refused(
                () -> server(Realm.server()).receive(initiate),
                CloseReason.AUTHENTICATION_FAILED,
                400,
                "the client does not prove itself");
    }

    @Test
    void aContextIsDisposedOfWhenItHasDoneItsWork() throws Exception {
        var key = new Credentials(new Principal(Realm.SERVICE, GssapiNameType.KRB5_PRINCIPAL), null);
        byte[] token = Initiate.token(Command.parse(client(CLEAR_CLIENT).next()));
        SecurityContext context = Acceptor.of(key, token, false).context();
        assertThat(context.client()).isEqualTo(Realm.ANNA);

        Ready.done(context, false, new Metadata());

        assertThatThrownBy(context::client).isInstanceOf(ProtocolException.class);
    }

    @Test
    void aContextIsDisposedOfWithItsConnection() throws Exception {
        Party client = client(Realm.client());
        complete(client, server(Realm.server()));
        Sealer sealer = client.seal.sealer();
        assertThat(sealer.sealedSize(0, new byte[1])).isPositive();

        sealer.end();
        sealer.end();

        assertThatThrownBy(() -> sealer.sealedSize(0, new byte[1])).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void itIsTheSameOneByteAtATime() throws Exception {
        Talker push = Talkers.client(SocketType.PUSH);
        Talker pull = Talkers.askingServer(SocketType.PULL);
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

        assertThat(push.peer.socketType()).isEqualTo("PULL");
        assertThat(pull.peer.socketType()).isEqualTo("PUSH");
        assertThat(pull.peer.mechanism()).isEqualTo("GSSAPI");
        assertThat(pull.credentials).containsExactly(Realm.ANNA);
    }
}
