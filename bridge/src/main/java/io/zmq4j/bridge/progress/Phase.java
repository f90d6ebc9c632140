package io.zmq4j.bridge.progress;

/**
 * What a bridge does.
 *
 * <pre>
 * RUNNING ◀──▶ RETRYING
 *    │            │
 *    ├────────────┴──stop──▶ STOPPING ──▶ STOPPED
 *    └──▶ FAILED ◀── from each that is not over
 * </pre>
 */
public enum Phase {
    /** It reads and writes. */
    RUNNING,
    /** Reading or writing has failed: it tries again. */
    RETRYING,
    /** It reads no more, and writes what was read. */
    STOPPING,
    /** It has ended as it was told to. */
    STOPPED,
    /** It has ended, as it had a record that nobody takes. */
    FAILED
}
