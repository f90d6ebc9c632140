package io.zmq4j.stress;

/** Unwinds a thread of a trial that is over. */
final class TrialEnded extends Error {
    private static final long serialVersionUID = 1;

    TrialEnded() {
        super("the trial is over", null, false, false);
    }
}
