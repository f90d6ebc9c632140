package io.zmq4j.curve;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.curve.cipher.Reference;
import io.zmq4j.talk.Party;
import io.zmq4j.zmtp.wire.FrameFlags;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A whole conversation, octet for octet, as another implementation of the ciphers makes it. */
class TranscriptTest {
    private static final byte[] CLIENT_TRANSIENT_SECRET = Keys.filled(0xC2);
    private static final byte[] CLIENT_TRANSIENT = Keys.publicKey(CLIENT_TRANSIENT_SECRET);
    private static final byte[] SERVER_TRANSIENT_SECRET = Keys.filled(0x52);
    private static final byte[] SERVER_TRANSIENT = Keys.publicKey(SERVER_TRANSIENT_SECRET);
    private static final byte[] CLIENT = Keys.publicKey(Keys.CLIENT_SECRET);
    private static final byte[] SERVER = Keys.publicKey(Keys.SERVER_SECRET);
    private static final byte[] PUSH = property("PUSH");
    private static final byte[] PULL = property("PULL");

    private static byte[] property(String socketType) {
        return concat(text("\13Socket-Type"), new byte[] {0, 0, 0, 4}, text(socketType));
    }

    private static byte[] text(String text) {
        return text.getBytes(US_ASCII);
    }

    private static byte[] concat(byte[]... parts) {
        var all = ByteBuffer.allocate(100_000);
        for (byte[] part : parts) {
            all.put(part);
        }
        var bytes = new byte[all.position()];
        all.flip().get(bytes);
        return bytes;
    }

    private static byte[] number(long value) {
        return ByteBuffer.allocate(8).putLong(value).array();
    }

    /** A box between the owners of two keys. */
    private static byte[] box(byte[] secretKey, byte[] publicKey, String prefix, byte[] nonce, byte[] text) {
        return Reference.box(Reference.boxKey(secretKey, publicKey), concat(text(prefix), nonce), text);
    }

    private static byte[] hello() {
        return concat(
                text("\5HELLO"),
                new byte[] {1, 0},
                new byte[72],
                CLIENT_TRANSIENT,
                number(1),
                box(CLIENT_TRANSIENT_SECRET, SERVER, "CurveZMQHELLO---", number(1), new byte[64]));
    }

    private static byte[] cookie() {
        byte[] nonce = Keys.filled(0x54, 16);
        byte[] text = concat(CLIENT_TRANSIENT, SERVER_TRANSIENT_SECRET);
        return concat(nonce, Reference.box(Keys.filled(0x53), concat(text("COOKIE--"), nonce), text));
    }

    private static byte[] welcome() {
        byte[] nonce = Keys.filled(0x55, 16);
        return concat(
                text("\7WELCOME"),
                nonce,
                box(Keys.SERVER_SECRET, CLIENT_TRANSIENT, "WELCOME-", nonce, concat(SERVER_TRANSIENT, cookie())));
    }

    private static byte[] initiate() {
        byte[] vouchNonce = Keys.filled(0xC3, 16);
        byte[] vouch =
                box(Keys.CLIENT_SECRET, SERVER_TRANSIENT, "VOUCH---", vouchNonce, concat(CLIENT_TRANSIENT, SERVER));
        return concat(
                text("\10INITIATE"),
                cookie(),
                number(2),
                box(
                        CLIENT_TRANSIENT_SECRET,
                        SERVER_TRANSIENT,
                        "CurveZMQINITIATE",
                        number(2),
                        concat(CLIENT, vouchNonce, vouch, PUSH)));
    }

    private static byte[] ready() {
        return concat(
                text("\5READY"),
                number(1),
                box(SERVER_TRANSIENT_SECRET, CLIENT_TRANSIENT, "CurveZMQREADY---", number(1), PULL));
    }

    private static byte[] message(String prefix, long nonce, int flags, String body) {
        return concat(
                text("\7MESSAGE"),
                number(nonce),
                box(
                        CLIENT_TRANSIENT_SECRET,
                        SERVER_TRANSIENT,
                        prefix,
                        number(nonce),
                        concat(new byte[] {(byte) flags}, text(body))));
    }

    private static byte[] sealed(Party party, int flags, String body) {
        var sealer = party.seal.sealer();
        var into = new byte[(int) sealer.sealedSize(flags, text(body))];
        sealer.seal(flags, text(body), into, 0);
        return into;
    }

    @Test
    @DisplayName("RFC 26: HELLO, WELCOME, INITIATE, READY and MESSAGE are as it says, octet for octet")
    void theWholeConversation() throws Exception {
        Party client = Keys.client().start();
        Party server = Keys.server().start();
        assertThat(server.sent).isEmpty();

        byte[] hello = client.next();
        assertThat(hello).hasSize(200).isEqualTo(hello());
        server.receive(hello);
        byte[] welcome = server.next();
        assertThat(welcome).hasSize(168).isEqualTo(welcome());
        client.receive(welcome);
        byte[] initiate = client.next();
        assertThat(initiate).hasSize(257 + PUSH.length).isEqualTo(initiate());
        server.receive(initiate);
        byte[] ready = server.next();
        assertThat(ready).hasSize(30 + PULL.length).isEqualTo(ready());
        client.receive(ready);

        assertThat(server.peer.asText()).containsExactly(Map.entry("Socket-Type", "PUSH"));
        assertThat(client.peer.asText()).containsExactly(Map.entry("Socket-Type", "PULL"));
        assertThat(sealed(client, 0, "to S")).isEqualTo(message("CurveZMQMESSAGEC", 3, 0, "to S"));
        assertThat(sealed(client, FrameFlags.MORE, "")).isEqualTo(message("CurveZMQMESSAGEC", 4, 1, ""));
        assertThat(sealed(server, 0, "to C")).isEqualTo(message("CurveZMQMESSAGES", 2, 0, "to C"));
        assertThat(sealed(server, FrameFlags.COMMAND, "\4PING\0\0"))
                .isEqualTo(message("CurveZMQMESSAGES", 3, 2, "\4PING\0\0"));
    }

    /** So that an error that both implementations of the ciphers had would show: made once by libsodium and noted here. */
    @Test
    void theFirstBoxIsTheOneOfLibsodium() throws Exception {
        byte[] hello = Keys.client().start().next();

        assertThat(HexFormat.of().formatHex(hello, 80, 200)).isEqualTo(LIBSODIUMS_HELLO);
    }

    private static final String LIBSODIUMS_HELLO = "b63d05558f21e85cf2e5721509301077a508733b05dff3e6f518ea04aec42c65"
            + "0000000000000001382e09eb18b2156ddedb536422bf753e11382ec384b3c8bb"
            + "cd01892e03da66d9ae5daa65b26ba194ae52521b6e99c62448d2910dd35f751a"
            + "d8701d9a74758a5f612558c756e2b70cbc3bcaba5bb39da9";
}
