package io.zmq4j.patterns.delivery.protocol;

import java.util.Arrays;

/** The numbers that a receiver has acknowledged and its sender has not heard of. */
final class Settlement {
    private long[] numbers = new long[64];
    private int count;
    private long bytes;

    void add(long number, long size) {
        if (count == numbers.length) {
            numbers = Arrays.copyOf(numbers, 2 * count);
        }
        numbers[count++] = number;
        bytes += size;
    }

    int count() {
        return count;
    }

    long bytes() {
        return bytes;
    }

    /** All of them as runs, as few as there are; they are forgotten here. */
    Acknowledgement take(int session) {
        Arrays.sort(numbers, 0, count);
        var ranges = new long[2 * count];
        int end = 0;
        for (int i = 0; i < count; i++) {
            if (end > 0 && ranges[end - 1] + 1 == numbers[i]) {
                ranges[end - 1] = numbers[i];
            } else {
                ranges[end++] = numbers[i];
                ranges[end++] = numbers[i];
            }
        }
        count = 0;
        bytes = 0;
        return new Acknowledgement(session, Arrays.copyOf(ranges, end));
    }
}
