package io.zmq4j.curve.cipher;

import java.nio.ByteBuffer;
import org.bouncycastle.crypto.engines.XSalsa20Engine;
import org.bouncycastle.crypto.macs.Poly1305;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.crypto.params.ParametersWithIV;

/** NaCl's boxes as another implementation makes them. */
public final class Reference {
    private Reference() {}

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
