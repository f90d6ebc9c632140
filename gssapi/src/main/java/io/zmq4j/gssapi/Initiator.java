package io.zmq4j.gssapi;

import io.zmq4j.zmtp.wire.ProtocolException;
import org.ietf.jgss.GSSContext;
import org.ietf.jgss.GSSCredential;
import org.ietf.jgss.GSSException;
import org.ietf.jgss.GSSManager;
import org.jspecify.annotations.Nullable;

/** The client's half of a context that is being made. Both steps may read files and talk to a KDC. */
final class Initiator {
    private static final byte[] NONE = {};

    private final Credentials credentials;
    private final boolean encrypts;
    private final GSSCredential credential;
    private final GSSContext context;
    private final byte[] token;

    private Initiator(
            Credentials credentials, boolean encrypts, GSSCredential credential, GSSContext context, byte[] token) {
        this.credentials = credentials;
        this.encrypts = encrypts;
        this.credential = credential;
        this.context = context;
        this.token = token;
    }

    static Initiator begin(Credentials credentials, Principal service, boolean encrypts) throws ProtocolException {
        var manager = GSSManager.getInstance();
        GSSCredential credential;
        GSSContext context;
        try {
            credential = credentials.acquire(manager, GSSCredential.INITIATE_ONLY);
            context = manager.createContext(
                    service.name(manager), Kerberos.MECHANISM, credential, GSSContext.DEFAULT_LIFETIME);
        } catch (GSSException | RuntimeException e) {
            throw Refusals.ofOurs("no credentials to talk to " + service + " with", e);
        }
        byte @Nullable [] token = null;
        try {
            context.requestMutualAuth(true);
            context.requestConf(encrypts);
            context.requestInteg(true);
            context.requestReplayDet(true);
            context.requestSequenceDet(true);
            context.requestCredDeleg(false);
            token = context.initSecContext(NONE, 0, 0);
            if (token == null) {
                throw Refusals.ofPeer("there is nothing to tell " + service);
            }
            return new Initiator(credentials, encrypts, credential, context, token);
        } catch (GSSException | RuntimeException e) {
            throw Refusals.ofOurs("no ticket for " + service, e);
        } finally {
            if (token == null) {
                credentials.release(credential);
                Agreement.abandon(context);
            }
        }
    }

    /** For the server. */
    byte[] token() {
        return token;
    }

    /** There will be no proof of the server's. May be called again. */
    void abandon() {
        credentials.release(credential);
        Agreement.abandon(context);
    }

    /** Takes the server's proof that it is who it should be. */
    SecurityContext complete(byte[] reply) throws ProtocolException {
        boolean agreed = false;
        try {
            byte[] more = context.initSecContext(reply, 0, reply.length);
            if (more != null && more.length > 0) {
                throw Refusals.ofPeer("the server's token asks for one more");
            }
            SecurityContext complete = Agreement.checked(context, encrypts);
            agreed = true;
            return complete;
        } catch (GSSException | RuntimeException e) {
            throw Refusals.ofPeer("the server does not prove itself: " + Refusals.message(e));
        } finally {
            credentials.release(credential);
            if (!agreed) {
                Agreement.abandon(context);
            }
        }
    }
}
