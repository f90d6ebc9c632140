package zmq.io.mechanism.curve;

import io.zmq4j.curve.CurveKeyPair;
import io.zmq4j.zmtp.wire.Z85;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** Keys for CURVE. The boxes of the mechanism are made inside it and are not for others. */
public class Curve {
    private static final int KEY_SIZE = 32;

    public Curve() {}

    /** A new pair of 32 bytes each, the public key first. */
    public byte[][] keypair() {
        CurveKeyPair pair = CurveKeyPair.generate();
        return new byte[][] {pair.publicKey().toBytes(), pair.secretKey()};
    }

    /** A new pair of 40 characters of Z85 each, the public key first. */
    public String[] keypairZ85() {
        byte[][] pair = keypair();
        return new String[] {Z85.encode(pair[0]), Z85.encode(pair[1])};
    }

    /**
     * The 40 characters of a public key's first 32 bytes.
     *
     * @throws IndexOutOfBoundsException if there are fewer
     */
    public static String z85EncodePublic(byte[] publicKey) {
        if (publicKey.length < KEY_SIZE) {
            throw new IndexOutOfBoundsException(
                    "a key of %d bytes, allowed are %d".formatted(publicKey.length, KEY_SIZE));
        }
        return Z85.encode(Arrays.copyOf(publicKey, KEY_SIZE));
    }

    /**
     * Makes no box.
     *
     * @throws UnsupportedOperationException always
     */
    public int box(byte[] ciphertext, byte[] plaintext, int length, byte[] nonce, byte[] publicKey, byte[] secretKey) {
        throw noBoxes();
    }

    /**
     * Makes no box.
     *
     * @throws UnsupportedOperationException always
     */
    public int box(
            ByteBuffer ciphertext,
            ByteBuffer plaintext,
            int length,
            ByteBuffer nonce,
            byte[] publicKey,
            byte[] secretKey) {
        throw noBoxes();
    }

    private static UnsupportedOperationException noBoxes() {
        return new UnsupportedOperationException("boxes of NaCl are made inside the mechanism CURVE alone: let sockets"
                + " encrypt by their CURVE options, and take a library for NaCl for boxes of your own");
    }
}
