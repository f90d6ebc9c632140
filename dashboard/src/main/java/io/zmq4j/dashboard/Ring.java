package io.zmq4j.dashboard;

import java.util.Arrays;

/** The last values of several series, at times that they share: so many at most, in memory that is taken as they come. */
final class Ring {
    private static final int FIRST_ROOM = 16;

    private final int capacity;
    private long[] times = new long[FIRST_ROOM];
    private final float[][] values;
    private int size;
    private int next;

    Ring(int series, int capacity) {
        this.capacity = capacity;
        values = new float[series][FIRST_ROOM];
    }

    void add(long time, float... row) {
        if (next == times.length && next < capacity) {
            grow();
        }
        if (next == times.length) {
            next = 0;
        }
        times[next] = time;
        for (int i = 0; i < values.length; i++) {
            values[i][next] = row[i];
        }
        next++;
        size = Math.max(size, next);
    }

    private void grow() {
        int room = Math.min(2 * times.length, capacity);
        times = Arrays.copyOf(times, room);
        for (int i = 0; i < values.length; i++) {
            values[i] = Arrays.copyOf(values[i], room);
        }
    }

    int size() {
        return size;
    }

    /** The last so many, the oldest first. */
    long[] times(int count) {
        int length = Math.min(count, size);
        var copy = new long[length];
        for (int i = 0; i < length; i++) {
            copy[i] = times[at(length, i)];
        }
        return copy;
    }

    /** The last so many of one series, the oldest first. */
    float[] values(int series, int count) {
        int length = Math.min(count, size);
        var copy = new float[length];
        for (int i = 0; i < length; i++) {
            copy[i] = values[series][at(length, i)];
        }
        return copy;
    }

    private int at(int length, int i) {
        return Math.floorMod(next - length + i, size);
    }
}
