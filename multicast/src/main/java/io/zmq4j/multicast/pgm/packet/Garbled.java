package io.zmq4j.multicast.pgm.packet;

/** Why a packet was thrown away unseen. */
public enum Garbled {
    /** Shorter than what its type needs. */
    TOO_SHORT,
    /** The length it declares is not the length it has. */
    LENGTH_MISMATCH,
    /** The checksum is wrong, or missing where data must have one. */
    CHECKSUM,
    /** A type that is unknown or not for sources and receivers. */
    UNKNOWN_TYPE,
    /** Parity, which nobody here asks for. */
    PARITY,
    /** An address that is neither IPv4 nor IPv6. */
    ADDRESS_FAMILY,
    /** A list of options that does not add up: lengths, order, end. */
    MALFORMED_OPTIONS,
    /** An option that PGM does not define. */
    UNKNOWN_OPTION,
    /** A trailing edge beyond the leading edge. */
    WINDOW
}
