package zmq.io.mechanism;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.util.Arrays;
import zmq.Options;

/** How peers authenticate each other and keep secrets. */
public enum Mechanisms {
    NULL,
    PLAIN,
    CURVE,
    GSSAPI;

    /** The size of the name in a greeting, filled up with zeros. */
    private static final int NAME_SIZE = 20;

    /**
     * Whether a socket's options are enough for it.
     *
     * @throws IllegalStateException if PLAIN lacks its user name or its password, or has one of more than 255 characters
     * @throws UnsupportedOperationException for GSSAPI, which has no options here
     */
    public void check(Options options) {
        if (this == GSSAPI) {
            throw new UnsupportedOperationException("GSSAPI has no options here: use io.zmq4j's module gssapi");
        }
        if (this == PLAIN && !options.asServer) {
            checkPlain("user name", options.plainUsername);
            checkPlain("password", options.plainPassword);
        }
    }

    private static void checkPlain(String what, String text) {
        if (text == null || text.length() > 255) {
            throw new IllegalStateException(
                    "PLAIN needs a %s of up to 255 characters: set both options".formatted(what));
        }
    }

    /** Whether the next 20 bytes, which are taken, are its name in a greeting. */
    public boolean isMechanism(ByteBuffer greeting) {
        var bytes = new byte[NAME_SIZE];
        greeting.get(bytes);
        return Arrays.equals(bytes, Arrays.copyOf(name().getBytes(US_ASCII), NAME_SIZE));
    }
}
