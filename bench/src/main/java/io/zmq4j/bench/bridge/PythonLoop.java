package io.zmq4j.bench.bridge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;

/** The loop of {@link Loop} in Python, over pyzmq and confluent-kafka, in a process of its own, as it is there. */
final class PythonLoop implements Carrier {
    /** Debian's, which finds Debian's modules. */
    private static final String PYTHON = "/usr/bin/python3";

    private static final String SCRIPT = "bridge_loop.py";

    private final Process process;

    private PythonLoop(Process process) {
        this.process = process;
    }

    static PythonLoop start(Way way, Topic topic, String endpoint) {
        try {
            return new PythonLoop(new ProcessBuilder(
                            PYTHON,
                            "-c",
                            script(),
                            way.name().toLowerCase(Locale.ROOT),
                            topic.broker(),
                            topic.name(),
                            endpoint)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String script() throws IOException {
        try (var in = Objects.requireNonNull(PythonLoop.class.getResourceAsStream(SCRIPT), SCRIPT)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
