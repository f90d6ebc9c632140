package io.zmq4j.testkit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Debian's nats-server in a process of its own, which can be killed and started again with what it had. */
public final class NatsServer implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(20);

    /** Prints the server's id, and kills it when nobody holds the other end of its input any more. */
    private static final String LEAVE_WITH_PARENT = "/usr/sbin/nats-server \"$@\" & echo $!; read _; kill -9 $!; wait";

    private final Path folder;
    private final int port = Ports.freeTcpPort();
    private Process shell;
    private ProcessHandle server;

    private NatsServer(Path folder) {
        this.folder = folder;
        this.shell = launch();
        this.server = server(shell);
    }

    /** Starts one, and waits until its port is open. */
    public static NatsServer start(Path folder) {
        var started = new NatsServer(folder);
        started.awaitAnswer();
        return started;
    }

    private Process launch() {
        var command = new ArrayList<>(List.of("sh", "-c", LEAVE_WITH_PARENT, "sh"));
        command.addAll(List.of("-a", "127.0.0.1", "-p", Integer.toString(port), "-js", "-sd", folder.toString()));
        try {
            Files.createDirectories(folder);
            return new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.appendTo(
                            folder.resolve("out").toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ProcessHandle server(Process shell) {
        try {
            String line = new BufferedReader(new InputStreamReader(shell.getInputStream(), StandardCharsets.UTF_8))
                    .readLine();
            if (line == null) {
                throw new AssertionError("no nats-server: apt-get install nats-server");
            }
            return ProcessHandle.of(Long.parseLong(line)).orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends it as SIGKILL does. */
    public void kill() {
        server.destroyForcibly();
        try {
            shell.getOutputStream().close();
            if (!shell.waitFor(10, TimeUnit.SECONDS)) {
                throw new AssertionError("survived SIGKILL for 10 seconds");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError("interrupted", e);
        }
    }

    /** Starts it again, with all that it had, at the same port. */
    public void restart() {
        shell = launch();
        server = server(shell);
        awaitAnswer();
    }

    public String url() {
        return "nats://127.0.0.1:" + port;
    }

    /** The address of a stream, for a bridge. */
    public String stream(String streamAndSettings) {
        return url() + "/" + streamAndSettings;
    }

    private void awaitAnswer() {
        long end = System.nanoTime() + START.toNanos();
        while (!isOpen()) {
            if (System.nanoTime() - end > 0) {
                throw new AssertionError("no nats-server: see " + folder.resolve("out"));
            }
            try {
                // A process says nothing when its port opens.
                TimeUnit.MILLISECONDS.sleep(20);
            } catch (InterruptedException e) {
                throw new AssertionError("interrupted", e);
            }
        }
    }

    private boolean isOpen() {
        try (var probe = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return probe.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() {
        kill();
    }
}
