package io.zmq4j.curve;

import io.zmq4j.curve.cipher.SecretBox;
import io.zmq4j.zmtp.wire.ProtocolException;
import java.security.MessageDigest;
import java.util.Arrays;

/**
 * The client's word that its transient key is its own, and for this server (RFC 26, "The INITIATE Command").
 *
 * <pre>
 *  +------------+-------------------------+
 *  | long nonce | Box [C' + S](C to S')   |
 *  +------------+-------------------------+
 *      0..15            16..95
 * </pre>
 */
final class Vouch {
    private static final int SIZE = 96;
    private static final int BOX_AT = 16;
    private static final int KEY_SIZE = 32;

    private Vouch() {}

    /** {@code key} is the one of c and S'. */
    static byte[] of(byte[] transientKey, byte[] serverKey, byte[] longNonce, byte[] key) {
        byte[] nonce = Nonces.of(Nonces.VOUCH, longNonce, 0);
        return Octets.concat(longNonce, SecretBox.seal(key, nonce, Octets.concat(transientKey, serverKey)));
    }

    /** Without S in it, whoever a client connects to could pass its vouch on to another server. */
    static void verify(byte[] bytes, int at, byte[] key, byte[] transientKey, byte[] serverKey)
            throws ProtocolException {
        byte[] nonce = Nonces.of(Nonces.VOUCH, bytes, at);
        byte[] text = Octets.open("INITIATE's vouch", key, nonce, bytes, at + BOX_AT, SIZE - BOX_AT);
        if (!MessageDigest.isEqual(Arrays.copyOf(text, KEY_SIZE), transientKey)) {
            throw Octets.malformed("INITIATE's vouch is for another transient key");
        }
        if (!MessageDigest.isEqual(Arrays.copyOfRange(text, KEY_SIZE, text.length), serverKey)) {
            throw Octets.malformed("INITIATE's vouch is for another server");
        }
    }
}
