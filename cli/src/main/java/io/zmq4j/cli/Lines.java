package io.zmq4j.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The lines of a stream as bytes, without their newlines; the last one may have none. Owned by one thread. */
final class Lines {
    /** No array is longer, on any JVM. */
    private static final int LONGEST = Integer.MAX_VALUE - 8;

    private final InputStream in;
    private byte[] buffer = new byte[1 << 16];
    private int from;
    private int to;
    private boolean ended;

    Lines(InputStream in) {
        this.in = in;
    }

    /** The next line, or null at the end. */
    byte @Nullable [] next() throws IOException {
        int searched = from;
        while (true) {
            for (int i = searched; i < to; i++) {
                if (buffer[i] == '\n') {
                    return take(i, i + 1);
                }
            }
            int waiting = to - from;
            if (!fill()) {
                return from == to ? null : take(to, to);
            }
            searched = from + waiting;
        }
    }

    /** Everything that is left, or null if the end was there already. */
    byte @Nullable [] rest() throws IOException {
        if (ended) {
            return null;
        }
        while (fill()) {
            // Until the end.
        }
        return take(to, to);
    }

    private byte[] take(int end, int next) {
        var line = Arrays.copyOfRange(buffer, from, end);
        from = next;
        return line;
    }

    private boolean fill() throws IOException {
        if (ended) {
            return false;
        }
        if (to == buffer.length) {
            var target = from > 0 ? buffer : new byte[larger()];
            System.arraycopy(buffer, from, target, 0, to - from);
            buffer = target;
            to -= from;
            from = 0;
        }
        int count = in.read(buffer, to, buffer.length - to);
        if (count < 0) {
            ended = true;
            return false;
        }
        to += count;
        return true;
    }

    private int larger() throws IOException {
        if (buffer.length == LONGEST) {
            throw new IOException("stdin has a message of more than " + LONGEST + " bytes, the most there can be");
        }
        return (int) Math.min(2L * buffer.length, LONGEST);
    }
}
