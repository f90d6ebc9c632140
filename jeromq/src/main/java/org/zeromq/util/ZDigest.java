package org.zeromq.util;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The SHA-1 of some bytes, to see whether they have changed. Not for secrets: collisions can be made. Not safe for several threads. */
public class ZDigest {
    private static final int BUFFER_SIZE = 8192;

    private final byte[] buffer;
    private final MessageDigest digest = sha1();

    public ZDigest() {
        this(new byte[BUFFER_SIZE]);
    }

    /** With a buffer to read streams by. */
    public ZDigest(byte[] buffer) {
        this.buffer = buffer;
    }

    private static MessageDigest sha1() {
        try {
            return MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        }
    }

    /** Adds all that a stream still has. */
    public ZDigest update(InputStream input) throws IOException {
        for (int count = input.read(buffer); count >= 0; count = input.read(buffer)) {
            digest.update(buffer, 0, count);
        }
        return this;
    }

    public ZDigest update(byte[] input) {
        return update(input, 0, input.length);
    }

    public ZDigest update(byte[] input, int offset, int length) {
        digest.update(input, offset, length);
        return this;
    }

    /** The digest of all so far, 20 bytes. More may be added afterwards. */
    public byte[] data() {
        try {
            return ((MessageDigest) digest.clone()).digest();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("this platform's SHA-1 cannot be asked in between", e);
        }
    }

    /** The size of a digest in bytes. */
    public int size() {
        return digest.getDigestLength();
    }

    /** The digest in hexadecimal. */
    public String string() {
        return ZData.strhex(data());
    }
}
