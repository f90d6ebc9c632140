package io.zmq4j.cli.doctor;

/** Which JDK this is. */
record JavaVersion(int feature, String text) implements Check {
    private static final String NAME = "java";
    private static final int OLDEST = 17;
    private static final int VIRTUAL_THREADS = 21;

    @Override
    public Finding look() {
        if (feature < OLDEST) {
            return Finding.broken(NAME, text + ": 17 is the oldest that zmq4j runs on", "install a JDK 17 or later");
        }
        return Finding.ok(
                NAME,
                text
                        + (feature < VIRTUAL_THREADS
                                ? ": handlers of serve share threads; from 21 on each has a virtual one"
                                : ""));
    }
}
