package io.zmq4j.zmtp.engine;

import io.zmq4j.zmtp.CloseReason;
import io.zmq4j.zmtp.wire.Greeting;
import io.zmq4j.zmtp.wire.Printable;
import io.zmq4j.zmtp.wire.ProtocolException;
import io.zmq4j.zmtp.wire.Unsigned;
import io.zmq4j.zmtp.wire.ZmtpVersion;
import org.jspecify.annotations.Nullable;

/**
 * Recognises peers that speak ZMTP 1.0 or 2.0 (RFC 37, "Detecting ZMTP 1.0 and 2.0 Peers"). Together with
 * {@link IdentityHandshake} this is all there is for them above the framing.
 *
 * <pre>
 *   octet 0 not 0xFF                       1.0, a short identity frame:  length flags ...
 *   octet 0 is 0xFF, bit 0 of octet 9 is 0   1.0, a long identity frame:   0xFF 8*length flags ...
 *   octet 0 is 0xFF, bit 0 of octet 9 is 1   2.0 and later, octet 10 is the major version, in 2.0 called revision
 * </pre>
 */
final class Downgrade {
    /** A 2.0 greeting is signature, revision and socket type; the identity frame follows. */
    static final int SOCKET_TYPE_AT = 11;

    private static final int SHORT_FLAGS_AT = 1;

    private Downgrade() {}

    /**
     * What goes into the signature's padding, so that a 1.0 peer reads the signature as the header of our identity
     * frame: the length of that frame, flags included.
     */
    static long signaturePadding(int identitySize) {
        return identitySize + 1L;
    }

    static boolean isOldMajor(byte[] greeting) {
        return Unsigned.uint8(greeting, Greeting.MAJOR_AT) < 3;
    }

    /** The old version that the first {@code count} octets show, or null if they do not, or not yet. */
    static @Nullable ZmtpVersion detect(byte[] greeting, int count) throws ProtocolException {
        if (Unsigned.uint8(greeting, 0) != Greeting.SIGNATURE_START) {
            return count > SHORT_FLAGS_AT ? unversioned(Unsigned.uint8(greeting, 0), greeting, SHORT_FLAGS_AT) : null;
        }
        if (count == Greeting.SIGNATURE_SIZE && (greeting[Greeting.SIGNATURE_END_AT] & 1) == 0) {
            return unversioned(Unsigned.uint64(greeting, Greeting.PADDING_AT), greeting, Greeting.SIGNATURE_END_AT);
        }
        if (count > SOCKET_TYPE_AT && isOldMajor(greeting)) {
            return greeting[Greeting.MAJOR_AT] == 0 ? ZmtpVersion.ZMTP_1_0 : ZmtpVersion.ZMTP_2_0;
        }
        return null;
    }

    /**
     * RFC 13 does not let the flags of an identity frame be validated. They are, while it is not sure that this is
     * ZMTP at all: every 1.0 implementation sends zero, and text or TLS on the wrong port never does.
     */
    private static ZmtpVersion unversioned(long length, byte[] greeting, int flagsAt) throws ProtocolException {
        if (length < 1 || length > Identity.LONGEST + 1 || greeting[flagsAt] != 0) {
            throw new ProtocolException(
                    CloseReason.NOT_ZMTP,
                    "the connection starts with \"%s\", which is no ZMTP greeting"
                            .formatted(Printable.text(greeting, 0, flagsAt + 1)));
        }
        return ZmtpVersion.ZMTP_1_0;
    }
}
