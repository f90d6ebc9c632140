package io.zmq4j.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A real broker of Kafka in a process of its own, which can be killed and started again with what it had. Needs Kafka on the class path.
 */
public final class KafkaBroker implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(100);

    private final Path folder;
    private final int port = Ports.freeTcpPort();
    private final int controllerPort = Ports.freeTcpPort();
    private Process process;

    private KafkaBroker(Path folder) {
        this.folder = folder;
        this.process = launch();
    }

    /** Starts one, and waits until its port is open. */
    public static KafkaBroker start(Path folder) {
        var broker = new KafkaBroker(folder);
        broker.awaitAnswer();
        return broker;
    }

    private Process launch() {
        var command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx384m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                KafkaMain.class.getName(),
                folder.toString(),
                Integer.toString(port),
                Integer.toString(controllerPort));
        try {
            Files.createDirectories(folder);
            return new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            folder.resolve("out").toFile()))
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends it as SIGKILL does. */
    public void kill() {
        process.destroyForcibly();
        try {
            process.waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Starts it again, with all that it had, at the same port. */
    public void restart() {
        process = launch();
        awaitAnswer();
    }

    public String address() {
        return "127.0.0.1:" + port;
    }

    /** The address of a topic, for a bridge. */
    public String topic(String topicAndSettings) {
        return "kafka://" + address() + "/" + topicAndSettings;
    }

    private void awaitAnswer() {
        long end = System.nanoTime() + START.toNanos();
        while (!isOpen()) {
            if (!process.isAlive() || System.nanoTime() - end > 0) {
                throw new AssertionError("no Kafka: " + output());
            }
            pause();
        }
    }

    private boolean isOpen() {
        try (var probe = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return probe.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    /** A process says nothing when its port opens. */
    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(50);
        } catch (InterruptedException e) {
            throw new AssertionError("interrupted", e);
        }
    }

    private String output() {
        try {
            return Files.readString(folder.resolve("out"));
        } catch (IOException e) {
            return e.toString();
        }
    }

    @Override
    public void close() {
        kill();
    }
}
