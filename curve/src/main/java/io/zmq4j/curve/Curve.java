package io.zmq4j.curve;

import io.zmq4j.zmtp.mechanism.Mechanism;
import io.zmq4j.zmtp.mechanism.Security;
import io.zmq4j.zmtp.wire.Metadata;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * CURVE (RFC 25): what is sent can be read by the peer alone, clients know that the server is the one whose key they have, and the
 * server knows its clients by their keys. Which side is the server does not depend on which side binds.
 *
 * <p>Immutable, and shared by any number of connections and threads. The key pair is kept, not copied: to destroy it ends what can be
 * connected with it.
 */
public final class Curve implements Security {
    /** The name in the greeting. */
    public static final String NAME = "CURVE";

    private final CurveKeyPair keys;

    /** Null where this side is the server. */
    private final @Nullable CurvePublicKey server;

    private Curve(CurveKeyPair keys, @Nullable CurvePublicKey server) {
        this.keys = keys;
        this.server = server;
    }

    /** The side that clients know by its public key. Lets in whoever has any keys, unless somebody decides. */
    public static Curve server(CurveKeyPair keys) {
        return new Curve(Objects.requireNonNull(keys, "keys"), null);
    }

    /** The side that knows the server's public key. */
    public static Curve client(CurveKeyPair keys, CurvePublicKey server) {
        return new Curve(Objects.requireNonNull(keys, "keys"), Objects.requireNonNull(server, "server"));
    }

    @Override
    public String mechanism() {
        return NAME;
    }

    @Override
    public boolean isServer() {
        return server == null;
    }

    /** Who decides about a client is told its public key, 32 octets. */
    @Override
    public Mechanism create(Metadata own, boolean authenticates) {
        Objects.requireNonNull(own, "own");
        return server == null
                ? new CurveServer(keys, authenticates, own, SystemRandomness.INSTANCE)
                : new CurveClient(keys, server, own, SystemRandomness.INSTANCE);
    }

    /** The role, and public keys; never a secret one. */
    @Override
    public String toString() {
        String own = "CURVE role=%s publickey=%s".formatted(isServer() ? "server" : "client", keys.publicKey());
        return server == null ? own : own + " serverkey=" + server;
    }
}
