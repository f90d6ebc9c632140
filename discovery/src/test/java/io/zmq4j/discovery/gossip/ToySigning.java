package io.zmq4j.discovery.gossip;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/** Signs so that it costs next to nothing, and whoever knows the key could forge it: for simulations of those who do not. */
final class ToySigning implements Signing {
    private final byte[] key;

    ToySigning(long number) {
        key = Arrays.copyOf(digest(Long.toString(number).getBytes()), 32);
    }

    private static byte[] digest(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-512");
            for (byte[] part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public byte[] publicKey() {
        return key.clone();
    }

    @Override
    public byte[] sign(byte[] bytes) {
        return digest(key, bytes);
    }

    @Override
    public boolean isSigned(byte[] publicKey, byte[] bytes, byte[] signature) {
        return Arrays.equals(digest(publicKey, bytes), signature);
    }
}
