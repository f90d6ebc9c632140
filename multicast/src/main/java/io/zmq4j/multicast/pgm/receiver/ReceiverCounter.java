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
    /** Messages larger than allowed, or than there is memory for. */
    MESSAGES_REFUSED,
    /** Packets whose content is not what a segment of messages looks like. */
    MALFORMED_SEGMENTS,
    /** Packets that would be lost if those that say so were right: more than the source can have sent. */
    LOST_UNBELIEVED,
    /** Packets that are far from where their source is, as forged ones are. */
    STRAYS,
    /** Packets that would have to wait for others and for which there was no memory: they are asked for again. */
    NO_MEMORY,
    /** Packets of new sources while the receiver follows as many as it may. */
    SOURCES_REFUSED,
    /** Sources that had to give up what they had, as they had most when there was no memory. */
    SOURCES_STRIPPED,
    /** Sources that were in no state to be followed any more. */
    SOURCES_FAILED,
    /** Packets for another port, or about an unknown source. */
    NOT_FOR_US,
    /** SPMs older than the one before. */
    OLD_PATHS,
    /** SPMs that say to send NAKs to where nothing can be sent. */
    PATHS_UNUSABLE,
    /** Packets asked for in NAKs. */
    NAKS,
    /** Packets that were not asked for because somebody else did. */
    NAKS_SUPPRESSED,
    /** SPMR. */
    PATH_REQUESTS,
    /** NAKs and SPMRs that could not be sent. */
    SENDS_FAILED,
    /** Events that nobody took in time. */
    EVENTS_LOST
}
