package io.zmq4j.cli.doctor;

/** How much the JVM may have for messages. */
record Heap(long mostBytes) implements Check {
    private static final String NAME = "heap";
    private static final long MEBI = 1024 * 1024;
    private static final long ENOUGH = 128 * MEBI;

    @Override
    public Finding look() {
        String says = mostBytes / MEBI + " MiB at most";
        return mostBytes >= ENOUGH
                ? Finding.ok(NAME, says)
                : Finding.warn(
                        NAME,
                        says
                                + ": queues hold 1,000 messages for each peer and direction by default, and may be larger than that",
                        "a larger -Xmx, or lower SNDHWM and RCVHWM");
    }
}
