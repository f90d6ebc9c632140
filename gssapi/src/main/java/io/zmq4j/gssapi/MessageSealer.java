package io.zmq4j.gssapi;

import io.zmq4j.zmtp.mechanism.Sealer;
import io.zmq4j.zmtp.wire.FrameFlags;
import io.zmq4j.zmtp.wire.ProtocolException;

/** Makes of each frame a MESSAGE; see {@link MessageToken}. How large a token is, is known when it is made. */
final class MessageSealer implements Sealer {
    private static final byte[] NONE = {};

    private final SecurityContext context;

    /** Of the frame whose size was asked for. */
    private byte[] token = NONE;

    MessageSealer(SecurityContext context) {
        this.context = context;
    }

    /** @throws IllegalStateException if the context does not wrap, which ends the connection */
    @Override
    public long sealedSize(int flags, byte[] body) {
        int inside = flags == FrameFlags.COMMAND ? MessageToken.COMMAND : flags & MessageToken.MORE;
        try {
            token = MessageToken.wrapped(context, inside, body);
        } catch (ProtocolException e) {
            throw new IllegalStateException(e);
        }
        return (long) MessageToken.FRAMING + token.length;
    }

    @Override
    public void seal(int flags, byte[] body, byte[] into, int at) {
        MessageToken.put(token, into, at);
        token = NONE;
    }

    @Override
    public void end() {
        context.dispose();
    }
}
