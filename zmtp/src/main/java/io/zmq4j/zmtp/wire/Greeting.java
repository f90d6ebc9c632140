package io.zmq4j.zmtp.wire;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;

/**
 * The 64 octets that open a connection (RFC 37, "Formal Grammar").
 *
 * <pre>
 *  +------+---------+------+-------+-------+-----------+-----------+--------+
 *  | 0xFF | padding | 0x7F | major | minor | mechanism | as-server | filler |
 *  +------+---------+------+-------+-------+-----------+-----------+--------+
 *      0     1..8       9      10      11     12..31        32       33..63
 *  |      signature        |    version    |
 * </pre>
 *
 * A receiver looks at neither padding nor filler. As-server is zero with NULL; common implementations send 0 whatever they are, so
 * that 0 says nothing, and 1 is a server.
 */
public final class Greeting {
    public static final int SIZE = 64;
    public static final int SIGNATURE_SIZE = 10;

    public static final int SIGNATURE_START = 0xFF;
    public static final int PADDING_AT = 1;
    public static final int SIGNATURE_END_AT = 9;
    public static final int MAJOR_AT = 10;
    private static final int SIGNATURE_END = 0x7F;
    private static final int MINOR_AT = 11;
    private static final int MECHANISM_AT = 12;
    private static final int MECHANISM_END = 32;
    private static final int AS_SERVER_AT = 32;
    private static final int AS_SERVER = 1;

    private static final int MAJOR = 3;
    private static final int MINOR = 1;

    private Greeting() {}

    /** A greeting of version 3.1; {@code padding} is what RFC 37's "Detecting ZMTP 1.0 and 2.0 Peers" puts there. */
    public static byte[] of(String mechanism, boolean asServer, long padding) {
        var greeting = new byte[SIZE];
        greeting[0] = (byte) SIGNATURE_START;
        Unsigned.putUint64(greeting, PADDING_AT, padding);
        greeting[SIGNATURE_END_AT] = SIGNATURE_END;
        greeting[MAJOR_AT] = MAJOR;
        greeting[MINOR_AT] = MINOR;
        byte[] name = mechanism.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(name, 0, greeting, MECHANISM_AT, name.length);
        greeting[AS_SERVER_AT] = (byte) (asServer ? AS_SERVER : 0);
        return greeting;
    }

    /**
     * The version to speak with the sender of a greeting of major version 3 or more. A version above ours is answered
     * with ours (RFC 37, "Version Negotiation").
     */
    public static ZmtpVersion version(byte[] greeting) {
        boolean zmtp30 = greeting[MAJOR_AT] == MAJOR && greeting[MINOR_AT] == 0;
        return zmtp30 ? ZmtpVersion.ZMTP_3_0 : ZmtpVersion.ZMTP_3_1;
    }

    /** Whether two greetings name exactly the same mechanism, null padding included. */
    public static boolean sameMechanism(byte[] one, byte[] other) {
        Objects.requireNonNull(one, "one");
        Objects.requireNonNull(other, "other");
        return Arrays.equals(one, MECHANISM_AT, MECHANISM_END, other, MECHANISM_AT, MECHANISM_END);
    }

    /** Whether both say that they are the mechanism's server: each would wait for the other to begin. */
    public static boolean areBothServers(byte[] one, byte[] other) {
        Objects.requireNonNull(one, "one");
        Objects.requireNonNull(other, "other");
        return one[AS_SERVER_AT] == AS_SERVER && other[AS_SERVER_AT] == AS_SERVER;
    }

    /** One line for people, escaped. */
    public static String describe(byte[] greeting) {
        int end = MECHANISM_END;
        while (end > MECHANISM_AT && greeting[end - 1] == 0) {
            end--;
        }
        return "ZMTP %d.%d, mechanism %s"
                .formatted(
                        Unsigned.uint8(greeting, MAJOR_AT),
                        Unsigned.uint8(greeting, MINOR_AT),
                        Printable.text(greeting, MECHANISM_AT, end - MECHANISM_AT));
    }
}
