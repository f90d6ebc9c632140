package io.zmq4j.bridge.kafka;

import io.zmq4j.testkit.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/** A real broker in a process of its own, which can be killed and started again with what it had. */
final class KafkaBroker implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(40);

    private final Path folder;
    private final int port = Ports.freeTcpPort();
    private final int controllerPort = Ports.freeTcpPort();
    private final List<String> properties;
    private Process process;

    private KafkaBroker(Path folder, List<String> properties) {
        this.folder = folder;
        this.properties = properties;
        this.process = launch();
    }

    /** Starts one, and waits until it answers. */
    static KafkaBroker start(Path folder, String... properties) {
        var broker = new KafkaBroker(folder, List.of(properties));
        broker.awaitAnswer();
        return broker;
    }

    private Process launch() {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx384m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                BrokerMain.class.getName(),
                folder.toString(),
                Integer.toString(port),
                Integer.toString(controllerPort)));
        command.addAll(properties);
        try {
            Files.createDirectories(folder);
            return new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("out").toFile()))
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends it as SIGKILL does. */
    void kill() {
        process.destroyForcibly();
        try {
            process.waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Starts it again, with all that it had, at the same port. */
    void restart() {
        process = launch();
        awaitAnswer();
    }

    String address() {
        return "127.0.0.1:" + port;
    }

    /** The address of a topic, for a bridge. */
    String topic(String topicAndSettings) {
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
        try (var admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, address()))) {
            admin.describeCluster().nodes().get(START.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException | InterruptedException e) {
            throw new AssertionError("no Kafka: " + output(), e);
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
