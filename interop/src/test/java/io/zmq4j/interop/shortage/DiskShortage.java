package io.zmq4j.interop.shortage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayDeque;
import java.util.Deque;

/** The folder of the ipc paths is full, may not be written to, or is not there. */
final class DiskShortage implements Shortage {
    /** What may be wrong with a folder. */
    enum Trouble {
        VANISHED,
        READ_ONLY,
        FULL
    }

    /** A file system that has not room for so many files counts as full. */
    private static final int MOST_FILES = 1_000;

    private final Path folder;
    private final Path elsewhere;
    private final Deque<Path> ballast = new ArrayDeque<>();
    private final Trouble[] troubles;
    private int times;
    private boolean made;

    /** {@code small}: whether the folder has a file system of its own that can be filled. */
    DiskShortage(Path folder, boolean small) {
        this.folder = folder;
        this.elsewhere = folder.resolveSibling(folder.getFileName() + ".gone");
        // A mount point cannot be moved.
        this.troubles = small
                ? new Trouble[] {Trouble.FULL, Trouble.READ_ONLY}
                : new Trouble[] {Trouble.VANISHED, Trouble.READ_ONLY};
    }

    private Trouble trouble() {
        return troubles[times % troubles.length];
    }

    @Override
    public void make() {
        try {
            switch (trouble()) {
                case VANISHED -> {
                    if (!made) {
                        Files.move(folder, elsewhere);
                    }
                }
                case READ_ONLY -> permit("r-xr-xr-x");
                case FULL -> fill();
            }
            made = true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void fill() {
        try {
            while (ballast.size() < MOST_FILES) {
                ballast.push(Files.createTempFile(folder, "ballast", ""));
            }
        } catch (IOException full) {
            // No room is left.
        }
    }

    @Override
    public void release() throws IOException {
        switch (trouble()) {
            case VANISHED -> Files.move(elsewhere, folder);
            case READ_ONLY -> permit("rwxr-xr-x");
            case FULL -> {
                while (!ballast.isEmpty()) {
                    Files.delete(ballast.pop());
                }
            }
        }
        made = false;
        times++;
    }

    private void permit(String permissions) throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(permissions));
    }
}
