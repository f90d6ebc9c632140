package io.zmq4j.curve;

import io.zmq4j.curve.cipher.SecretBox;
import io.zmq4j.zmtp.wire.Command;
import io.zmq4j.zmtp.wire.Metadata;
import io.zmq4j.zmtp.wire.ProtocolException;
import io.zmq4j.zmtp.wire.Unsigned;
import java.util.Arrays;

/**
 * The client's second command, in which it tells who it is (RFC 26, "The INITIATE Command").
 *
 * <pre>
 *  +--------------+--------+-------------+--------------------------------------+
 *  | 8 "INITIATE" | cookie | short nonce | Box [C + vouch + metadata](C' to S') |
 *  +--------------+--------+-------------+--------------------------------------+
 *       0..8        9..104    105..112                 113..
 *
 *   in the box     0..31 C     32..127 vouch     128.. metadata
 * </pre>
 *
 * @param clientKey C
 * @param text all that was in the box
 */
record Initiate(byte[] clientKey, byte[] text) {
    static final String NAME = "INITIATE";

    private static final int SMALLEST = 257;
    private static final int COOKIE_AT = 9;
    private static final int NONCE_AT = 105;
    private static final int BOX_AT = 113;
    private static final int KEY_SIZE = 32;
    private static final int VOUCH_AT = 32;
    private static final int METADATA_AT = 128;

    /** {@code key} is the one of c' and S'. */
    static Command command(byte[] cookie, long nonce, byte[] clientKey, byte[] vouch, Metadata metadata, byte[] key) {
        byte[] text = Octets.concat(clientKey, vouch, metadata.encode());
        byte[] box = SecretBox.seal(key, Nonces.ofShort(Nonces.INITIATE, nonce), text);
        var number = new byte[Nonces.SHORT];
        Unsigned.putUint64(number, 0, nonce);
        return new Command(NAME, Octets.concat(Command.prefix(NAME), cookie, number, box));
    }

    static void check(Command command) throws ProtocolException {
        Octets.expect(NAME, command);
        int size = command.body().length;
        if (size < SMALLEST) {
            throw Octets.malformed("an INITIATE of %d bytes, it has %d at least".formatted(size, SMALLEST));
        }
    }

    static long nonce(byte[] body) {
        return Unsigned.uint64(body, NONCE_AT);
    }

    static Cookie cookie(byte[] body, byte[] cookieKey) throws ProtocolException {
        return Cookie.open(body, COOKIE_AT, cookieKey);
    }

    /** {@code key} is the one of s' and C'. */
    static Initiate open(byte[] body, byte[] key) throws ProtocolException {
        byte[] nonce = Nonces.of(Nonces.INITIATE, body, NONCE_AT);
        byte[] text = Octets.open("INITIATE's box", key, nonce, body, BOX_AT, body.length - BOX_AT);
        return new Initiate(Arrays.copyOf(text, KEY_SIZE), text);
    }

    /** Refuses a client that does not own C; {@code vouchKey} is the one of s' and C. */
    void verify(byte[] vouchKey, byte[] transientKey, byte[] serverKey) throws ProtocolException {
        Vouch.verify(text, VOUCH_AT, vouchKey, transientKey, serverKey);
    }

    Metadata metadata() throws ProtocolException {
        return Metadata.parse(text, METADATA_AT);
    }
}
