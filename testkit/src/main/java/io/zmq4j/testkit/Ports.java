package io.zmq4j.testkit;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/** Endpoints nobody else uses. Safe for any thread. */
public final class Ports {
    private static final int LOWEST = 12_000;

    /** Of Linux; other systems begin higher. */
    private static final int LOWEST_EPHEMERAL = 32_768;

    private static final Set<Integer> HANDED_OUT = ConcurrentHashMap.newKeySet();
    private static final AtomicInteger LAST_PATH = new AtomicInteger();
    private static final Path DIRECTORY = temporaryDirectory();

    private Ports() {}

    /**
     * A TCP port of the loopback interface that is free now and is handed out once only. None that the system gives to outgoing
     * connections: a client that connects again and again while nobody listens would sooner or later sit on the port itself.
     */
    public static int freeTcpPort() {
        while (true) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST, LOWEST_EPHEMERAL);
            try (var probe = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                if (HANDED_OUT.add(port)) {
                    return probe.getLocalPort();
                }
            } catch (BindException e) {
                // Somebody has it: the next one.
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** {@code tcp://127.0.0.1:port} with {@link #freeTcpPort}. */
    public static String tcpEndpoint() {
        return "tcp://127.0.0.1:" + freeTcpPort();
    }

    /** A path that does not exist, far below the 108 bytes of a Unix socket's path, deleted when the JVM ends. */
    public static Path ipcPath() {
        return DIRECTORY.resolve("s" + LAST_PATH.incrementAndGet());
    }

    /** {@code ipc:///path} with {@link #ipcPath}. */
    public static String ipcEndpoint() {
        return "ipc://" + ipcPath();
    }

    private static Path temporaryDirectory() {
        try {
            Path directory = Files.createTempDirectory("z");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(directory.toFile()), "delete " + directory));
            return directory;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(File directory) {
        File[] files = directory.listFiles();
        if (files != null) {
            for (File file : files) {
                file.delete();
            }
        }
        directory.delete();
    }
}
