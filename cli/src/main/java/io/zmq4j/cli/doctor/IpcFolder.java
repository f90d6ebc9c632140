package io.zmq4j.cli.doctor;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whether a socket of ipc can be made in a folder: tried, with a file that is removed at once. */
record IpcFolder(Path folder) implements Check {
    private static final String NAME = "ipc";

    @Override
    public Finding look() {
        if (!Files.isDirectory(folder)) {
            return broken("there is no directory " + folder);
        }
        Path path = folder.resolve("zmq-doctor-" + ProcessHandle.current().pid());
        try (var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(path));
            return Finding.ok(NAME, "a socket can be made in " + folder);
        } catch (IOException | UnsupportedOperationException e) {
            return broken("no socket can be made in " + folder + ": " + e.getMessage());
        } finally {
            remove(path);
        }
    }

    private static Finding broken(String says) {
        return Finding.broken(
                NAME,
                says,
                "a directory that this user may write to, on a file system of this machine, and a path of up to 107 bytes");
    }

    private static void remove(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            // It was not made.
        }
    }
}
