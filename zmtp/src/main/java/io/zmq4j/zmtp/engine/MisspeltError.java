package io.zmq4j.zmtp.engine;

import io.zmq4j.zmtp.wire.Command;
import java.util.Arrays;

/**
 * The ERROR of libzmq's PLAIN, from 4.3 on: its first two octets, the name's length and the E, come as one, {@code 0x5E}. It is taken
 * for what it means, so that a refusal is not reported as a broken command.
 */
final class MisspeltError {
    private static final byte[] MISSPELT = {0x5E, 'R', 'R', 'O', 'R'};
    private static final byte[] SPELT = Command.prefix(Command.ERROR);

    private MisspeltError() {}

    /** A command's body as it was meant. */
    static byte[] corrected(byte[] body) {
        if (body.length < MISSPELT.length || !Arrays.equals(body, 0, MISSPELT.length, MISSPELT, 0, MISSPELT.length)) {
            return body;
        }
        byte[] meant = Arrays.copyOf(SPELT, SPELT.length + body.length - MISSPELT.length);
        System.arraycopy(body, MISSPELT.length, meant, SPELT.length, body.length - MISSPELT.length);
        return meant;
    }
}
