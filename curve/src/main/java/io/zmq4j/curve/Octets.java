package io.zmq4j.curve;

import io.zmq4j.curve.cipher.SecretBox;
import io.zmq4j.zmtp.CloseReason;
import io.zmq4j.zmtp.wire.Command;
import io.zmq4j.zmtp.wire.Printable;
import io.zmq4j.zmtp.wire.ProtocolException;

/** What all commands of the handshake are made of and looked at with. */
final class Octets {
    private Octets() {}

    /** One after the other. */
    static byte[] concat(byte[]... parts) {
        int size = 0;
        for (byte[] part : parts) {
            size += part.length;
        }
        var all = new byte[size];
        int at = 0;
        for (byte[] part : parts) {
            System.arraycopy(part, 0, all, at, part.length);
            at += part.length;
        }
        return all;
    }

    static void expect(String name, Command command) throws ProtocolException {
        if (!command.name().equals(name)) {
            throw new ProtocolException(
                    CloseReason.UNEXPECTED_COMMAND,
                    "command %s came where %s belongs".formatted(Printable.text(command.name()), name));
        }
    }

    static ProtocolException malformed(String detail) {
        return new ProtocolException(CloseReason.MALFORMED_COMMAND, detail);
    }

    /** Opens a box; {@code what} is what it is called if that fails. */
    static byte[] open(String what, byte[] key, byte[] nonce, byte[] bytes, int at, int size) throws ProtocolException {
        byte[] text = SecretBox.open(key, nonce, bytes, at, size);
        if (text == null) {
            throw malformed(what + " does not open: it was made with other keys, or changed");
        }
        return text;
    }
}
