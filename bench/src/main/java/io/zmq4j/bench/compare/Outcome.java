package io.zmq4j.bench.compare;

/** How a run ended. */
sealed interface Outcome {
    /** Every end came to its end with everything received, in order, once. */
    record Played(Figures figures) implements Outcome {}

    /** Its figures do not count. */
    record Failed(String reason) implements Outcome {}
}
