package org.zeromq;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.zeromq.util.ZDigest;
import org.zeromq.util.ZMetadata;
import zmq.util.Z85;

/**
 * The public keys in a directory of certificates, and in those below it. Each question looks whether files have come, gone or changed since,
 * and reads those again. A file that is no certificate, or larger than 64 KiB, is left out, with a warning to the logger
 * {@code io.zmq4j}. Safe for any thread.
 */
public class ZCertStore {
    private static final System.Logger LOG = System.getLogger("io.zmq4j");

    /** The system property that, set to {@code false}, silences contexts as well. */
    private static final String WARNINGS = "io.zmq4j.warnings";

    private static final int KEY_SIZE = 32;
    private static final int TEXT_SIZE = 40;
    private static final int DEEPEST = 32;
    private static final int LARGEST = 64 * 1024;

    private final Path directory;
    private final Fingerprinter fingerprinter;

    /** Guarded by this. */
    private Map<Path, Certificate> files = Map.of();

    /** By public key. Guarded by this. */
    private final Map<String, Certificate> certificates = new HashMap<>();

    /** With {@link Timestamper}. */
    public ZCertStore(String location) {
        this(location, new Timestamper());
    }

    /**
     * Of a directory, which is made if there is none.
     *
     * @throws IllegalArgumentException if something else is there
     */
    public ZCertStore(String location, Fingerprinter fingerprinter) {
        this.fingerprinter = Objects.requireNonNull(fingerprinter, "fingerprinter");
        var file = new File(location);
        if (!file.mkdirs() && file.exists() && !file.isDirectory()) {
            throw new IllegalArgumentException(location + " is no directory: certificates are read from one");
        }
        directory = file.toPath();
    }

    /**
     * Whether a certificate has this key of 32 bytes.
     *
     * @throws IllegalArgumentException if it is of another size
     */
    public boolean containsPublicKey(byte[] publicKey) {
        if (publicKey.length != KEY_SIZE) {
            throw new IllegalArgumentException(
                    "a public key of %d bytes, allowed are %d".formatted(publicKey.length, KEY_SIZE));
        }
        return containsPublicKey(Z85.encode(publicKey, KEY_SIZE));
    }

    /**
     * Whether a certificate has this key of 40 characters of Z85.
     *
     * @throws IllegalArgumentException if it is of another size
     */
    public boolean containsPublicKey(String publicKey) {
        if (publicKey.length() != TEXT_SIZE) {
            throw new IllegalArgumentException(
                    "a public key of %d characters, allowed are %d".formatted(publicKey.length(), TEXT_SIZE));
        }
        return find(publicKey) != null;
    }

    /** What the certificate of a key of 40 characters of Z85 tells of its owner; null if there is none, or it tells nothing. */
    public ZMetadata getMetadata(String publicKey) {
        Certificate found = find(publicKey);
        return found == null ? null : found.metadata();
    }

    private synchronized Certificate find(String publicKey) {
        refresh();
        return certificates.get(publicKey);
    }

    private void refresh() {
        var seen = new TreeMap<Path, Certificate>();
        for (Path file : certificateFiles()) {
            byte[] fingerprint = fingerprinter.print(file.toFile());
            Certificate known = files.get(file);
            boolean isSame = known != null && fingerprint != null && Arrays.equals(fingerprint, known.fingerprint());
            seen.put(file, isSame ? known : read(file, fingerprint));
        }
        files = seen;
        certificates.clear();
        seen.values().stream()
                .filter(certificate -> certificate.publicKey() != null)
                .forEach(certificate -> certificates.merge(certificate.publicKey(), certificate, Certificate::orElse));
    }

    /** What cannot be looked into has no certificates. */
    private List<Path> certificateFiles() {
        var found = new ArrayList<Path>();
        try {
            Files.walkFileTree(directory, EnumSet.of(FileVisitOption.FOLLOW_LINKS), DEEPEST, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (attributes.isRegularFile()) {
                        found.add(file);
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException failure) {
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path visited, IOException failure) {
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            warn("certificates cannot be read from %s: %s".formatted(directory, e));
        }
        return found;
    }

    private static Certificate read(Path file, byte[] fingerprint) {
        try {
            if (Files.size(file) > LARGEST) {
                throw new IOException("it is larger than %d bytes".formatted(LARGEST));
            }
            ZConfig config = ZConfig.load(file.toString());
            String publicKey = config.getValue("curve/public-key");
            if (publicKey != null && publicKey.length() == TEXT_SIZE) {
                return new Certificate(fingerprint, publicKey, ZMetadata.read(config));
            }
            warn("%s is left out: it has no curve/public-key of %d characters".formatted(file, TEXT_SIZE));
        } catch (IOException | ZConfig.ReadException e) {
            warn("%s is left out: %s".formatted(file, e.getMessage()));
        }
        return new Certificate(fingerprint, null, null);
    }

    private static void warn(String text) {
        if (!"false".equalsIgnoreCase(System.getProperty(WARNINGS))) {
            LOG.log(Level.WARNING, text);
        }
    }

    /** What was read of a file; without a key if it is no certificate. */
    private record Certificate(byte[] fingerprint, String publicKey, ZMetadata metadata) {
        /** The one that tells something: the public and the secret file of a pair have the same key, and often but one of them does. */
        Certificate orElse(Certificate other) {
            return metadata == null || metadata.isEmpty() ? other : this;
        }
    }

    /** Tells by some bytes whether a file is as it was. */
    public interface Fingerprinter {
        /** The same bytes as long as the file is the same; null if that cannot be said. */
        byte[] print(File path);
    }

    /** By the time at which a file was changed, and by its size. */
    public static final class Timestamper implements Fingerprinter {
        public Timestamper() {}

        @Override
        public byte[] print(File path) {
            return ByteBuffer.allocate(2 * Long.BYTES)
                    .putLong(path.lastModified())
                    .putLong(path.length())
                    .array();
        }
    }

    /** By a digest of a file's bytes, or of the names in a directory. */
    public static final class Hasher implements Fingerprinter {
        public Hasher() {}

        @Override
        public byte[] print(File path) {
            String[] names = path.list();
            if (names != null) {
                Arrays.sort(names);
                return new ZDigest()
                        .update(String.join("/", names).getBytes(StandardCharsets.UTF_8))
                        .data();
            }
            try (var input = new FileInputStream(path)) {
                return new ZDigest().update(input).data();
            } catch (IOException e) {
                return null;
            }
        }
    }
}
