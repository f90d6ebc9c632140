package io.zmq4j.patterns.titanic;

/** When what is written is forced to the disk. Whatever it is, what was acknowledged survives the end of the process, by SIGKILL as well. */
public enum Fsync {
    /** Before anything is acknowledged: it survives the loss of power. Requests that come at once share one. */
    ALWAYS,
    /** Now and then, see {@link TitanicOptions#fsyncInterval}: the loss of power costs what came since. */
    INTERVAL,
    /** When the operating system sees fit. */
    NEVER
}
