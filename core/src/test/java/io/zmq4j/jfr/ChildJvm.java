package io.zmq4j.jfr;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.zmq4j.Context;
import io.zmq4j.message.Message;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A class of the tests in a JVM of its own. */
final class ChildJvm {
    private static final long DEADLINE_SECONDS = 50;

    private ChildJvm() {}

    /** What it prints until it has ended by itself, on both streams. */
    static String run(Class<?> main, String... options) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(System.getProperty("java.home") + "/bin/java");
        command.addAll(List.of(options));
        command.addAll(List.of("-cp", classPath(main), main.getName()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try {
            process.getOutputStream().close();
            // Bounded, as a child that hangs is destroyed.
            var killer = process.onExit()
                    .orTimeout(DEADLINE_SECONDS, TimeUnit.SECONDS)
                    .whenComplete((ended, late) -> {
                        if (late != null) {
                            process.destroyForcibly();
                        }
                    });
            String printed = new String(process.getInputStream().readAllBytes(), UTF_8);
            killer.join();
            return printed.strip();
        } finally {
            process.destroyForcibly();
        }
    }

    private static String classPath(Class<?> main) {
        String own = String.join(
                File.pathSeparator,
                Stream.of(main, Context.class, Message.class)
                        .map(type -> type.getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                                .getPath())
                        .toList());
        return own + File.pathSeparator + System.getProperty("java.class.path");
    }
}
