package io.zmq4j.patterns.majordomo.protocol;

/** What of a reply it is. Version 0.1 knows nothing but whole ones. */
public enum ReplyPart {
    /** More will come (RFC 18, PARTIAL). */
    PARTIAL,
    /** The last, or the only one: FINAL of RFC 18, REPLY of RFC 7. */
    FINAL
}
