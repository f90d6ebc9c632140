package io.zmq4j.multicast.pgm.receiver;

/** What a receiver counts. */
public enum ReceiverCounter {
    MESSAGES,
    /** ODATA and RDATA that were new. */
    DATA_PACKETS,
    /** Data that was there before, or comes when it is given up. */
    DUPLICATES,
    /** Data that was missed and then came. */
    RECOVERED,
    /** Packets that are lost for good. */
    LOST,
    /** Messages of which the beginning was there and the rest was lost. */
    TORN_MESSAGES,
    /** Packets whose content is not what a segment of messages looks like. */
    MALFORMED_SEGMENTS,
    /** Packets that are far from where their source is, as forged ones are. */
    STRAYS,
    /** Packets that would have to wait for others and for which there was no memory: they are asked for again. */
    NO_MEMORY,
    /** Packets of new sources while the receiver follows as many as it may. */
    SOURCES_REFUSED,
    /** Packets for another port, or about an unknown source. */
    NOT_FOR_US,
    /** SPMs older than the one before. */
    OLD_PATHS,
    /** Packets asked for in NAKs. */
    NAKS,
    /** Packets that were not asked for because somebody else did. */
    NAKS_SUPPRESSED,
    /** SPMR. */
    PATH_REQUESTS,
    /** Events that nobody took in time. */
    EVENTS_LOST
}
