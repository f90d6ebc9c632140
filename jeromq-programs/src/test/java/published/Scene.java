package published;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A process that plays a scene to its end within a deadline, with whatever it starts itself, and prints "ok" as its last line. */
final class Scene {
    private static final int DEADLINE_SECONDS = 55;

    private Scene() {}

    /** Plays a script of these tests in Python. */
    static void python(String script, List<String> arguments) throws Exception {
        Path file = Files.createTempFile("scene", ".py");
        try (var in = Scene.class.getResourceAsStream(script)) {
            assertThat(in).as(script).isNotNull();
            Files.write(file, in.readAllBytes());
            var command = new ArrayList<>(List.of("/usr/bin/python3", file.toString()));
            command.addAll(arguments);
            play(command);
        } finally {
            Files.delete(file);
        }
    }

    static void play(List<String> command) throws Exception {
        Path printed = Files.createTempFile("printed", null);
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectInput(Path.of("/dev/null").toFile())
                    .redirectOutput(printed.toFile())
                    .start();
            boolean ended;
            try {
                ended = process.waitFor(DEADLINE_SECONDS, TimeUnit.SECONDS);
            } finally {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
            String output = Files.readString(printed);
            assertThat(ended)
                    .as("%s is done within %d s; it printed: %s", command, DEADLINE_SECONDS, output)
                    .isTrue();
            assertThat(process.exitValue())
                    .as("%s printed: %s", command, output)
                    .isZero();
            assertThat(output.lines().reduce((before, line) -> line)).as(output).contains("ok");
        } finally {
            Files.delete(printed);
        }
    }
}
