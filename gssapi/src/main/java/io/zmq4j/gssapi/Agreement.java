package io.zmq4j.gssapi;

import io.zmq4j.zmtp.wire.ProtocolException;
import org.ietf.jgss.GSSContext;
import org.ietf.jgss.GSSException;

/**
 * What both sides insist on: one token each way, which is what Kerberos takes where the server proves itself as well, and a context that
 * can do what the traffic needs.
 */
final class Agreement {
    private Agreement() {}

    static SecurityContext checked(GSSContext context, boolean encrypts) throws ProtocolException {
        if (!context.isEstablished()) {
            throw Refusals.ofPeer("a token each way does not make the security context");
        }
        if (!context.getMutualAuthState()) {
            throw Refusals.ofPeer("a security context in which the server does not prove itself");
        }
        if (encrypts && !(context.getConfState() && context.getIntegState() && context.getReplayDetState())) {
            throw Refusals.ofPeer("a security context that does not encrypt, or does not tell what comes again");
        }
        return new SecurityContext(context);
    }

    /** One that did not come to anything. */
    static void abandon(GSSContext context) {
        try {
            context.dispose();
        } catch (GSSException e) {
            // It is given up, and that is all that was wanted.
        }
    }
}
