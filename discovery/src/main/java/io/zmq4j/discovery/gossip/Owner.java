package io.zmq4j.discovery.gossip;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;

/** Whose an entry is: a public key of Ed25519, so that nobody else can speak for it. */
record Owner(byte[] key) {
    static final int BYTES = 32;

    static Owner read(ByteBuffer from) {
        byte[] key = new byte[BYTES];
        from.get(key);
        return new Owner(key);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Owner owner && Arrays.equals(key, owner.key);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(key);
    }

    /** The first bytes, as people compare them. */
    @Override
    public String toString() {
        return HexFormat.of().formatHex(key, 0, 4);
    }
}
