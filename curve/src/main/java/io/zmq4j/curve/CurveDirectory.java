package io.zmq4j.curve;

import io.zmq4j.zmtp.wire.Z85;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The clients whose public certificates lie in a directory, {@code *.key} each, as a rule for an authenticator: gives a client's
 * public key in {@link Z85} as its user id, or null for a stranger. Certificates may come and go; it is looked at for each client, and
 * what has changed is read again. Safe for any thread.
 *
 * <p>A file that is no certificate lets nobody in, and keeps nobody out whose certificate is one.
 */
public final class CurveDirectory implements Function<byte[], @Nullable String> {
    private static final System.Logger LOG = System.getLogger("io.zmq4j");

    private static final String CERTIFICATES = "*.key";

    /** By which it is seen that a file is another one, or has changed; and its key, if it has one. */
    private record Known(
            FileTime modified, long size, @Nullable CurvePublicKey key) {
        boolean isOf(CurvePublicKey asked) {
            return key != null && asked.equals(key);
        }
    }

    private final Path directory;
    private Map<Path, Known> known = Map.of();

    /**
     * Reads what is there.
     *
     * @throws UncheckedIOException if the directory cannot be read
     */
    public CurveDirectory(Path directory) {
        this.directory = Objects.requireNonNull(directory, "directory");
        look();
    }

    /** @throws UncheckedIOException if the directory cannot be read any more */
    @Override
    public synchronized @Nullable String apply(byte[] publicKey) {
        CurvePublicKey asked = CurvePublicKey.of(publicKey);
        look();
        return known.values().stream().anyMatch(file -> file.isOf(asked)) ? asked.toString() : null;
    }

    private synchronized void look() {
        Map<Path, Known> now = new HashMap<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, CERTIFICATES)) {
            for (Path file : files) {
                Known read = read(file, known.get(file));
                if (read != null) {
                    now.put(file, read);
                }
            }
        } catch (DirectoryIteratorException e) {
            throw new UncheckedIOException(e.getCause());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        known = now;
    }

    /** Null if it has gone meanwhile. */
    private static @Nullable Known read(Path file, @Nullable Known before) {
        try {
            BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
            if (before != null && before.modified.equals(now.lastModifiedTime()) && before.size == now.size()) {
                return before;
            }
            return new Known(now.lastModifiedTime(), now.size(), key(file));
        } catch (IOException e) {
            return null;
        }
    }

    private static @Nullable CurvePublicKey key(Path file) {
        try {
            return CurveCertificate.load(file).publicKey();
        } catch (IllegalArgumentException | UncheckedIOException e) {
            LOG.log(System.Logger.Level.WARNING, "lets nobody in: {0}", e.getMessage());
            return null;
        }
    }
}
