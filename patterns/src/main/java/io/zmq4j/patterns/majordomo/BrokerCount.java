package io.zmq4j.patterns.majordomo;

/** What a broker counts. */
public enum BrokerCount {
    /** Requests that were taken, those to the broker itself included. */
    REQUESTS,
    /** Final replies that were handed to clients. */
    REPLIES,
    /** Requests that were given to another worker, as the one before left without a reply. */
    REDELIVERED,
    /**
     * Requests that were given up, as so many workers left without a reply as {@link BrokerOptions#deliveries} allows; or one, if the
     * client has parts of a reply and cannot be told that they are void.
     */
    ABANDONED,
    /** Requests that were dropped, as too many wait: {@link BrokerOptions#maxWaiting}, {@link BrokerOptions#maxWaitingBytes}. */
    REFUSED_FULL,
    /** Requests for a service that would be one too many: {@link BrokerOptions#maxServices}. */
    REFUSED_SERVICE,
    /** Workers that would be one too many, for {@link BrokerOptions#maxWorkers} or {@link BrokerOptions#maxServices}. */
    REFUSED_WORKER,
    /** Requests that no worker took within {@link BrokerOptions#requestExpiry}. */
    EXPIRED,
    /** Workers that registered. */
    REGISTERED,
    /** Workers that left by themselves. */
    LEFT,
    /** Workers that were silent for too long, or could not be reached. */
    LOST,
    /** Commands that came when they may not, such as a reply without a request: the worker is sent away. */
    UNEXPECTED,
    /** Messages that are no command: dropped. */
    MALFORMED,
    /** Replies, and parts of some, whose client is not there, or does not read; all that follows a part that was not taken. */
    UNDELIVERABLE,
    /** Partial replies for a client of version 0.1, which has no place for them. */
    PARTIAL_DROPPED
}
