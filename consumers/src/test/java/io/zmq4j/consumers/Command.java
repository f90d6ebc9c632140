package io.zmq4j.consumers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A program that runs to its end, within a deadline, and succeeds. */
final class Command {
    private static final int DEADLINE_SECONDS = 55;

    private Command() {}

    /** What the program prints, on stdout and stderr. */
    static String run(Map<String, String> environment, Path directory, String... command) throws Exception {
        Path printed = Files.createTempFile("printed", null);
        try {
            var builder = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(printed.toFile());
            builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "MAVEN_OPTS"));
            builder.environment().putAll(environment);
            Process program = builder.start();
            try {
                assertThat(program.waitFor(DEADLINE_SECONDS, TimeUnit.SECONDS))
                        .as("%s ends within %d s", List.of(command), DEADLINE_SECONDS)
                        .isTrue();
            } finally {
                program.destroyForcibly();
            }
            String output = Files.readString(printed);
            assertThat(program.exitValue())
                    .as("%s: %s", List.of(command), output)
                    .isZero();
            return output;
        } finally {
            Files.delete(printed);
        }
    }
}
