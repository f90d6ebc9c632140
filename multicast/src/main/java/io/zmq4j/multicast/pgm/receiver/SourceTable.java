package io.zmq4j.multicast.pgm.receiver;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The sources that a receiver follows, in no order. There are few, and packets come in runs from the same one: the last
 * one found is looked at first, then all.
 */
final class SourceTable {
    private static final int SMALLEST = 8;

    private final int most;
    private long[] tsis = new long[SMALLEST];
    private @Nullable RemoteSource[] sources = new @Nullable RemoteSource[SMALLEST];
    private int count;
    private int lastFound;

    SourceTable(int most) {
        this.most = most;
    }

    @Nullable
    RemoteSource find(long tsi) {
        if (lastFound < count && tsis[lastFound] == tsi) {
            return sources[lastFound];
        }
        for (int i = 0; i < count; i++) {
            if (tsis[i] == tsi) {
                lastFound = i;
                return sources[i];
            }
        }
        return null;
    }

    int count() {
        return count;
    }

    boolean isFull() {
        return count == most;
    }

    RemoteSource source(int index) {
        RemoteSource source = sources[index];
        if (source == null) {
            throw new IndexOutOfBoundsException("source " + index + " of " + count);
        }
        return source;
    }

    /** There is room. */
    void add(RemoteSource source) {
        if (count == tsis.length) {
            tsis = Arrays.copyOf(tsis, 2 * count);
            sources = Arrays.copyOf(sources, 2 * count);
        }
        tsis[count] = source.tsi().value();
        sources[count] = source;
        lastFound = count++;
    }

    /** Another one takes its place in the order. */
    void remove(int index) {
        count--;
        tsis[index] = tsis[count];
        sources[index] = sources[count];
        sources[count] = null;
    }
}
