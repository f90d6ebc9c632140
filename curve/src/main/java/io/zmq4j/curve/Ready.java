package io.zmq4j.curve;

import io.zmq4j.curve.cipher.SecretBox;
import io.zmq4j.zmtp.wire.Command;
import io.zmq4j.zmtp.wire.Metadata;
import io.zmq4j.zmtp.wire.ProtocolException;
import io.zmq4j.zmtp.wire.Unsigned;

/**
 * The server's second command (RFC 26, "The READY Command").
 *
 * <pre>
 *  +-----------+-------------+--------------------------+
 *  | 5 "READY" | short nonce | Box [metadata](S' to C') |
 *  +-----------+-------------+--------------------------+
 *      0..5         6..13              14..
 * </pre>
 */
final class Ready {
    private static final int SMALLEST = 30;
    private static final int NONCE_AT = 6;
    private static final int BOX_AT = 14;

    private Ready() {}

    /** {@code key} is the one of s' and C'. */
    static Command command(long nonce, Metadata metadata, byte[] key) {
        byte[] box = SecretBox.seal(key, Nonces.ofShort(Nonces.READY, nonce), metadata.encode());
        var number = new byte[Nonces.SHORT];
        Unsigned.putUint64(number, 0, nonce);
        return new Command(Command.READY, Octets.concat(Command.prefix(Command.READY), number, box));
    }

    static void check(Command command) throws ProtocolException {
        Octets.expect(Command.READY, command);
        int size = command.body().length;
        if (size < SMALLEST) {
            throw Octets.malformed("a READY of %d bytes, it has %d at least".formatted(size, SMALLEST));
        }
    }

    static long nonce(byte[] body) {
        return Unsigned.uint64(body, NONCE_AT);
    }

    /** {@code key} is the one of c' and S'. */
    static Metadata open(byte[] body, byte[] key) throws ProtocolException {
        byte[] nonce = Nonces.of(Nonces.READY, body, NONCE_AT);
        return Metadata.parse(Octets.open("READY's box", key, nonce, body, BOX_AT, body.length - BOX_AT), 0);
    }
}
