package io.zmq4j.patterns.delivery;

/**
 * What a {@link DeliverySender} has done so far.
 *
 * @param accepted messages that were sent by the application
 * @param acknowledged messages that a receiver has acknowledged
 * @param redelivered how often a message was sent again, as the receiver that had it was gone
 * @param outstanding messages that are accepted and not acknowledged
 * @param outstandingBytes the bytes of these
 * @param receivers how many receivers are there
 * @param refused how often a peer was turned away, or sent what breaks the protocol
 */
public record SenderStatistics(
        long accepted,
        long acknowledged,
        long redelivered,
        int outstanding,
        long outstandingBytes,
        int receivers,
        long refused) {}
