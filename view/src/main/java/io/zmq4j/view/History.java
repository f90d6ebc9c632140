package io.zmq4j.view;

import java.util.ArrayDeque;
import java.util.List;

/** The last samples, so many at most. */
final class History {
    private final int capacity;
    private final ArrayDeque<Sample> samples = new ArrayDeque<>();

    History(int capacity) {
        this.capacity = capacity;
    }

    void add(Sample sample) {
        if (samples.size() == capacity) {
            samples.removeFirst();
        }
        samples.addLast(sample);
    }

    /** The oldest first. */
    List<Sample> samples() {
        return List.copyOf(samples);
    }
}
