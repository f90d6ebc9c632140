package io.zmq4j.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The command as a process of its own; stderr goes where its stdout goes. */
final class ZmqProcess implements AutoCloseable {
    private final Process process;
    private final BufferedReader output;

    private ZmqProcess(List<String> command) throws IOException {
        process = new ProcessBuilder(command).redirectErrorStream(true).start();
        output = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
    }

    static ZmqProcess zmq(String... args) throws IOException {
        return main(Zmq.class, args);
    }

    /** Its streams are a terminal that shows colours. */
    static ZmqProcess onTerminal(String... args) throws IOException {
        var command = new ArrayList<>(List.of("env", "-u", "NO_COLOR", "TERM=xterm", "/usr/bin/python3", "-c"));
        command.add("import pty, sys; pty.spawn(sys.argv[1:])");
        command.addAll(commandLine(Zmq.class));
        command.addAll(List.of(args));
        return new ZmqProcess(command);
    }

    /** Runs another class in its place. */
    static ZmqProcess main(Class<?> main, String... args) throws IOException {
        var command = commandLine(main);
        command.addAll(List.of(args));
        return new ZmqProcess(command);
    }

    /** Runs a line of shell, in which {@code zmq} is the command. */
    static ZmqProcess shell(String line) throws IOException {
        var zmq = "zmq() { '" + String.join("' '", commandLine(Zmq.class)) + "' \"$@\"; }\n";
        return new ZmqProcess(List.of("bash", "-c", zmq + line));
    }

    private static List<String> commandLine(Class<?> main) {
        return new ArrayList<>(List.of(
                // Whoever runs these tests in the background has them ignore SIGINT, which children inherit.
                "env",
                "--default-signal=INT",
                System.getProperty("java.home") + "/bin/java",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
    }

    String nextLine() throws IOException {
        var line = output.readLine();
        if (line == null) {
            throw new IOException("the process ended instead of printing a line");
        }
        return line;
    }

    /** Everything it prints from here to its end. */
    String rest() throws IOException {
        var rest = new StringBuilder();
        for (var line = output.readLine(); line != null; line = output.readLine()) {
            rest.append(line).append('\n');
        }
        return rest.toString();
    }

    void type(String line) throws IOException {
        process.getOutputStream().write((line + "\n").getBytes(UTF_8));
        process.getOutputStream().flush();
    }

    /** As ^C does. */
    void interrupt() throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-INT", String.valueOf(process.pid()))
                .start()
                .waitFor();
    }

    int exitCode() throws InterruptedException {
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            throw new AssertionError("still running after 10 s: " + process.info());
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
