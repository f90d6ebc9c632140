package io.zmq4j.gssapi;

import io.zmq4j.zmtp.wire.ProtocolException;
import org.ietf.jgss.GSSContext;
import org.ietf.jgss.GSSCredential;
import org.ietf.jgss.GSSException;
import org.ietf.jgss.GSSManager;

/**
 * The server's half of a context: a client's token makes it, or does not. May read files.
 *
 * @param reply the proof that this side is who it should be
 * @param client whose token it was
 */
record Acceptor(SecurityContext context, byte[] reply, String client) {
    static Acceptor of(Credentials credentials, byte[] token, boolean encrypts) throws ProtocolException {
        GSSContext context;
        GSSCredential credential;
        var manager = GSSManager.getInstance();
        try {
            credential = credentials.acquire(manager, GSSCredential.ACCEPT_ONLY);
            context = manager.createContext(credential);
        } catch (GSSException | RuntimeException e) {
            throw Refusals.ofOurs("no key to know clients by", e);
        }
        boolean agreed = false;
        try {
            byte[] reply = context.acceptSecContext(token, 0, token.length);
            SecurityContext complete = Agreement.checked(context, encrypts);
            if (reply == null || reply.length == 0) {
                throw Refusals.ofPeer("the client wants no proof that this is its server");
            }
            var accepted = new Acceptor(complete, reply, complete.client());
            agreed = true;
            return accepted;
        } catch (GSSException | RuntimeException e) {
            // Whatever a token makes of the provider that reads it, the connection alone ends.
            throw Refusals.ofPeer("the client does not prove itself: " + Refusals.message(e));
        } finally {
            credentials.release(credential);
            if (!agreed) {
                Agreement.abandon(context);
            }
        }
    }
}
