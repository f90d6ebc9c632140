package io.zmq4j.gssapi;

import io.zmq4j.zmtp.mechanism.Mechanism;
import io.zmq4j.zmtp.mechanism.Security;
import io.zmq4j.zmtp.wire.Metadata;
import java.util.Objects;
import org.ietf.jgss.GSSCredential;
import org.jspecify.annotations.Nullable;

/**
 * GSSAPI by Kerberos: both sides prove to each other who they are, and what is sent can be read by the peer alone. Which side is the
 * server does not depend on which side binds.
 *
 * <p>Credentials are looked for anew for each connection, by a worker, where the JDK looks for them: in a JAAS configuration, a ticket
 * cache or a keytab, if the system property {@code javax.security.auth.useSubjectCredsOnly} is {@code false}. The worker has no
 * {@code Subject}: who has logged in by himself gives a {@linkplain #withCredential credential}.
 *
 * <p>Immutable, and shared by any number of connections and threads. Each method that sets something gives another object.
 */
public final class Gssapi implements Security {
    /** The name in the greeting. */
    public static final String NAME = "GSSAPI";

    private final @Nullable Principal principal;

    /** Null where this side is the server. */
    private final @Nullable Principal service;

    private final @Nullable GSSCredential credential;
    private final boolean encrypts;

    private Gssapi(
            @Nullable Principal principal,
            @Nullable Principal service,
            @Nullable GSSCredential credential,
            boolean encrypts) {
        this.principal = principal;
        this.service = service;
        this.credential = credential;
        this.encrypts = encrypts;
    }

    /**
     * The side that clients know by its service's name. Lets in everybody who has a ticket for it, unless somebody decides.
     *
     * @param principal {@linkplain GssapiNameType#HOST_BASED service@host}, unless {@link #withPrincipalType} says otherwise; its
     *     key is in a keytab
     */
    public static Gssapi server(String principal) {
        return new Gssapi(hostBased(principal, "principal"), null, null, true);
    }

    /**
     * The side that knows the service's name.
     *
     * @param principal who this side is, in any way of {@link GssapiNameType}; null for whoever has logged in here
     * @param servicePrincipal whom it wants to talk to
     */
    public static Gssapi client(@Nullable String principal, String servicePrincipal) {
        Principal service = hostBased(servicePrincipal, "servicePrincipal");
        return new Gssapi(principal == null ? null : hostBased(principal, "principal"), service, null, true);
    }

    private static Principal hostBased(String text, String argument) {
        Objects.requireNonNull(text, argument);
        if (text.isEmpty()) {
            throw new IllegalArgumentException("an empty " + argument + ", it has one character at least");
        }
        return new Principal(text, GssapiNameType.HOST_BASED);
    }

    /**
     * How this side's own principal is written; {@link GssapiNameType#HOST_BASED} by default.
     *
     * @throws IllegalStateException if it has none
     */
    public Gssapi withPrincipalType(GssapiNameType type) {
        Objects.requireNonNull(type, "type");
        if (principal == null) {
            throw new IllegalStateException("this client has no principal of its own");
        }
        return new Gssapi(new Principal(principal.text(), type), service, credential, encrypts);
    }

    /**
     * How the service's principal is written; {@link GssapiNameType#HOST_BASED} by default.
     *
     * @throws IllegalStateException if this side is the server
     */
    public Gssapi withServicePrincipalType(GssapiNameType type) {
        Objects.requireNonNull(type, "type");
        if (service == null) {
            throw new IllegalStateException("a server knows no other service");
        }
        return new Gssapi(principal, new Principal(service.text(), type), credential, encrypts);
    }

    /**
     * What this side proves itself by, whatever its principal is; kept, and never disposed of here. To dispose of it ends what can be
     * connected with it.
     */
    public Gssapi withCredential(GSSCredential credential) {
        return new Gssapi(principal, service, Objects.requireNonNull(credential, "credential"), encrypts);
    }

    /**
     * Both sides prove who they are, and then everything goes in the clear and unsigned: somebody on the way reads, changes and adds what
     * he likes. libzmq's {@code ZMQ_GSSAPI_PLAINTEXT}; the peer must have it as well.
     */
    public Gssapi withoutEncryption() {
        return new Gssapi(principal, service, credential, false);
    }

    @Override
    public String mechanism() {
        return NAME;
    }

    @Override
    public boolean isServer() {
        return service == null;
    }

    /** Who decides about a client is told its principal, such as {@code anna@EXAMPLE}. */
    @Override
    public Mechanism create(Metadata own, boolean authenticates) {
        Objects.requireNonNull(own, "own");
        var credentials = new Credentials(principal, credential);
        return service == null
                ? new GssapiServer(credentials, encrypts, authenticates, own)
                : new GssapiClient(credentials, service, encrypts, own);
    }

    /** The role and the principals. */
    @Override
    public String toString() {
        var text = new StringBuilder("GSSAPI role=").append(isServer() ? "server" : "client");
        if (principal != null) {
            text.append(" principal=").append(principal);
        }
        if (service != null) {
            text.append(" serviceprincipal=").append(service);
        }
        return text.append(encrypts ? "" : " plaintext=true").toString();
    }
}
