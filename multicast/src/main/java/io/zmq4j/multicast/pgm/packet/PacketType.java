package io.zmq4j.multicast.pgm.packet;

import org.jspecify.annotations.Nullable;

/**
 * What a packet is for (RFC 3208, section 8). The two high bits of the octet are the version, 0.
 *
 * <p>Downstream go SPM, ODATA, RDATA and NCF, from the source to the group; upstream NAK and SPMR.
 */
public enum PacketType {
    /** Source path message: where the source is and which window it holds. */
    SPM(0x00),
    /** Data, sent for the first time. */
    ODATA(0x04),
    /** Data, sent again. */
    RDATA(0x05),
    /** A receiver lacks data. */
    NAK(0x08),
    /** The source has heard a NAK: others need not send it. */
    NCF(0x0A),
    /** A receiver asks for an SPM. */
    SPMR(0x0C);

    private static final @Nullable PacketType[] BY_CODE = byCode();

    private final int code;

    PacketType(int code) {
        this.code = code;
    }

    /** The octet on the wire. */
    public int code() {
        return code;
    }

    boolean isData() {
        return this == ODATA || this == RDATA;
    }

    boolean listsSequences() {
        return this == NAK || this == NCF;
    }

    boolean isUpstream() {
        return this == NAK || this == SPMR;
    }

    /**
     * The type of an octet, or null if nobody here takes such packets: unknown ones, and those of polls, congestion
     * control and network elements.
     */
    static @Nullable PacketType of(int code) {
        return code < BY_CODE.length ? BY_CODE[code] : null;
    }

    private static @Nullable PacketType[] byCode() {
        var types = new @Nullable PacketType[SPMR.code + 1];
        for (PacketType type : values()) {
            types[type.code] = type;
        }
        return types;
    }
}
