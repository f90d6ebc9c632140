package io.zmq4j.multicast.pgm.source;

import java.util.Arrays;

/** Sequence numbers in the order they came, up to a number of them; grows as it needs. */
final class SequenceQueue {
    private static final int SMALLEST = 16;

    private final int most;

    /** A ring; its length is a power of two. */
    private int[] sequences = new int[SMALLEST];

    private int first;
    private int size;

    SequenceQueue(int most) {
        this.most = most;
    }

    /** Whether there was room. */
    boolean offer(int sequence) {
        if (size == most) {
            return false;
        }
        if (size == sequences.length) {
            grow();
        }
        sequences[(first + size++) & (sequences.length - 1)] = sequence;
        return true;
    }

    private void grow() {
        int[] larger = Arrays.copyOf(sequences, 2 * sequences.length);
        // What was wrapped to the front now follows what was at the end.
        System.arraycopy(sequences, 0, larger, sequences.length, first);
        sequences = larger;
    }

    /** The oldest; there is one. */
    int poll() {
        int sequence = sequences[first];
        first = (first + 1) & (sequences.length - 1);
        size--;
        return sequence;
    }

    /** The oldest, which stays; there is one. */
    int peek() {
        return sequences[first];
    }

    boolean isEmpty() {
        return size == 0;
    }
}
