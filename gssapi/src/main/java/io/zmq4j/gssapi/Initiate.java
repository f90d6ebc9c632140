package io.zmq4j.gssapi;

import io.zmq4j.zmtp.wire.Command;
import io.zmq4j.zmtp.wire.ProtocolException;
import io.zmq4j.zmtp.wire.Unsigned;
import java.util.Arrays;

/**
 * A token of either side that makes the security context (RFC 2743, 1.1.4).
 *
 * <pre>
 *  +--------------+--------------+----------
 *  | 8 "INITIATE" | token's size | token ...
 *  +--------------+--------------+----------
 *       0..8           9..12       13..
 * </pre>
 *
 * RFC 38 calls the first one HELLO and pads names with spaces; libzmq, which is what there is to talk to, has this.
 */
final class Initiate {
    static final String NAME = "INITIATE";

    private static final int SIZE_AT = 9;
    private static final int TOKEN_AT = 13;

    private static final int LARGEST_TOKEN = 64 * 1024 - TOKEN_AT;

    private Initiate() {}

    static Command command(byte[] token) throws ProtocolException {
        if (token.length > LARGEST_TOKEN) {
            throw Refusals.malformed(
                    "our token has %d bytes, an INITIATE carries %d".formatted(token.length, LARGEST_TOKEN));
        }
        byte[] body = Arrays.copyOf(Command.prefix(NAME), TOKEN_AT + token.length);
        Unsigned.putUint32(body, SIZE_AT, token.length);
        System.arraycopy(token, 0, body, TOKEN_AT, token.length);
        return new Command(NAME, body);
    }

    /** The token, which fills the command to its last byte. */
    static byte[] token(Command command) throws ProtocolException {
        if (!command.name().equals(NAME)) {
            throw Refusals.unexpected(command, NAME);
        }
        byte[] body = command.body();
        if (body.length <= TOKEN_AT) {
            throw Refusals.malformed("an INITIATE of %d bytes has no token".formatted(body.length));
        }
        long declared = Unsigned.uint32(body, SIZE_AT);
        int there = body.length - TOKEN_AT;
        if (declared != there) {
            throw Refusals.malformed("an INITIATE declares a token of %d bytes and has %d".formatted(declared, there));
        }
        if (there > LARGEST_TOKEN) {
            throw Refusals.malformed("a token of %d bytes, allowed are %d".formatted(there, LARGEST_TOKEN));
        }
        return Arrays.copyOfRange(body, TOKEN_AT, body.length);
    }
}
