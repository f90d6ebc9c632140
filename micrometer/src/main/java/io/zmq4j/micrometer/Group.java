package io.zmq4j.micrometer;

/**
 * The sockets that share their meters.
 *
 * @param type such as {@code PUB}
 * @param socket their name; {@link #UNNAMED} or {@link #OTHER}
 */
record Group(String type, String socket) {
    /** For sockets without a name. */
    static final String UNNAMED = "-";

    /** For names beyond the limit. */
    static final String OTHER = "other";
}
