package io.zmq4j.bench.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The C program that plays libzmq's part, compiled on the spot.
 *
 * @param libzmqVersion of the headers it was compiled with
 */
record PerfProgram(Path path, String libzmqVersion) {
    private static final String SOURCE = "/io/zmq4j/bench/perf.c";
    private static final Pattern VERSION = Pattern.compile("#define ZMQ_VERSION_(MAJOR|MINOR|PATCH) (\\d+)");

    /** @throws IOException if it does not compile; the message says what to install */
    static PerfProgram compile(Path directory) throws IOException, InterruptedException {
        if (!Programs.areThere("gcc") || !Files.exists(Path.of("/usr/include/zmq.h"))) {
            throw new IOException(
                    "no gcc or no /usr/include/zmq.h: libzmq takes part through a C program that is compiled"
                            + " here. On Debian, as root: apt-get install gcc libc6-dev libzmq3-dev");
        }
        var source = directory.resolve("perf.c");
        try (var in = PerfProgram.class.getResourceAsStream(SOURCE)) {
            if (in == null) {
                throw new IOException("no " + SOURCE + " on the class path: the build of bench is incomplete");
            }
            Files.copy(in, source);
        }
        var program = directory.resolve("perf");
        Programs.output(List.of("gcc", "-O2", "-o", program.toString(), source.toString(), "-lzmq", "-lpthread"));
        return new PerfProgram(program, version());
    }

    private static String version() throws IOException, InterruptedException {
        var macros = Programs.output(List.of("gcc", "-E", "-dM", "-include", "zmq.h", "-x", "c", "/dev/null"));
        Map<String, String> parts = VERSION.matcher(macros)
                .results()
                .collect(Collectors.toMap(part -> part.group(1), part -> part.group(2)));
        return parts.get("MAJOR") + "." + parts.get("MINOR") + "." + parts.get("PATCH");
    }
}
