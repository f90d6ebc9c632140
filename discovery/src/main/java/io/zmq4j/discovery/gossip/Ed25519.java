package io.zmq4j.discovery.gossip;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;

/** Ed25519 (RFC 8032) as the JDK has it, with a key pair that is made anew for each node. */
public final class Ed25519 implements Signing {
    private static final String NAME = "Ed25519";

    /** What stands before the 32 bytes in an encoded public key (RFC 8410 section 4): SEQUENCE, SEQUENCE, OID 1.3.101.112, BIT STRING. */
    private static final byte[] PREFIX = {0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00};

    private final KeyPair pair;
    private final byte[] publicKey;

    /**
     * Makes a key pair.
     *
     * @throws IllegalStateException if this JVM has no Ed25519: in an image of one's own, the module {@code jdk.crypto.ec} is missing
     */
    public Ed25519() {
        try {
            pair = KeyPairGenerator.getInstance(NAME).generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JVM has no " + NAME + ": before Java 22 it is in jdk.crypto.ec", e);
        }
        byte[] encoded = pair.getPublic().getEncoded();
        publicKey = Arrays.copyOfRange(encoded, PREFIX.length, encoded.length);
    }

    @Override
    public byte[] publicKey() {
        return publicKey.clone();
    }

    @Override
    public byte[] sign(byte[] bytes) {
        try {
            Signature signature = Signature.getInstance(NAME);
            signature.initSign(pair.getPrivate());
            signature.update(bytes);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot sign", e);
        }
    }

    @Override
    public boolean isSigned(byte[] key, byte[] bytes, byte[] signed) {
        try {
            byte[] encoded = Arrays.copyOf(PREFIX, PREFIX.length + key.length);
            System.arraycopy(key, 0, encoded, PREFIX.length, key.length);
            Signature signature = Signature.getInstance(NAME);
            signature.initVerify(KeyFactory.getInstance(NAME).generatePublic(new X509EncodedKeySpec(encoded)));
            signature.update(bytes);
            return signature.verify(signed);
        } catch (GeneralSecurityException | RuntimeException e) {
            // A key that is no point of the curve, or a signature that is no number of its group.
            return false;
        }
    }
}
