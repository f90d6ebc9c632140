package io.zmq4j.security;

import io.zmq4j.zmtp.wire.Z85;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Public keys of those who may come in, each under its key in Z85, as other implementations name clients. */
final class Keys implements Rule {
    /** The size of a CURVE key in bytes. */
    private static final int SIZE = 32;

    private final Set<ByteBuffer> keys = new HashSet<>();

    Keys(Collection<byte[]> keys) {
        for (byte[] key : keys) {
            if (key.length != SIZE) {
                throw new IllegalArgumentException("a key of " + key.length + " bytes, a public key has " + SIZE);
            }
            this.keys.add(ByteBuffer.wrap(key.clone()));
        }
    }

    @Override
    public @Nullable String userId(List<byte[]> credentials) {
        byte[] key = credentials.get(0);
        return keys.contains(ByteBuffer.wrap(key)) ? Z85.encode(key) : null;
    }
}
