package io.zmq4j.gssapi;

import io.zmq4j.zmtp.CloseReason;
import io.zmq4j.zmtp.wire.ProtocolException;
import org.ietf.jgss.GSSContext;
import org.ietf.jgss.GSSException;
import org.ietf.jgss.MessageProp;

/**
 * A security context that both sides have agreed on. One may not be used by two threads at once, and a connection's halves are driven by
 * two: so each call holds its monitor, for as long as it takes to encrypt a frame.
 */
final class SecurityContext {
    /** What a token's size is tried with to learn by how much it is larger than what is in it. */
    private static final int TRIED = 1 << 24;

    private final GSSContext context;

    SecurityContext(GSSContext context) {
        this.context = context;
    }

    /**
     * Encrypts and signs what is to be sent next.
     *
     * @throws ProtocolException if that fails: the connection cannot go on
     */
    byte[] wrap(byte[] clear) throws ProtocolException {
        var properties = new MessageProp(true);
        byte[] token;
        try {
            synchronized (this) {
                token = context.wrap(clear, 0, clear.length, properties);
            }
        } catch (GSSException | RuntimeException e) {
            throw new ProtocolException(
                    CloseReason.INTERNAL_ERROR, "the security context does not wrap: " + Refusals.message(e));
        }
        if (!properties.getPrivacy()) {
            throw new ProtocolException(CloseReason.INTERNAL_ERROR, "the security context signs and does not encrypt");
        }
        return token;
    }

    /**
     * Decrypts what the peer has sent next.
     *
     * <p>The JDK's own Kerberos takes a token's number from its header, and does not compare that with the copy that was encrypted with
     * the message (RFC 4121, 4.2.4, wants it to): so it tells an accident, and a copy of a token, but not a number that somebody on the
     * way has changed.
     *
     * @return it, in an array that belongs to the caller
     * @throws ProtocolException if it was not encrypted, not by the peer, or is not next
     */
    byte[] unwrap(byte[] bytes, int at, int size) throws ProtocolException {
        var properties = new MessageProp(false);
        byte[] clear;
        try {
            synchronized (this) {
                clear = context.unwrap(bytes, at, size, properties);
            }
        } catch (GSSException | RuntimeException e) {
            // Whatever a token makes of the provider that reads it, the connection alone ends.
            throw MessageToken.refused("MESSAGE's token does not unwrap: " + Refusals.message(e));
        }
        if (!properties.getPrivacy()) {
            throw MessageToken.refused("MESSAGE's token is signed and not encrypted");
        }
        if (properties.isDuplicateToken() || properties.isOldToken()) {
            throw MessageToken.refused("MESSAGE's token came before");
        }
        if (properties.isGapToken() || properties.isUnseqToken()) {
            throw MessageToken.refused("MESSAGE's token is not the next one");
        }
        return clear;
    }

    /** By how many bytes a token is larger than what is in it, at most. */
    int largestOverhead() throws ProtocolException {
        try {
            synchronized (this) {
                return TRIED - context.getWrapSizeLimit(0, true, TRIED);
            }
        } catch (GSSException | RuntimeException e) {
            throw Refusals.ofOurs("the security context does not tell its sizes", e);
        }
    }

    /** The initiator's name, such as {@code anna@EXAMPLE}. */
    String client() throws ProtocolException {
        try {
            synchronized (this) {
                return context.getSrcName().toString();
            }
        } catch (GSSException | RuntimeException e) {
            throw Refusals.ofOurs("the security context does not tell the client's name", e);
        }
    }

    /** Nothing is wrapped or unwrapped any more. May be called again. */
    void dispose() {
        try {
            synchronized (this) {
                context.dispose();
            }
        } catch (GSSException e) {
            // It is given up, and that is all that was wanted.
        }
    }
}
