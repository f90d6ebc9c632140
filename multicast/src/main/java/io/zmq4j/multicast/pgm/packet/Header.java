package io.zmq4j.multicast.pgm.packet;

/**
 * Where the fields are, in octets from the packet's beginning (RFC 3208, section 8).
 *
 * <pre>
 *  every packet    0 source port   2 destination port   4 type   5 option flags   6 checksum
 *                  8 global source id   14 TSDU length   16 …
 *  SPM            16 SPM's sequence   20 trail   24 lead   28 AFI   30 reserved   32 path NLA   36 or 48 …
 *  ODATA, RDATA   16 sequence   20 trail   24 …
 *  NAK, NCF       16 sequence   20 AFI   22 reserved   24 source NLA   then AFI, reserved, group NLA …
 *  SPMR           16 …
 * </pre>
 *
 * An NLA, a network layer address, has 4 octets or 16, as its AFI, the address family indicator, says. Options follow
 * where the flag says so, then data.
 */
final class Header {
    static final int SOURCE_PORT = 0;
    static final int DESTINATION_PORT = 2;
    static final int TYPE = 4;
    static final int OPTION_FLAGS = 5;
    static final int CHECKSUM = 6;
    static final int GLOBAL_SOURCE_ID = 8;
    static final int TSDU_LENGTH = 14;
    static final int SIZE = 16;

    static final int SEQUENCE = 16;
    static final int TRAIL = 20;
    static final int DATA_SIZE = 24;

    static final int SPM_LEAD = 24;
    /** With a trail of 0. */
    static final int SPM_NO_WINDOW_LEAD = 0x8000_0000;

    static final int SPM_NLA = 28;

    static final int NAK_SOURCE_NLA = 20;

    /** AFI and reserved octets in front of an NLA. */
    static final int NLA_PREFIX = 4;

    static final int AFI_IPV4 = 1;
    static final int AFI_IPV6 = 2;
    static final int IPV4_SIZE = 4;
    static final int IPV6_SIZE = 16;

    // Option flags:    7        6                 1          0
    //               parity | variable length | network | present
    static final int OPTIONS_PRESENT = 0b0000_0001;
    static final int OPTIONS_FOR_NETWORK = 0b0000_0010;
    static final int PARITY = 0b1000_0000;

    private Header() {}
}
