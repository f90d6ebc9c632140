package io.zmq4j.curve;

import io.zmq4j.curve.cipher.X25519;
import io.zmq4j.zmtp.wire.ProtocolException;
import java.security.InvalidKeyException;

/** The key for boxes between the owner of a secret key and a peer. */
final class Agreement {
    private Agreement() {}

    /** {@code whose} names the peer's key if that is one with which everybody agrees on the same. */
    static byte[] key(byte[] secretKey, byte[] publicKey, String whose) throws ProtocolException {
        try {
            return X25519.boxKey(secretKey, publicKey);
        } catch (InvalidKeyException e) {
            throw Octets.malformed(whose + " is a point of low order, with which no secret can be shared");
        }
    }
}
