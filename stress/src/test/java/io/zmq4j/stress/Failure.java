package io.zmq4j.stress;

/** A schedule that showed something wrong; the same seed shows it again. */
public record Failure(long seed, String what, String schedule) {
    @Override
    public String toString() {
        return "seed " + seed + ": " + what + "\n" + schedule;
    }
}
