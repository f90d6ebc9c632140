package io.zmq4j.curve;

import io.zmq4j.curve.cipher.X25519;
import io.zmq4j.zmtp.wire.Z85;
import java.util.Arrays;
import java.util.Objects;
import javax.security.auth.Destroyable;

/**
 * A long-term secret key with its public key. The secret is in no text and in no message of an exception. Safe for any thread.
 *
 * <p>{@link #destroy} overwrites the secret; connections that are being made with it fail, those that are made go on. Whether
 * the virtual machine has kept a copy elsewhere, nobody can say.
 */
public final class CurveKeyPair implements Destroyable {
    private final CurvePublicKey publicKey;

    /** Guarded by itself; all 0 when destroyed. */
    private final byte[] secretKey;

    private volatile boolean isDestroyed;

    private CurveKeyPair(byte[] secretKey) {
        this.secretKey = secretKey;
        publicKey = CurvePublicKey.of(X25519.publicKey(secretKey));
    }

    /** A new pair. */
    public static CurveKeyPair generate() {
        return generate(SystemRandomness.INSTANCE);
    }

    static CurveKeyPair generate(Randomness randomness) {
        return new CurveKeyPair(randomness.next(X25519.KEY_SIZE));
    }

    /**
     * The pair of a secret key of 32 octets, which are copied.
     *
     * @throws IllegalArgumentException if there are not as many
     */
    public static CurveKeyPair of(byte[] secretKey) {
        Objects.requireNonNull(secretKey, "secretKey");
        return new CurveKeyPair(CurvePublicKey.checked(secretKey.clone()));
    }

    /**
     * The pair of a secret key of 40 characters in {@link Z85}.
     *
     * @throws IllegalArgumentException if they are none
     */
    public static CurveKeyPair of(CharSequence secretZ85) {
        Objects.requireNonNull(secretZ85, "secretZ85");
        return new CurveKeyPair(CurvePublicKey.checked(Z85.decode(secretZ85)));
    }

    public CurvePublicKey publicKey() {
        return publicKey;
    }

    /**
     * The secret key's 32 octets, a copy, which is the caller's to clear.
     *
     * @throws IllegalStateException if it was destroyed
     */
    public byte[] secretKey() {
        synchronized (secretKey) {
            if (isDestroyed) {
                throw new IllegalStateException("the key pair was destroyed");
            }
            return secretKey.clone();
        }
    }

    @Override
    public void destroy() {
        synchronized (secretKey) {
            isDestroyed = true;
            Arrays.fill(secretKey, (byte) 0);
        }
    }

    @Override
    public boolean isDestroyed() {
        return isDestroyed;
    }

    /** A public key has one secret key that matters, so that nobody need look at it; takes as long whatever differs. */
    @Override
    public boolean equals(Object other) {
        return other instanceof CurveKeyPair that && publicKey.equals(that.publicKey);
    }

    @Override
    public int hashCode() {
        return publicKey.hashCode();
    }

    /** The public key alone. */
    @Override
    public String toString() {
        return "CurveKeyPair[%s]".formatted(publicKey);
    }
}
