package io.zmq4j.discovery;

import java.io.IOException;
import java.net.BindException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A real name server at a port of its own, whose records the test changes. */
final class Dnsmasq implements AutoCloseable {
    /** Its own, where fewer ports are taken. */
    private static final String ADDRESS = "127.0.7.53";

    private final Path directory;
    private final Path hosts;
    private final int port;
    private Process process;

    private Dnsmasq(Path directory) throws IOException {
        this.directory = directory;
        this.hosts = Files.writeString(directory.resolve("hosts"), "");
        this.port = freePort();
    }

    /** For both, datagrams and streams. */
    private static int freePort() throws IOException {
        InetAddress address = InetAddress.getByName(ADDRESS);
        while (true) {
            try (var stream = new ServerSocket(0, 1, address);
                    var datagrams = new DatagramSocket(stream.getLocalPort(), address)) {
                return datagrams.getLocalPort();
            } catch (BindException e) {
                // Taken for the other.
            }
        }
    }

    static Dnsmasq start(Path directory, String... options) throws Exception {
        var made = new Dnsmasq(directory);
        made.run(options);
        return made;
    }

    /** Ends it and starts it anew with other options. */
    void restart(String... options) throws Exception {
        stop();
        run(options);
    }

    private void run(String... options) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                "/usr/sbin/dnsmasq",
                "--keep-in-foreground",
                "--conf-file=/dev/null",
                "--pid-file=",
                "--user=" + System.getProperty("user.name"),
                "--port=" + port,
                "--listen-address=" + ADDRESS,
                "--bind-interfaces",
                "--no-resolv",
                "--no-hosts",
                "--local=/test/",
                "--addn-hosts=" + hosts));
        command.addAll(List.of(options));
        process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("log").toFile())
                .start();
        awaitAnswer();
    }

    /** Until it answers whatever. */
    private void awaitAnswer() throws Exception {
        byte[] query = {0, 1, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 1, 'a', 4, 't', 'e', 's', 't', 0, 0, 1, 0, 1};
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        try (var socket = new DatagramSocket()) {
            socket.setSoTimeout(100);
            while (System.nanoTime() < deadline) {
                socket.send(new DatagramPacket(query, query.length, InetAddress.getByName(ADDRESS), port));
                try {
                    socket.receive(new DatagramPacket(new byte[512], 512));
                    return;
                } catch (SocketTimeoutException e) {
                    // Not yet.
                }
            }
        }
        throw new AssertionError("dnsmasq does not answer: " + Files.readString(directory.resolve("log")));
    }

    /** For an endpoint's setting. */
    String server() {
        return ADDRESS + ":" + port;
    }

    /** Lines of an address and a name; all there are from now on. */
    void records(List<String> lines) throws Exception {
        Path next = Files.write(directory.resolve("next"), lines);
        Files.move(next, hosts, StandardCopyOption.ATOMIC_MOVE);
        new ProcessBuilder("kill", "-HUP", Long.toString(process.pid())).start().waitFor();
    }

    void stop() throws InterruptedException {
        process.destroyForcibly().waitFor(20, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
