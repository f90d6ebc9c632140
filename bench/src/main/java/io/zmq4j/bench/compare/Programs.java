package io.zmq4j.bench.compare;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Other programs of this machine. */
final class Programs {
    private static final String PATH = System.getenv().getOrDefault("PATH", "");

    private Programs() {}

    static boolean areThere(String... names) {
        return List.of(names).stream().allMatch(Programs::isThere);
    }

    private static boolean isThere(String name) {
        return List.of(PATH.split(":", -1)).stream()
                .anyMatch(directory -> Files.isExecutable(Path.of(directory).resolve(name)));
    }

    /**
     * Runs a short command and gives what it prints on stdout and stderr.
     *
     * @throws IOException if it cannot be started or fails; the message has what it printed
     */
    static String output(List<String> command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectInput(Path.of("/dev/null").toFile())
                .start();
        try (var out = process.getInputStream()) {
            var text = new String(out.readAllBytes(), StandardCharsets.UTF_8);
            int status = process.waitFor();
            if (status != 0) {
                throw new IOException(command.get(0) + " failed with exit status " + status + ": " + text.strip());
            }
            return text;
        } finally {
            process.destroyForcibly();
        }
    }
}
