package io.zmq4j.zmtp.mechanism;

import io.zmq4j.zmtp.wire.Metadata;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * PLAIN (RFC 24): the client tells the server a user name and a password, which somebody decides about. Nothing is encrypted and
 * the server proves nothing: whoever is on the way between them reads the password and everything else, and may be the server.
 */
public final class Plain implements Security {
    /** The name in the greeting. */
    public static final String NAME = "PLAIN";

    /** The size that one octet can tell. */
    private static final int LONGEST = 255;

    private static final byte[] NONE = {};

    private static final Plain SERVER = new Plain(true, NONE, NONE);

    private final boolean server;
    private final byte[] username;
    private final byte[] password;

    private Plain(boolean server, byte[] username, byte[] password) {
        this.server = server;
        this.username = username;
        this.password = password;
    }

    /** The side that lets clients in: each of them only after somebody said so. */
    public static Plain server() {
        return SERVER;
    }

    /**
     * The side that asks to be let in.
     *
     * @param username up to 255 bytes in UTF-8
     * @param password up to 255 bytes in UTF-8; may be empty
     * @throws IllegalArgumentException if one of them is longer; its message has neither
     */
    public static Plain client(String username, String password) {
        Objects.requireNonNull(username, "username");
        Objects.requireNonNull(password, "password");
        return new Plain(false, bytes("username", username), bytes("password", password));
    }

    private static byte[] bytes(String what, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > LONGEST) {
            throw new IllegalArgumentException(
                    "the %s has %d bytes in UTF-8, allowed are 0 to %d".formatted(what, bytes.length, LONGEST));
        }
        return bytes;
    }

    @Override
    public String mechanism() {
        return NAME;
    }

    @Override
    public boolean isServer() {
        return server;
    }

    /** A server asks about every client, whatever {@code authenticates} says: without an answer there is no PLAIN. */
    @Override
    public Mechanism create(Metadata own, boolean authenticates) {
        Objects.requireNonNull(own, "own");
        return server ? new PlainServer(own) : new PlainClient(username, password, own);
    }

    /** The role, and a client's user name; never a password. */
    @Override
    public String toString() {
        return server ? "PLAIN role=server" : "PLAIN username=" + new String(username, StandardCharsets.UTF_8);
    }
}
