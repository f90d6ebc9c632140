package io.zmq4j.transport.ipc;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Why the system refused to make something at a path, in words for people. An exception has the path or a word at most,
 * so the directories are looked at again.
 */
final class PathTrouble {
    private PathTrouble() {}

    static String of(Path path, IOException refusal) {
        int bytes = path.toString().getBytes(StandardCharsets.UTF_8).length;
        if (bytes > IpcEndpoint.MOST_BYTES) {
            return "a path of " + bytes + " bytes; allowed: " + IpcEndpoint.MOST_BYTES + " bytes in UTF-8";
        }
        Path parent = path.toAbsolutePath().getParent();
        if (parent == null) {
            return reason(refusal);
        }
        String wrong = wrongWith(parent);
        if (wrong != null) {
            return wrong;
        }
        if (refusal instanceof AccessDeniedException || !Files.isWritable(parent)) {
            return reason(refusal) + ": this user may not make or remove files in " + parent;
        }
        return reason(refusal);
    }

    /** Of the directories on the way there the first that does not lead on; null if all do. */
    private static @Nullable String wrongWith(Path directory) {
        for (Path each = directory.getRoot(); each != null; each = next(each, directory)) {
            if (Files.notExists(each)) {
                return "there is no directory " + each;
            }
            if (!Files.isDirectory(each)) {
                return each + " is not a directory";
            }
            if (!Files.isExecutable(each)) {
                return "permission denied: this user may not enter the directory " + each;
            }
        }
        return null;
    }

    private static @Nullable Path next(Path each, Path last) {
        return each.equals(last) ? null : each.resolve(last.getName(each.getNameCount()));
    }

    /** The system's own word for it. */
    static String reason(IOException refusal) {
        if (refusal instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (refusal instanceof NoSuchFileException) {
            return "no such file or directory";
        }
        String reason = refusal instanceof FileSystemException file ? file.getReason() : refusal.getMessage();
        return reason != null ? reason : refusal.getClass().getSimpleName();
    }
}
