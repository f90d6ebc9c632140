package io.zmq4j.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Users and their passwords in a file, {@code user=password} a line; empty lines and those that begin with # do not count. It is read
 * again when it has changed, which is looked at for each peer. No error has a line's text in it.
 */
final class PasswordFile implements Rule {
    /** By which it is seen that a file is another one, or has changed. */
    private record State(
            FileTime modified, long size, @Nullable Object key) {
        static State of(Path file) throws IOException {
            BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
            return new State(now.lastModifiedTime(), now.size(), now.fileKey());
        }
    }

    private final Path file;
    private @Nullable State read;
    private Passwords passwords = new Passwords(Map.of());

    /** Reads it, so that what is wrong is said at once. */
    PasswordFile(Path file) {
        this.file = file;
        readIfChanged();
    }

    @Override
    public synchronized @Nullable String userId(List<byte[]> credentials) {
        readIfChanged();
        return passwords.userId(credentials);
    }

    private synchronized void readIfChanged() {
        try {
            State now = State.of(file);
            if (!Objects.equals(now, read)) {
                passwords = new Passwords(parsed(Files.readAllLines(file, StandardCharsets.UTF_8)));
                read = now;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the passwords in " + file + " cannot be read", e);
        }
    }

    private Map<String, String> parsed(List<String> lines) {
        var users = new HashMap<String, String>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            int equals = line.indexOf('=');
            if (equals < 1) {
                throw wrong(i, "is not user=password");
            }
            if (users.put(line.substring(0, equals), line.substring(equals + 1)) != null) {
                throw wrong(i, "has a user that was there before");
            }
        }
        return users;
    }

    private IllegalArgumentException wrong(int index, String what) {
        return new IllegalArgumentException("line " + (index + 1) + " of " + file + " " + what);
    }
}
