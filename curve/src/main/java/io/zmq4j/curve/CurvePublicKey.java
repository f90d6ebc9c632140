package io.zmq4j.curve;

import io.zmq4j.curve.cipher.X25519;
import io.zmq4j.zmtp.wire.Z85;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Objects;

/** A long-term public key: a server's, which its clients must know, or a client's, by which a server knows it. A value. */
public final class CurvePublicKey {
    /** In octets; 40 characters of {@link Z85}. */
    public static final int SIZE = X25519.KEY_SIZE;

    private final byte[] octets;

    private CurvePublicKey(byte[] octets) {
        this.octets = octets;
    }

    /**
     * A key of 32 octets, which are copied.
     *
     * @throws IllegalArgumentException if there are not as many
     */
    public static CurvePublicKey of(byte[] octets) {
        Objects.requireNonNull(octets, "octets");
        return new CurvePublicKey(checked(octets.clone()));
    }

    /**
     * A key of 40 characters in {@link Z85}.
     *
     * @throws IllegalArgumentException if they are none
     */
    public static CurvePublicKey of(CharSequence z85) {
        Objects.requireNonNull(z85, "z85");
        return new CurvePublicKey(checked(Z85.decode(z85)));
    }

    static byte[] checked(byte[] octets) {
        if (octets.length != SIZE) {
            throw new IllegalArgumentException("a key of %d bytes, allowed are %d".formatted(octets.length, SIZE));
        }
        return octets;
    }

    /** The 32 octets, a copy. */
    public byte[] toBytes() {
        return octets.clone();
    }

    /** Takes as long whatever differs. */
    @Override
    public boolean equals(Object other) {
        return other instanceof CurvePublicKey that && MessageDigest.isEqual(octets, that.octets);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(octets);
    }

    /** In {@link Z85}. */
    @Override
    public String toString() {
        return Z85.encode(octets);
    }
}
