package io.zmq4j;

import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.message.Message;
import java.io.File;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An application that is a module itself has what Maven gives it: the modules core and zmtp, and not the nullness
 * annotations, which are on their signatures.
 */
class ModularApplicationTest {
    private static final int DEADLINE_SECONDS = 20;

    private static final String MODULE = """
            module app {
                requires io.zmq4j.core;
            }
            """;

    /** Uses what is annotated: a parameter, results, an array, a record's components, a constructor. */
    private static final String MAIN = """
            package app;

            import io.zmq4j.Context;
            import io.zmq4j.error.EndpointException;
            import io.zmq4j.error.RequestFailedException;
            import io.zmq4j.event.SocketEvent;
            import io.zmq4j.zmtp.wire.Metadata;
            import java.time.Duration;

            public class Main {
                public static void main(String[] arguments) {
                    var event = new SocketEvent(SocketEvent.Type.CLOSED, "here", null, null, "", 0);
                    try (var context = Context.create(); var pull = context.pull(); var req = context.req()) {
                        req.connect("inproc://nobody");
                        Object nothing;
                        try {
                            nothing = req.request(io.zmq4j.message.Message.of("?"), Duration.ofMillis(1), 1);
                        } catch (RequestFailedException e) {
                            nothing = e.reason();
                        }
                        throw new EndpointException(
                                "" + event.peer() + nothing + pull.tryReceive() + pull.receive(Duration.ZERO)
                                        + new Metadata().value("none"),
                                null);
                    } catch (EndpointException e) {
                        System.out.println(e.getMessage());
                    }
                }
            }
            """;

    @TempDir
    Path directory;

    @Test
    void compilesWithoutAWarningAndRunsAsAModule() throws Exception {
        assertThat(compile(List.of("--module-path", path()), MODULE, MAIN)).isEmpty();
        assertThat(run("--module-path", path() + File.pathSeparator + directory, "--module", "app/app.Main"))
                .isEqualTo("nullNO_PEEROptional.emptyOptional.emptynull");
    }

    @Test
    void compilesWithoutAWarningAndRunsOnTheClassPath() throws Exception {
        assertThat(compile(List.of("--class-path", path()), MAIN)).isEmpty();
        assertThat(run("--class-path", path() + File.pathSeparator + directory, "app.Main"))
                .isEqualTo("nullNO_PEEROptional.emptyOptional.emptynull");
    }

    /** What the compiler says to these sources, which is nothing if all is well. */
    private String compile(List<String> where, String... sources) throws Exception {
        List<String> arguments = new ArrayList<>(where);
        arguments.addAll(List.of("-Xlint:all", "-Werror", "--release", "17", "-d", directory.toString()));
        for (String source : sources) {
            Path file = directory.resolve(source.startsWith("module") ? "module-info.java" : "Main.java");
            arguments.add(Files.writeString(file, source).toString());
        }
        var complaints = new StringWriter();
        var out = new PrintWriter(complaints, true);
        ToolProvider.findFirst("javac").orElseThrow().run(out, out, arguments.toArray(String[]::new));
        return complaints.toString();
    }

    /** What the program prints. */
    private String run(String... arguments) throws Exception {
        Path printed = directory.resolve("printed");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(arguments));
        Process program = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(printed.toFile())
                .start();
        try {
            assertThat(program.waitFor(DEADLINE_SECONDS, TimeUnit.SECONDS))
                    .as("ends within %d s", DEADLINE_SECONDS)
                    .isTrue();
        } finally {
            program.destroyForcibly();
        }
        return Files.readString(printed).strip();
    }

    private static String path() throws Exception {
        return locationOf(Context.class) + File.pathSeparator + locationOf(Message.class);
    }

    private static Path locationOf(Class<?> type) throws Exception {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    }
}
