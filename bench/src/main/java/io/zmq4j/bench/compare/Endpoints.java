package io.zmq4j.bench.compare;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;

/** Gives out endpoints that nobody uses. */
final class Endpoints {
    /**
     * Below the ports that the kernel gives to connecting sockets: a client that dials one of those before anybody listens
     * there may be given it as its own and meet itself.
     */
    private static final int FIRST_PORT = 20_000;

    private static final int PORTS = 10_000;

    private final Path directory;
    private int next;

    /** @param directory for the sockets of ipc; a short path, as the kernel takes 107 bytes at most */
    Endpoints(Path directory) {
        this.directory = directory;
        this.next = (int) (ProcessHandle.current().pid() % PORTS);
    }

    String next(Transport transport) throws IOException {
        next++;
        return switch (transport) {
            case TCP -> "tcp://127.0.0.1:" + freePort();
            case IPC -> "ipc://" + directory.resolve(next + ".ipc");
            case INPROC -> "inproc://" + next;
        };
    }

    private int freePort() throws IOException {
        for (int tried = 0; tried < PORTS; tried++) {
            int port = FIRST_PORT + next % PORTS;
            if (isFree(port)) {
                return port;
            }
            next++;
        }
        throw new IOException("no free port from " + FIRST_PORT + " to " + (FIRST_PORT + PORTS - 1));
    }

    private static boolean isFree(int port) {
        try (var probe = new ServerSocket()) {
            probe.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
