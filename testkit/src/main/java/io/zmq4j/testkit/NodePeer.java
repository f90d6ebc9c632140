package io.zmq4j.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A program for Node at the other end, with npm's {@code zeromq}: that is libzmq with its draft types, which Debian's lacks. npm puts
 * the package into a directory of the build, once.
 */
public final class NodePeer extends ProgramPeer {
    private static final String NODE = "node";
    private static final String PACKAGE = "zeromq@6.8.0";
    /** Less than a test may take: without a way to the registry npm would try for minutes. */
    private static final Duration INSTALLING = Duration.ofSeconds(40);

    /** Starts a program with arguments, which it finds in {@code process.argv.slice(1)}. */
    private NodePeer(Path directory, String program, String... arguments) {
        super("node", command(program, arguments), directory);
    }

    private static List<String> command(String program, String... arguments) {
        var command = new ArrayList<>(List.of(NODE, "--no-warnings", "-e"));
        command.add(leaveWith(ProcessHandle.current().pid()) + program);
        command.addAll(List.of(arguments));
        return command;
    }

    /** Ends the program when this JVM is gone, even if it had no chance to say so. */
    private static String leaveWith(long parent) {
        return "setInterval(() => { if (process.ppid !== %d) process.exit(70) }, 250).unref();%n".formatted(parent);
    }

    /** Where programs find the package. */
    public static final class Home {
        private final Path directory;

        private Home(Path directory) {
            this.directory = directory;
        }

        /**
         * The package in this directory, into which it is put if it is not there.
         *
         * @throws IOException if there is no Node or no npm, or npm cannot get it
         */
        public static Home in(Path directory) throws IOException {
            Path absolute = directory.toAbsolutePath();
            if (!Files.isDirectory(absolute.resolve("node_modules/zeromq"))) {
                Files.createDirectories(absolute);
                run(
                        absolute,
                        "npm",
                        "install",
                        "--prefer-offline",
                        "--fetch-retries=0",
                        "--no-audit",
                        "--no-fund",
                        "--no-save",
                        PACKAGE);
            }
            run(absolute, NODE, "--no-warnings", "-e", "require('zeromq/draft')");
            return new Home(absolute);
        }

        private static void run(Path directory, String... command) throws IOException {
            Process process = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(directory.resolve("setup.log").toFile())
                    .start();
            try {
                if (!process.waitFor(INSTALLING.toNanos(), TimeUnit.NANOSECONDS)) {
                    process.destroyForcibly();
                    throw new IOException(String.join(" ", command) + " took longer than " + INSTALLING);
                }
            } catch (InterruptedException e) {
                process.destroyForcibly();
                Thread.currentThread().interrupt();
                throw new IOException("interrupted", e);
            }
            if (process.exitValue() != 0) {
                throw new IOException(
                        String.join(" ", command) + " failed: " + Files.readString(directory.resolve("setup.log")));
            }
        }

        /** Starts a program with arguments, which it finds in {@code process.argv.slice(1)}. */
        public NodePeer start(String program, String... arguments) {
            return new NodePeer(directory, program, arguments);
        }
    }
}
