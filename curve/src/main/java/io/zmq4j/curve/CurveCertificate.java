package io.zmq4j.curve;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.zmq4j.zmtp.wire.Z85;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A key, or a pair, with what is to be known of its owner, in files that CZMQ and pyzmq read and write (RFC 4, ZPL). By their custom
 * the public one is called {@code name.key} or {@code name.txt}, and the secret one the same with {@code _secret} behind. Immutable.
 */
public final class CurveCertificate {
    private static final int LARGEST = 64 * 1024;
    private static final String METADATA = "metadata";
    private static final String PUBLIC_KEY = "curve/public-key";
    private static final String SECRET_KEY = "curve/secret-key";

    private static final String PUBLIC_BANNER = """
            #   A public CURVE certificate of ZeroMQ, for whoever is to know its owner.
            #   Whoever can change it on its way can take the owner's place.

            """;

    private static final String SECRET_BANNER = """
            #   A secret CURVE certificate of ZeroMQ, for its owner and nobody else.

            """;

    private final CurvePublicKey publicKey;
    private final Optional<CurveKeyPair> keyPair;
    private final Map<String, String> metadata;

    private CurveCertificate(CurvePublicKey publicKey, Optional<CurveKeyPair> keyPair, Map<String, String> metadata) {
        this.publicKey = publicKey;
        this.keyPair = keyPair;
        this.metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
    }

    /** Without a secret key. */
    public static CurveCertificate of(CurvePublicKey publicKey, Map<String, String> metadata) {
        Objects.requireNonNull(publicKey, "publicKey");
        return new CurveCertificate(publicKey, Optional.empty(), Objects.requireNonNull(metadata, "metadata"));
    }

    /** With a secret key. */
    public static CurveCertificate of(CurveKeyPair keyPair, Map<String, String> metadata) {
        Objects.requireNonNull(keyPair, "keyPair");
        Objects.requireNonNull(metadata, "metadata");
        return new CurveCertificate(keyPair.publicKey(), Optional.of(keyPair), metadata);
    }

    public CurvePublicKey publicKey() {
        return publicKey;
    }

    /** Empty if it was read from a public file, or made without. */
    public Optional<CurveKeyPair> keyPair() {
        return keyPair;
    }

    /** What is known of the owner, such as a name, in the order it was given in. */
    public Map<String, String> metadata() {
        return metadata;
    }

    /**
     * Reads a file, public or secret.
     *
     * @throws UncheckedIOException if it cannot be read
     * @throws IllegalArgumentException if it is no certificate: larger than 64 KiB, no ZPL, without a public key, or with a secret key
     *     that is another's
     */
    public static CurveCertificate load(Path file) {
        Objects.requireNonNull(file, "file");
        byte[] bytes = read(file);
        CharBuffer text = UTF_8.decode(ByteBuffer.wrap(bytes));
        try {
            return parse(Zpl.parse(text));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("%s is no certificate: %s".formatted(file, e.getMessage()), e);
        } finally {
            Arrays.fill(bytes, (byte) 0);
            Arrays.fill(text.array(), '\0');
        }
    }

    /**
     * The pair in a secret file.
     *
     * @throws IllegalArgumentException if it cannot be read, is no certificate, or has no secret key
     */
    static CurveKeyPair keyPairIn(String file) {
        try {
            return load(Path.of(file))
                    .keyPair()
                    .orElseThrow(() -> new IllegalArgumentException(file + " has no secret key"));
        } catch (UncheckedIOException e) {
            throw new IllegalArgumentException(file + " cannot be read", e);
        }
    }

    private static byte[] read(Path file) {
        try (var input = Files.newInputStream(file)) {
            byte[] bytes = input.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw new IllegalArgumentException(
                        "%s is no certificate: it is larger than %d bytes".formatted(file, LARGEST));
            }
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CurveCertificate parse(Map<String, CharSequence> values) {
        CharSequence publicText = values.get(PUBLIC_KEY);
        if (publicText == null) {
            throw new IllegalArgumentException("it has no " + PUBLIC_KEY);
        }
        CurvePublicKey publicKey = CurvePublicKey.of(publicText);
        var metadata = new LinkedHashMap<String, String>();
        values.forEach((name, value) -> {
            if (name.startsWith(METADATA + "/")) {
                metadata.put(name.substring(METADATA.length() + 1), value.toString());
            }
        });
        CharSequence secretText = values.get(SECRET_KEY);
        if (secretText == null) {
            return of(publicKey, metadata);
        }
        CurveKeyPair keyPair = CurveKeyPair.of(secretText);
        if (!keyPair.publicKey().equals(publicKey)) {
            keyPair.destroy();
            throw new IllegalArgumentException("its keys do not belong together");
        }
        return of(keyPair, metadata);
    }

    /**
     * Writes the public key and what is known of the owner to a file, in place of what was there.
     *
     * @throws UncheckedIOException if it cannot be written
     * @throws IllegalArgumentException if a property's name or value cannot be written in ZPL
     */
    public void savePublic(Path file) {
        Objects.requireNonNull(file, "file");
        byte[] text = text(PUBLIC_BANNER).getBytes(UTF_8);
        try {
            Files.write(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Writes all of it to a file, in place of what was there. Nobody but the owner may read it, from its first byte on; where a file
     * system has no such permissions, it is as the directory says.
     *
     * @throws UncheckedIOException if it cannot be written; then what was there is still there
     * @throws IllegalArgumentException if a property's name or value cannot be written in ZPL
     * @throws IllegalStateException if it has no secret key, or that was destroyed
     */
    public void saveSecret(Path file) {
        Objects.requireNonNull(file, "file");
        CurveKeyPair pair = keyPair.orElseThrow(() -> new IllegalStateException("the certificate has no secret key"));
        byte[] secret = pair.secretKey();
        char[] characters = Z85.toCharacters(secret);
        byte[] octets = UTF_8.encode(CharBuffer.wrap(characters)).array();
        byte[] text = Octets.concat(
                (text(SECRET_BANNER) + "    secret-key = \"").getBytes(UTF_8),
                Arrays.copyOf(octets, characters.length),
                "\"\n".getBytes(UTF_8));
        try {
            replace(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            Arrays.fill(secret, (byte) 0);
            Arrays.fill(characters, '\0');
            Arrays.fill(octets, (byte) 0);
            Arrays.fill(text, (byte) 0);
        }
    }

    /** All but the secret key. */
    private String text(String banner) {
        var text = new StringBuilder(banner).append(METADATA).append('\n');
        metadata.forEach((name, value) -> text.append(Zpl.line(name, value)));
        return text.append("curve\n")
                .append(Zpl.line("public-key", publicKey.toString()))
                .toString();
    }

    /** By a file beside it: one that is there may have been opened by others. */
    private static void replace(Path file, byte[] text) throws IOException {
        Path directory = Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file in a directory");
        Path beside = Files.createTempFile(directory, ".", ".new", ownerOnly(directory));
        try {
            Files.write(beside, text);
            Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    private static FileAttribute<?>[] ownerOnly(Path directory) {
        return directory.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    /** The public key and what is known of its owner; never a secret key. */
    @Override
    public String toString() {
        return "CurveCertificate[%s, %s]".formatted(publicKey, metadata);
    }
}
