package io.zmq4j.curve;

import io.zmq4j.curve.cipher.SecretBox;
import io.zmq4j.zmtp.wire.Command;
import io.zmq4j.zmtp.wire.ProtocolException;
import java.util.Arrays;

/**
 * The server's answer to HELLO (RFC 26, "The WELCOME Command").
 *
 * <pre>
 *  +-------------+------------+----------------------------+
 *  | 7 "WELCOME" | long nonce | Box [S' + cookie](S to C') |
 *  +-------------+------------+----------------------------+
 *       0..7         8..23              24..167
 *
 *   in the box     0..31 S'     32..127 cookie
 * </pre>
 *
 * @param transientKey S'
 * @param cookie what the server wants back
 */
record Welcome(byte[] transientKey, byte[] cookie) {
    static final String NAME = "WELCOME";

    private static final int SIZE = 168;
    private static final int NONCE_AT = 8;
    private static final int BOX_AT = 24;
    private static final int KEY_SIZE = 32;

    /** {@code key} is the one of s and C'. */
    static Command command(byte[] transientKey, byte[] cookie, byte[] longNonce, byte[] key) {
        byte[] nonce = Nonces.of(Nonces.WELCOME, longNonce, 0);
        byte[] box = SecretBox.seal(key, nonce, Octets.concat(transientKey, cookie));
        return new Command(NAME, Octets.concat(Command.prefix(NAME), longNonce, box));
    }

    static void check(Command command) throws ProtocolException {
        Octets.expect(NAME, command);
        int size = command.body().length;
        if (size != SIZE) {
            throw Octets.malformed("a WELCOME of %d bytes, it has %d".formatted(size, SIZE));
        }
    }

    /** {@code key} is the one of c' and S. */
    static Welcome open(byte[] body, byte[] key) throws ProtocolException {
        byte[] nonce = Nonces.of(Nonces.WELCOME, body, NONCE_AT);
        byte[] text = Octets.open("WELCOME's box", key, nonce, body, BOX_AT, SIZE - BOX_AT);
        return new Welcome(Arrays.copyOf(text, KEY_SIZE), Arrays.copyOfRange(text, KEY_SIZE, text.length));
    }
}
