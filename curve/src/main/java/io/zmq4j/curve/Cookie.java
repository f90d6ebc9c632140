package io.zmq4j.curve;

import io.zmq4j.curve.cipher.SecretBox;
import io.zmq4j.zmtp.wire.ProtocolException;
import java.util.Arrays;

/**
 * What a server must know to go on, kept by the client, who cannot read it (RFC 26, "The WELCOME Command").
 *
 * <pre>
 *  +------------+-----------------+
 *  | long nonce | Box [C' + s'](K) |
 *  +------------+-----------------+
 *      0..15          16..95
 * </pre>
 *
 * Each connection has a key K of its own, so a cookie is of no use on another, and none after the first INITIATE, with which K is
 * dropped.
 *
 * @param clientKey C'
 * @param ownSecret s'
 */
record Cookie(byte[] clientKey, byte[] ownSecret) {
    static final int SIZE = 96;

    private static final int BOX_AT = 16;
    private static final int KEY_SIZE = 32;

    byte[] sealed(byte[] longNonce, byte[] cookieKey) {
        byte[] text = Octets.concat(clientKey, ownSecret);
        byte[] box = SecretBox.seal(cookieKey, Nonces.of(Nonces.COOKIE, longNonce, 0), text);
        Arrays.fill(text, (byte) 0);
        return Octets.concat(longNonce, box);
    }

    /** Opens the one that begins at a position. */
    static Cookie open(byte[] bytes, int at, byte[] cookieKey) throws ProtocolException {
        byte[] nonce = Nonces.of(Nonces.COOKIE, bytes, at);
        byte[] text = Octets.open("INITIATE's cookie", cookieKey, nonce, bytes, at + BOX_AT, SIZE - BOX_AT);
        var cookie = new Cookie(Arrays.copyOf(text, KEY_SIZE), Arrays.copyOfRange(text, KEY_SIZE, text.length));
        Arrays.fill(text, (byte) 0);
        return cookie;
    }
}
