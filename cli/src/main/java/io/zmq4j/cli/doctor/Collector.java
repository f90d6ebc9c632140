package io.zmq4j.cli.doctor;

import java.util.List;

/** Which garbage collector there is: for how long everybody waits. */
record Collector(List<String> names, int processors) implements Check {
    private static final String NAME = "collector";
    private static final String SERIAL = "Copy";

    @Override
    public Finding look() {
        String says = String.join(", ", names);
        if (!names.contains(SERIAL)) {
            return Finding.ok(NAME, says);
        }
        return processors < 2
                ? Finding.ok(NAME, says + ": the serial one, as there is one processor")
                : Finding.warn(
                        NAME,
                        says + ": the serial one, though there are " + processors
                                + " processors; everybody waits for it",
                        "-XX:+UseG1GC, or -XX:+UseZGC where milliseconds count; a container of under 1,792 MiB gets this one");
    }
}
