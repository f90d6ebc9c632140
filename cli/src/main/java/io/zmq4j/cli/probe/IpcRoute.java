package io.zmq4j.cli.probe;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;

/** A path of this machine's file system. */
final class IpcRoute implements Route {
    /** What the system's structure has room for, with the zero at its end. */
    private static final int MOST_BYTES = 107;

    private final Path path;

    private IpcRoute(Path path) {
        this.path = path;
    }

    static IpcRoute to(String path) throws ObstacleException {
        if (path.equals("*")) {
            throw new ObstacleException(
                    Obstacle.NOT_HERE,
                    "is to be bound, not to be connected to: ipc://PATH, with the path that it became");
        }
        if (path.startsWith("@")) {
            throw new ObstacleException(
                    Obstacle.NOT_HERE,
                    "is in Linux's abstract namespace, which Java's sockets cannot reach: use a path");
        }
        int bytes = path.getBytes(StandardCharsets.UTF_8).length;
        if (path.isEmpty() || bytes > MOST_BYTES) {
            throw new ObstacleException(
                    Obstacle.NOT_HERE, "has a path of " + bytes + " bytes: 1 to " + MOST_BYTES + " can be a socket's");
        }
        try {
            return new IpcRoute(Path.of(path).toAbsolutePath());
        } catch (InvalidPathException e) {
            throw new ObstacleException(Obstacle.NOT_HERE, "has no path: " + e.getMessage());
        }
    }

    @Override
    public String transport() {
        return "ipc";
    }

    @Override
    public String address() {
        return path.toString();
    }

    @Override
    public Line open(Duration timeout) throws ObstacleException {
        checkFile();
        try {
            return Line.connect(UnixDomainSocketAddress.of(path), timeout);
        } catch (IOException e) {
            throw refusal(path, String.valueOf(e.getMessage()));
        }
    }

    private void checkFile() throws ObstacleException {
        Path folder = path.getParent();
        if (folder != null && Files.notExists(folder)) {
            throw new ObstacleException(Obstacle.NO_FILE, "has no directory " + folder + " on this machine");
        }
        if (Files.notExists(path, LinkOption.NOFOLLOW_LINKS)) {
            throw new ObstacleException(
                    Obstacle.NO_FILE,
                    "has no file " + path + ": nobody has bound it, or in another directory, container or machine");
        }
        if (Files.isRegularFile(path) || Files.isDirectory(path)) {
            throw new ObstacleException(
                    Obstacle.NOT_A_SOCKET,
                    "is no socket: " + path + " is " + (Files.isDirectory(path) ? "a directory" : "a regular file"));
        }
    }

    /** What it means that the system has refused, in its words. */
    static ObstacleException refusal(Path path, String reason) {
        if (reason.contains("refused")) {
            return new ObstacleException(
                    Obstacle.STALE,
                    "has a socket file that nobody listens on: its program has ended without removing " + path
                            + ", and the next who binds it may take its place");
        }
        if (reason.contains("ermission denied")) {
            return new ObstacleException(
                    Obstacle.NO_PERMISSION,
                    "may not be used by this user: connecting takes the right to write to " + path
                            + " and to enter its directories; ls -l " + path + " shows whose it is");
        }
        if (reason.contains("emporarily unavailable")) {
            return new ObstacleException(
                    Obstacle.NO_ANSWER,
                    "accepts nobody: its backlog is full, so the program that has bound " + path + " hangs");
        }
        return new ObstacleException(Obstacle.UNREACHABLE, "cannot be connected to: " + reason);
    }
}
