package io.zmq4j.curve;

import io.zmq4j.curve.cipher.SecretBox;
import io.zmq4j.zmtp.wire.Command;
import io.zmq4j.zmtp.wire.ProtocolException;
import io.zmq4j.zmtp.wire.Unsigned;
import java.util.Arrays;

/**
 * The client's first command (RFC 26, "The HELLO Command").
 *
 * <pre>
 *  +-----------+---------+----------+---------+-------------+-------------------------+
 *  | 5 "HELLO" | version | 72 zeros |   C'    | short nonce | Box [64 zeros](C' to S) |
 *  +-----------+---------+----------+---------+-------------+-------------------------+
 *       0..5       6..7     8..79     80..111    112..119            120..199
 * </pre>
 */
final class Hello {
    static final String NAME = "HELLO";

    private static final int SIZE = 200;
    private static final int VERSION_AT = 6;
    private static final byte[] VERSION = {1, 0};
    private static final int PADDING_AT = 8;
    private static final int KEY_AT = 80;
    private static final int NONCE_AT = 112;
    private static final int BOX_AT = 120;
    private static final int SIGNED = 64;

    private Hello() {}

    /** {@code key} is the one of c' and S. */
    static Command command(byte[] transientKey, long nonce, byte[] key) {
        byte[] box = SecretBox.seal(key, Nonces.ofShort(Nonces.HELLO, nonce), new byte[SIGNED]);
        byte[] body = Arrays.copyOf(Command.prefix(NAME), SIZE);
        System.arraycopy(VERSION, 0, body, VERSION_AT, VERSION.length);
        System.arraycopy(transientKey, 0, body, KEY_AT, transientKey.length);
        Unsigned.putUint64(body, NONCE_AT, nonce);
        System.arraycopy(box, 0, body, BOX_AT, box.length);
        return new Command(NAME, body);
    }

    /** Refuses what can be refused without a key. */
    static void check(Command command) throws ProtocolException {
        Octets.expect(NAME, command);
        byte[] body = command.body();
        if (body.length != SIZE) {
            throw Octets.malformed("a HELLO of %d bytes, it has %d".formatted(body.length, SIZE));
        }
        if (!Arrays.equals(body, VERSION_AT, PADDING_AT, VERSION, 0, VERSION.length)) {
            throw Octets.malformed("a HELLO of CurveZMQ %d.%d, spoken is 1.0"
                    .formatted(Unsigned.uint8(body, VERSION_AT), Unsigned.uint8(body, VERSION_AT + 1)));
        }
        for (int at = PADDING_AT; at < KEY_AT; at++) {
            if (body[at] != 0) {
                throw Octets.malformed("a HELLO with something in its padding at octet %d".formatted(at));
            }
        }
    }

    static byte[] transientKey(byte[] body) {
        return Arrays.copyOfRange(body, KEY_AT, NONCE_AT);
    }

    static long nonce(byte[] body) {
        return Unsigned.uint64(body, NONCE_AT);
    }

    /** Refuses one that was not made by the owner of C' for the owner of S. */
    static void verify(byte[] body, byte[] key) throws ProtocolException {
        byte[] nonce = Nonces.of(Nonces.HELLO, body, NONCE_AT);
        byte[] signed = Octets.open("HELLO's box", key, nonce, body, BOX_AT, SIZE - BOX_AT);
        if (!Arrays.equals(signed, new byte[SIGNED])) {
            throw Octets.malformed("HELLO's box has something else in it than zeros");
        }
    }
}
