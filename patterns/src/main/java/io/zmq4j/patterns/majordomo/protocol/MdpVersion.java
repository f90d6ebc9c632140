package io.zmq4j.patterns.majordomo.protocol;

import io.zmq4j.message.Message;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A version of the protocol. Each command says which it is of, so that one socket of a broker serves both:
 *
 * <pre>
 *   0.1, RFC 7:   ""        "MDPC01"  …
 *   0.2, RFC 18:  "MDPC02"  …
 * </pre>
 */
public enum MdpVersion {
    /** RFC 7, which the programs of the guide speak: an empty frame first, one reply to a request. */
    V0_1("01", 1),
    /** RFC 18: no empty frame; a reply may come in parts. */
    V0_2("02", 0);

    /** Where the header stands, after as many empty frames. */
    final int headerFrame;

    private final byte[] client;
    private final byte[] worker;

    MdpVersion(String digits, int headerFrame) {
        this.headerFrame = headerFrame;
        this.client = ("MDPC" + digits).getBytes(StandardCharsets.US_ASCII);
        this.worker = ("MDPW" + digits).getBytes(StandardCharsets.US_ASCII);
    }

    byte[] header(Side side) {
        return side == Side.CLIENT ? client : worker;
    }

    /** Whose commands they are: MDP/Client or MDP/Worker. */
    enum Side {
        CLIENT,
        WORKER
    }

    /** The version of a message of this side; null if it is none. */
    static @Nullable MdpVersion of(Message message, Side side) {
        MdpVersion version = message.size(0) == 0 ? V0_1 : V0_2;
        int at = version.headerFrame;
        return message.frameCount() > at && Arrays.equals(message.array(at), version.header(side)) ? version : null;
    }
}
