package io.zmq4j.multicast.pgm.receiver;

import org.jspecify.annotations.Nullable;

/**
 * The sources that a receiver follows, in no order. There are few, and packets come in runs from the same one: the last
 * one found is looked at first, then all.
 */
final class SourceTable {
    private final long[] tsis;
    private final @Nullable RemoteSource[] sources;
    private int count;
    private int lastFound;
    private int turn;

    SourceTable(int most) {
        tsis = new long[most];
        sources = new @Nullable RemoteSource[most];
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
        return count == tsis.length;
    }

    RemoteSource source(int index) {
        RemoteSource source = sources[index];
        if (source == null) {
            throw new IndexOutOfBoundsException("source " + index + " of " + count);
        }
        return source;
    }

    /** One after the other, again and again: nobody who always wants something keeps the others from having their turn. */
    RemoteSource nextInTurn() {
        turn = turn < count - 1 ? turn + 1 : 0;
        return source(turn);
    }

    /** There is room. */
    void add(RemoteSource source) {
        tsis[count] = source.tsi().value();
        sources[count] = source;
        lastFound = count++;
    }

    /** The last one takes its place in the order. */
    void remove(RemoteSource source) {
        int index = 0;
        while (sources[index] != source) {
            index++;
        }
        count--;
        tsis[index] = tsis[count];
        sources[index] = sources[count];
        sources[count] = null;
    }
}
