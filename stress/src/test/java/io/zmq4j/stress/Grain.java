package io.zmq4j.stress;

/** How often a thread of a trial may lose its turn. */
enum Grain {
    /** Before every access that others could see: for a few threads and a few messages. */
    FINE(60_000, 20),
    /**
     * Where it blocks, yields, starts another, and at a few of the moments at which it changes what others could see: for whole
     * conversations.
     */
    COARSE(3_000_000, 60);

    /** After so many steps nobody believes in an end. */
    final long mostSteps;

    /** What happens in between takes so long. */
    final int stepNanos;

    Grain(long mostSteps, int stepNanos) {
        this.mostSteps = mostSteps;
        this.stepNanos = stepNanos;
    }
}
