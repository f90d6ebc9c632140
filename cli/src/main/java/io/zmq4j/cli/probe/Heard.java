package io.zmq4j.cli.probe;

import io.zmq4j.zmtp.SocketType;
import io.zmq4j.zmtp.wire.Greeting;
import io.zmq4j.zmtp.wire.Printable;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The first bytes of a peer, and what they say of it (RFC 37, "The Greeting" and "Detecting ZMTP 1.0 and 2.0 Peers"). */
final class Heard {
    private static final int KEPT = 128;
    private static final int MOST_SHOWN = 60;
    private static final int SIGNATURE_END = 0x7F;
    private static final int MINOR_AT = Greeting.MAJOR_AT + 1;
    private static final int OLD_TYPE_AT = Greeting.MAJOR_AT + 1;
    private static final int MECHANISM_AT = 12;
    private static final int AS_SERVER_AT = 32;
    private static final int MODERN = 3;
    private static final int LONGEST_IDENTITY = 255;

    private final byte[] bytes = new byte[KEPT];
    private int count;

    void add(byte[] more, int length) {
        int taken = Math.min(length, KEPT - count);
        System.arraycopy(more, 0, bytes, count, taken);
        count += taken;
    }

    boolean isNothing() {
        return count == 0;
    }

    /** Whether the peer speaks ZMTP 1.0 or 2.0, which send messages to whoever has sent a greeting. */
    boolean isOld() {
        return isVersionless() || (count > OLD_TYPE_AT && hasSignature() && major() < MODERN);
    }

    /** Whether it begins as a greeting and cannot be one any more. */
    boolean isForeign() {
        return count > Greeting.SIGNATURE_END_AT
                && at(0) == Greeting.SIGNATURE_START
                && (at(Greeting.SIGNATURE_END_AT) & 1) == 1
                && at(Greeting.SIGNATURE_END_AT) != SIGNATURE_END;
    }

    private boolean isVersionless() {
        return count > 1 && at(0) > 0 && at(0) <= LONGEST_IDENTITY - 1 && at(1) == 0;
    }

    private boolean hasSignature() {
        return count > Greeting.MAJOR_AT
                && at(0) == Greeting.SIGNATURE_START
                && at(Greeting.SIGNATURE_END_AT) == SIGNATURE_END;
    }

    private int major() {
        return at(Greeting.MAJOR_AT);
    }

    private int at(int index) {
        return bytes[index] & 0xFF;
    }

    /** Major and minor version of the greeting, such as "3.1"; null if that has not come. */
    @Nullable
    String version() {
        if (isVersionless()) {
            return "1.0";
        }
        if (!hasSignature()) {
            return null;
        }
        if (major() < MODERN) {
            return major() == 0 ? "1.0" : "2.0";
        }
        return count > MINOR_AT ? major() + "." + at(MINOR_AT) : null;
    }

    /** The revision of an old greeting, the major version of a later one; -1 if it has not come. */
    int revision() {
        return hasSignature() ? major() : -1;
    }

    /** The mechanism of the greeting, escaped; null if it has none or it has not come. */
    @Nullable
    String mechanism() {
        if (count < AS_SERVER_AT || !hasSignature() || major() < MODERN) {
            return null;
        }
        int end = AS_SERVER_AT;
        while (end > MECHANISM_AT && bytes[end - 1] == 0) {
            end--;
        }
        return Printable.text(bytes, MECHANISM_AT, end - MECHANISM_AT);
    }

    /** Whether the mechanism's name has the characters that RFC 37 allows: else it is something that begins like a greeting. */
    boolean isPlausible() {
        String mechanism = mechanism();
        return mechanism != null && mechanism.matches("[-A-Z0-9_.+]{1,20}");
    }

    /** Whether the greeting says that the peer is the mechanism's server; common implementations never do. */
    boolean isAsServer() {
        return mechanism() != null && count > AS_SERVER_AT && bytes[AS_SERVER_AT] == 1;
    }

    /** The socket type that a greeting of ZMTP 2.0 has in it; null if there is none. */
    @Nullable
    String oldType() {
        if (!hasSignature() || major() == 0 || major() >= MODERN || count <= OLD_TYPE_AT) {
            return null;
        }
        return SocketType.values().stream()
                .filter(type -> type.number() == at(OLD_TYPE_AT))
                .map(SocketType::name)
                .findFirst()
                .orElse("socket type " + at(OLD_TYPE_AT));
    }

    /** What a peer that does not speak ZMTP seems to be: "is an SSH server, not ZeroMQ: it says "SSH-2.0-…"". */
    String otherwise() {
        if (at(0) == Greeting.SIGNATURE_START && count < Greeting.SIZE && !isForeign()) {
            return "begins as ZMTP does and stops after " + count + " bytes: it hangs, or it is something else";
        }
        String known = KnownProtocol.words(bytes, count);
        int shown = Math.min(count, MOST_SHOWN);
        String text = Printable.text(new String(bytes, 0, shown, StandardCharsets.ISO_8859_1));
        String says = "it says \"" + text + (shown < count ? "…" : "") + "\"";
        return known == null ? "does not speak ZMTP: " + says : "is " + known + ", not ZeroMQ: " + says;
    }
}
