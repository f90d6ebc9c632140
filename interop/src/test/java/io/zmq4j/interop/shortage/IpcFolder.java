package io.zmq4j.interop.shortage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * The folder of a round's ipc paths, which belongs to the round's user; on a file system of its own, small enough to be filled,
 * if that is wanted and this machine allows it.
 */
final class IpcFolder implements AutoCloseable {
    static final boolean IS_ROOT = isRoot();

    private static final String SMALL = "size=256k,nr_inodes=40";
    private static final long LONGEST_SECONDS = 10;

    private final Path path;
    private final boolean isSmall;

    IpcFolder(Path parent, int user, boolean wantsSmall) throws IOException {
        path = Files.createDirectory(parent.resolve("ipc"));
        isSmall = wantsSmall && IS_ROOT && isDone("mount", "-t", "tmpfs", "-o", SMALL, "none", path.toString());
        if (IS_ROOT && !isDone("chown", user + ":" + user, path.toString())) {
            throw new IOException("cannot give " + path + " to user " + user);
        }
    }

    private static boolean isRoot() {
        try {
            return Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean isDone(String... command) throws IOException {
        Process process = new ProcessBuilder(command).start();
        try {
            return process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    Path path() {
        return path;
    }

    boolean isSmall() {
        return isSmall;
    }

    @Override
    public void close() throws IOException {
        if (isSmall && !isDone("umount", "--lazy", path.toString())) {
            throw new IOException("cannot unmount " + path);
        }
    }
}
