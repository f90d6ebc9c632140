package org.zeromq;

import io.zmq4j.jeromq.SecretFile;
import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.TreeMap;
import org.zeromq.ZMQ.Curve.KeyPair;
import org.zeromq.ZMQ.Socket;
import org.zeromq.util.ZMetadata;
import zmq.util.Z85;

/**
 * A public key for CURVE, mostly with its secret key, and with what is to be known of its owner. Its files, in ZPL, are those of CZMQ and
 * pyzmq; {@link ZConfig#load} and {@link ZCertStore} read them.
 */
public class ZCert {
    private static final int KEY_SIZE = 32;
    private static final int TEXT_SIZE = 40;

    private final byte[] publicKey;
    private final byte[] secretKey;
    private final ZMetadata metadata = new ZMetadata();

    /** With new keys. */
    public ZCert() {
        this(ZMQ.Curve.generateKeyPair());
    }

    /** With a public key of 40 characters of Z85 alone. */
    public ZCert(String publicKey) {
        this(publicKey, null);
    }

    /** With the keys of a pair. */
    public ZCert(KeyPair keys) {
        this(keys.publicKey, keys.secretKey);
    }

    /**
     * With keys of 32 bytes, copied.
     *
     * @param secretKey or null
     * @throws IllegalArgumentException if they are of another size, or there is no public one
     */
    public ZCert(byte[] publicKey, byte[] secretKey) {
        this.publicKey = checked("public", publicKey);
        this.secretKey = secretKey == null ? null : checked("secret", secretKey);
    }

    /**
     * With keys of 40 characters of Z85.
     *
     * @param secretKey or null
     * @throws IllegalArgumentException if they are no such keys, or there is no public one
     */
    public ZCert(String publicKey, String secretKey) {
        this.publicKey = decoded("public", publicKey);
        this.secretKey = secretKey == null ? null : decoded("secret", secretKey);
    }

    private static byte[] checked(String which, byte[] key) {
        if (key == null) {
            throw new IllegalArgumentException("the %s key is null: a certificate has one".formatted(which));
        }
        if (key.length != KEY_SIZE) {
            throw new IllegalArgumentException(
                    "a %s key of %d bytes, allowed are %d".formatted(which, key.length, KEY_SIZE));
        }
        return key.clone();
    }

    /** What is refused is not repeated: it may be a secret. */
    private static byte[] decoded(String which, String key) {
        if (key == null) {
            throw new IllegalArgumentException("the %s key is null: a certificate has one".formatted(which));
        }
        if (key.length() != TEXT_SIZE) {
            throw new IllegalArgumentException(
                    "a %s key of %d characters, allowed are %d".formatted(which, key.length(), TEXT_SIZE));
        }
        byte[] bytes = Z85.decode(key);
        if (bytes == null) {
            throw new IllegalArgumentException("the %s key is no Z85".formatted(which));
        }
        return bytes;
    }

    /** The 32 bytes of the public key, a copy. */
    public byte[] getPublicKey() {
        return publicKey.clone();
    }

    /** The 32 bytes of the secret key, a copy, or null. */
    public byte[] getSecretKey() {
        return secretKey == null ? null : secretKey.clone();
    }

    /** The 40 characters of the public key. */
    public String getPublicKeyAsZ85() {
        return Z85.encode(publicKey, KEY_SIZE);
    }

    /** The 40 characters of the secret key, or null. */
    public String getSecretKeyAsZ85() {
        return secretKey == null ? null : Z85.encode(secretKey, KEY_SIZE);
    }

    /** Gives a socket these keys as its own. */
    public void apply(Socket socket) {
        socket.setCurvePublicKey(getPublicKey());
        if (secretKey != null) {
            socket.setCurveSecretKey(getSecretKey());
        }
    }

    /** What is known of the owner: it can be changed. */
    public ZMetadata getMetadata() {
        return metadata;
    }

    /** A property of the owner, or null. */
    public String getMeta(String key) {
        return metadata.get(key);
    }

    /** Sets a property of the owner, such as a name. */
    public void setMeta(String key, String value) {
        metadata.set(key, value);
    }

    public void unsetMeta(String key) {
        metadata.remove(key);
    }

    /**
     * Writes all but the secret key to a file, in place of what was there. Makes directories as needed.
     *
     * @throws IllegalArgumentException if a property cannot be written in ZPL
     */
    public File savePublic(String filename) throws IOException {
        var file = new File(filename);
        String text = publicText();
        ZConfig.makeDirectory(file);
        try (var writer = new OutputStreamWriter(new FileOutputStream(file), StandardCharsets.UTF_8)) {
            writer.write(text);
        }
        return file;
    }

    /** Writes all but the secret key. */
    public void savePublic(Writer writer) throws IOException {
        Objects.requireNonNull(writer, "writer");
        writer.write(publicText());
        writer.flush();
    }

    /**
     * Writes all of it to a file, in place of what was there. Nobody but the owner may read it, where the file system has such permissions.
     * Makes directories as needed.
     *
     * @throws IllegalArgumentException if a property cannot be written in ZPL
     */
    public File saveSecret(String filename) throws IOException {
        var file = new File(filename);
        String text = secretText();
        ZConfig.makeDirectory(file);
        SecretFile.write(file.toPath(), text);
        return file;
    }

    /** Writes all of it. */
    public void saveSecret(Writer writer) throws IOException {
        Objects.requireNonNull(writer, "writer");
        writer.write(secretText());
        writer.flush();
    }

    private String publicText() {
        return config("A public CURVE certificate of ZeroMQ, for whoever is to know its owner.")
                .text();
    }

    private String secretText() {
        ZConfig config = config("A secret CURVE certificate of ZeroMQ, for its owner and nobody else.");
        if (secretKey != null) {
            config.putValue("curve/secret-key", getSecretKeyAsZ85());
        }
        return config.text();
    }

    private ZConfig config(String comment) {
        var config = new ZConfig("root", null);
        config.addComment(comment);
        config.addComment("Written by ZCert, "
                + DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                        OffsetDateTime.now(ZoneId.systemDefault()).truncatedTo(ChronoUnit.SECONDS)));
        var sorted = new TreeMap<String, String>();
        metadata.entrySet().forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
        sorted.forEach((key, value) -> config.putValue("metadata/" + key, value));
        config.putValue("curve/public-key", getPublicKeyAsZ85());
        return config;
    }
}
