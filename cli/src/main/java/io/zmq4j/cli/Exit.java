package io.zmq4j.cli;

/** The exit codes of every verb. */
final class Exit {
    static final int DONE = 0;
    static final int ERROR = 1;
    static final int TIMED_OUT = 2;
    /** What was published was for nobody. */
    static final int NOBODY_LISTENS = 3;
    /** EX_USAGE of sysexits.h. */
    static final int USAGE = 64;
    /** What a shell reports of a program that SIGINT ended: 128 + 2. */
    static final int INTERRUPTED = 130;
    /** What a shell reports of a program that SIGPIPE ended: 128 + 13. */
    static final int OUTPUT_CLOSED = 141;

    private Exit() {}
}
