package io.zmq4j.multicast.pgm.source;

/** What a source counts. */
public enum SourceCounter {
    MESSAGES,
    /** ODATA. */
    DATA_PACKETS,
    /** RDATA. */
    REPAIR_PACKETS,
    /** SPM. */
    PATH_PACKETS,
    /** NCF. */
    CONFIRMATION_PACKETS,
    /** Sequence numbers that receivers asked for; the three that follow are parts of it. */
    NAKS,
    /** Already answered a moment ago. */
    NAKS_ANSWERED_ALREADY,
    /** No longer kept, or never sent. */
    NAKS_OUTSIDE_WINDOW,
    /** More than can be confirmed. */
    NAKS_OVER_LIMIT,
    /** Packets that the system refused to send, each time it did. */
    SENDS_FAILED,
    /** Packets for another session, port, address or group, or not for a source. */
    NOT_FOR_US
}
