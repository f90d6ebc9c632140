package io.zmq4j.patterns.delivery;

/**
 * What a {@link DeliveryReceiver} has done so far.
 *
 * @param delivered messages that were handed to the application
 * @param redelivered how many of these had been sent before
 * @param acknowledged messages that the application has acknowledged in time
 * @param discarded messages that came and were dropped before anybody received them, as the link to their sender ended; a sender that is
 *     alive sends them again
 * @param waiting messages that have come and that nobody has received
 * @param senders how many senders are there
 * @param refused how often a peer was turned away, or sent what breaks the protocol
 */
public record ReceiverStatistics(
        long delivered, long redelivered, long acknowledged, long discarded, int waiting, int senders, long refused) {}
