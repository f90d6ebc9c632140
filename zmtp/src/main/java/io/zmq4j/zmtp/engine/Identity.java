package io.zmq4j.zmtp.engine;

import io.zmq4j.zmtp.CloseReason;
import io.zmq4j.zmtp.wire.Printable;
import io.zmq4j.zmtp.wire.ProtocolException;

/** The rules for what a peer may call itself (RFC 37, "The Identity Property"). */
final class Identity {
    static final int LONGEST = 255;
    static final byte[] NONE = {};

    private Identity() {}

    static byte[] checked(byte[] identity) throws ProtocolException {
        if (identity.length > LONGEST) {
            throw new ProtocolException(
                    CloseReason.INVALID_METADATA,
                    "an Identity of %d bytes, allowed are %d".formatted(identity.length, LONGEST));
        }
        // Those that start with zero are for the implementation's own use.
        if (identity.length > 0 && identity[0] == 0) {
            throw new ProtocolException(
                    CloseReason.INVALID_METADATA, "Identity %s starts with zero".formatted(Printable.text(identity)));
        }
        return identity;
    }
}
