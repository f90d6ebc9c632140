package io.zmq4j.loop;

/**
 * Some memory, asked for before something is begun that cannot be undone if memory runs out in the middle: the JDK loses a
 * descriptor that it has just accepted or opened, and a selector that it was closing.
 */
public final class Headroom {
    /** Far more than any of these needs. */
    private static final int BYTES = 64 * 1024;

    private static final byte[] NONE = {};

    /** Where the compiler cannot see that nobody uses it. */
    @SuppressWarnings("unused")
    private static volatile byte[] seen = NONE;

    private Headroom() {}

    /**
     * Returns if there is some.
     *
     * @throws OutOfMemoryError if there is none: then later
     */
    public static void need() {
        seen = new byte[BYTES];
        seen = NONE;
    }
}
