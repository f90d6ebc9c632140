package io.zmq4j.sample;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The application in a JVM of its own, with free ports, which it says. */
final class Shop implements AutoCloseable {
    static final Duration PATIENCE = Duration.ofSeconds(50);

    private static final Pattern ENDPOINT = Pattern.compile("(\\w+) is at (tcp://\\S+)");

    private final Process process;
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private final List<String> said = new ArrayList<>();

    Shop(String... properties) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                TestShop.class.getName(),
                "--zmq4j.sockets.orders.bind=tcp://127.0.0.1:*",
                "--zmq4j.sockets.sold.bind=tcp://127.0.0.1:*",
                "--zmq4j.sockets.aside.bind=tcp://127.0.0.1:*"));
        command.addAll(List.of(properties));
        process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var reader = new Thread(this::read, "shop");
        reader.setDaemon(true);
        reader.start();
    }

    private void read() {
        try (var reader = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            reader.lines().forEach(lines::add);
        } catch (IOException e) {
            lines.add(e.toString());
        }
    }

    /** Where it has bound a socket; to be asked in the order in which it says so. */
    String endpoint(String socket) throws InterruptedException {
        return line(ENDPOINT, socket);
    }

    private String line(Pattern pattern, String first) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            String line = lines.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (line == null) {
                throw new AssertionError("the shop did not say where " + first + " is:\n" + String.join("\n", said));
            }
            said.add(line);
            Matcher matcher = pattern.matcher(line);
            if (matcher.find() && matcher.group(1).equals(first)) {
                return matcher.group(2);
            }
        }
    }

    /** SIGTERM. */
    void terminate() {
        process.destroy();
    }

    /** The exit code, once it has ended. */
    int awaitEnd() throws InterruptedException {
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("the shop did not end:\n" + String.join("\n", lines));
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
