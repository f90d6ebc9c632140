package io.zmq4j.curve.cipher;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.XECPrivateKeySpec;
import java.security.spec.XECPublicKeySpec;
import java.util.Arrays;
import javax.crypto.KeyAgreement;

/**
 * The key agreement of NaCl's box (RFC 7748, section 5), by the JDK. Takes some 0.1 ms of a processor, in a fresh virtual machine
 * 50 ms once. Without state.
 */
public final class X25519 {
    public static final int KEY_SIZE = 32;

    private static final String NAME = "X25519";

    /** The u-coordinate of the point that public keys are multiples of. */
    private static final byte[] BASE = Arrays.copyOf(new byte[] {9}, KEY_SIZE);

    /** Which makes of an agreement a key for boxes. */
    private static final byte[] NO_PREFIX = new byte[Salsa20.PREFIX_SIZE];

    private X25519() {}

    /** The public key of a secret one. */
    public static byte[] publicKey(byte[] secretKey) {
        try {
            return multiply(secretKey, BASE);
        } catch (InvalidKeyException e) {
            throw new IllegalStateException("the base point was refused", e);
        }
    }

    /**
     * The key for boxes between the owners of these two.
     *
     * @throws InvalidKeyException if {@code publicKey} is one of the few points with which every secret key agrees on the same
     */
    public static byte[] boxKey(byte[] secretKey, byte[] publicKey) throws InvalidKeyException {
        byte[] shared = multiply(secretKey, publicKey);
        try {
            if (isZero(shared)) {
                throw new InvalidKeyException("a point of low order");
            }
            int[] words = Salsa20.subkey(shared, NO_PREFIX);
            var key = new byte[KEY_SIZE];
            for (int i = 0; i < words.length; i++) {
                Words.putInt(key, i * Integer.BYTES, words[i]);
            }
            Arrays.fill(words, 0);
            return key;
        } finally {
            Arrays.fill(shared, (byte) 0);
        }
    }

    private static byte[] multiply(byte[] secretKey, byte[] publicKey) throws InvalidKeyException {
        byte[] scalar = secretKey.clone();
        try {
            KeyFactory keys = KeyFactory.getInstance(NAME);
            PrivateKey own = keys.generatePrivate(new XECPrivateKeySpec(NamedParameterSpec.X25519, scalar));
            PublicKey other =
                    keys.generatePublic(new XECPublicKeySpec(NamedParameterSpec.X25519, coordinate(publicKey)));
            KeyAgreement agreement = KeyAgreement.getInstance(NAME);
            agreement.init(own);
            agreement.doPhase(other, true);
            return agreement.generateSecret();
        } catch (InvalidKeyException e) {
            throw e;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "this Java runtime has no " + NAME
                            + "; an image that jlink makes of a JDK before 22 needs the module jdk.crypto.ec",
                    e);
        } finally {
            Arrays.fill(scalar, (byte) 0);
        }
    }

    /** The lowest 255 bits, least significant octet first; the highest bit is not looked at. */
    private static BigInteger coordinate(byte[] publicKey) {
        var bytes = new byte[KEY_SIZE];
        for (int i = 0; i < KEY_SIZE; i++) {
            bytes[i] = publicKey[KEY_SIZE - 1 - i];
        }
        bytes[0] &= 0x7F;
        return new BigInteger(1, bytes);
    }

    private static boolean isZero(byte[] shared) {
        int bits = 0;
        for (byte octet : shared) {
            bits |= octet;
        }
        return bits == 0;
    }
}
