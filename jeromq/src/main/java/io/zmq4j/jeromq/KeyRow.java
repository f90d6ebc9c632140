package io.zmq4j.jeromq;

import io.zmq4j.Socket;
import io.zmq4j.curve.CurvePublicKey;
import java.nio.charset.StandardCharsets;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import zmq.Options;
import zmq.io.mechanism.Mechanisms;

/** A key of CURVE: 32 bytes, or the 40 characters of Z85 for them. Sets the mechanism as well. */
record KeyRow(Function<Options, byte[]> getter, BiConsumer<Options, byte[]> keeper) implements OptionRow {
    @Override
    public @Nullable Object get(Options kept, @Nullable Socket socket) {
        return getter.apply(kept).clone();
    }

    @Override
    public boolean set(Options kept, @Nullable Socket socket, @Nullable Object value) {
        byte[] key = key(value);
        if (key == null) {
            return false;
        }
        keeper.accept(kept, key);
        kept.mechanism = Mechanisms.CURVE;
        return true;
    }

    private static byte @Nullable [] key(@Nullable Object value) {
        if (value instanceof byte[] bytes) {
            return bytes.length == Options.CURVE_KEYSIZE
                    ? bytes.clone()
                    : ofText(new String(bytes, StandardCharsets.ISO_8859_1));
        }
        return value instanceof String text ? ofText(text) : null;
    }

    private static byte @Nullable [] ofText(String text) {
        if (text.length() != Options.CURVE_KEYSIZE_Z85) {
            return null;
        }
        try {
            return CurvePublicKey.of(text).toBytes();
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
