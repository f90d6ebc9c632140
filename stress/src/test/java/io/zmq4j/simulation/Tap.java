package io.zmq4j.simulation;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads along what enters one direction of a connection: which {@link Parcel}s left their sender whole, and where each of them
 * ends. Knows no more of ZMTP than that: a greeting, and frames.
 */
final class Tap {
    private static final int GREETING = 64;
    private static final int MORE = 1;
    private static final int LONG = 2;
    private static final int COMMAND = 4;

    private enum State {
        FLAGS,
        SIZE,
        BODY
    }

    /** A parcel that has left whole; {@code end} is the offset behind it. */
    record Passed(long id, long end) {}

    private final List<Passed> passed = new ArrayList<>();
    private State state = State.FLAGS;
    private int greeting = GREETING;
    private int flags;
    private int sizeBytes;
    private long left;
    private boolean isFirstFrame = true;
    private final byte[] head = new byte[Parcel.HEAD];
    private int headLength;

    List<Passed> passed() {
        return passed;
    }

    /** {@code offset} of the first of these bytes. */
    void pass(byte[] bytes, int from, int length, long offset) {
        int skipped = Math.min(greeting, length);
        greeting -= skipped;
        int i = from + skipped;
        int end = from + length;
        while (i < end) {
            switch (state) {
                case FLAGS -> {
                    flags = bytes[i++];
                    sizeBytes = (flags & LONG) != 0 ? 8 : 1;
                    left = 0;
                    state = State.SIZE;
                }
                case SIZE -> {
                    left = left << 8 | bytes[i++] & 0xff;
                    if (--sizeBytes == 0) {
                        state = State.BODY;
                        endIfComplete(offset + i - from);
                    }
                }
                case BODY -> {
                    int taken = (int) Math.min(left, end - i);
                    keepHead(bytes, i, taken);
                    i += taken;
                    left -= taken;
                    endIfComplete(offset + i - from);
                }
            }
        }
    }

    private void keepHead(byte[] bytes, int from, int length) {
        if (isFirstFrame && (flags & COMMAND) == 0) {
            int kept = Math.min(length, head.length - headLength);
            System.arraycopy(bytes, from, head, headLength, kept);
            headLength += kept;
        }
    }

    private void endIfComplete(long offset) {
        if (left > 0) {
            return;
        }
        state = State.FLAGS;
        if ((flags & COMMAND) != 0) {
            return;
        }
        isFirstFrame = (flags & MORE) == 0;
        if (isFirstFrame) {
            if (headLength == head.length) {
                passed.add(new Passed(Parcel.id(head), offset));
            }
            headLength = 0;
        }
    }
}
