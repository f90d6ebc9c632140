package io.zmq4j.curve.cipher;

import java.nio.ByteBuffer;
import org.bouncycastle.crypto.engines.XSalsa20Engine;
import org.bouncycastle.crypto.macs.Poly1305;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.crypto.params.ParametersWithIV;
import org.bouncycastle.math.ec.rfc7748.X25519;

/** NaCl's boxes as another implementation makes them. */
public final class Reference {
    private Reference() {}

    public static byte[] publicKey(byte[] secretKey) {
        var publicKey = new byte[32];
        X25519.generatePublicKey(secretKey, 0, publicKey, 0);
        return publicKey;
    }

    /** The key for boxes between two. */
    public static byte[] boxKey(byte[] secretKey, byte[] publicKey) {
        var shared = new byte[32];
        X25519.calculateAgreement(secretKey, 0, publicKey, 0, shared, 0);
        return new HashingEngine().subkey(shared);
    }

    /** Lays open the key that an engine makes for itself, which is HSalsa20 of its own. */
    private static final class HashingEngine extends XSalsa20Engine {
        byte[] subkey(byte[] shared) {
            setKey(shared, new byte[24]);
            var key = new byte[32];
            for (int i = 0; i < 4; i++) {
                Words.putInt(key, 4 * i, engineState[1 + i]);
                Words.putInt(key, 16 + 4 * i, engineState[11 + i]);
            }
            return key;
        }
    }

    /** Tag and cipher of a text. */
    public static byte[] box(byte[] key, byte[] nonce, byte[] text) {
        var engine = new XSalsa20Engine();
        engine.init(true, new ParametersWithIV(new KeyParameter(key), nonce));
        var tagKey = new byte[32];
        engine.processBytes(tagKey, 0, 32, tagKey, 0);
        var box = new byte[16 + text.length];
        engine.processBytes(text, 0, text.length, box, 16);
        byte[] tag = tag(tagKey, box, 16, text.length);
        System.arraycopy(tag, 0, box, 0, 16);
        return box;
    }

    static byte[] tag(byte[] key, byte[] bytes, int at, int size) {
        var poly = new Poly1305();
        poly.init(new KeyParameter(key));
        poly.update(bytes, at, size);
        var tag = new byte[16];
        poly.doFinal(tag, 0);
        return tag;
    }

    /** What a {@link BoxSealer} makes of a message with this nonce. */
    static byte[] sealed(byte[] key, byte[] prefix, long nonce, int first, byte[] body) {
        byte[] whole = ByteBuffer.allocate(24).put(prefix).putLong(nonce).array();
        byte[] text =
                ByteBuffer.allocate(1 + body.length).put((byte) first).put(body).array();
        byte[] box = box(key, whole, text);
        return ByteBuffer.allocate(8 + box.length).putLong(nonce).put(box).array();
    }
}
