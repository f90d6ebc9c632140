package io.zmq4j.patterns.delivery;

import io.zmq4j.message.Message;
import io.zmq4j.patterns.delivery.protocol.Arrival;
import java.util.UUID;

/**
 * A message, which its sender keeps until it is {@linkplain #acknowledge acknowledged}. Safe for any thread.
 *
 * <p>{@link #senderId} and {@link #sequence} together are the message's id: the same message has the same one however often, and to
 * whomever, it is delivered.
 */
public final class Delivery {
    private final DeliveryReceiver receiver;
    private final Arrival arrival;

    Delivery(DeliveryReceiver receiver, Arrival arrival) {
        this.receiver = receiver;
        this.arrival = arrival;
    }

    public Message message() {
        return arrival.message();
    }

    /** Who sent it: the {@link DeliverySender#id} of a sender, another one each time it is opened. */
    public UUID senderId() {
        return arrival.sender();
    }

    /** Its number; a sender counts from 1. */
    public long sequence() {
        return arrival.number();
    }

    /**
     * Whether it was sent before, and may have been delivered before. One that was not may be a duplicate all the same: if its sender
     * took this receiver for dead while the message waited here, another one may have had it meanwhile.
     */
    public boolean isRedelivered() {
        return arrival.isRedelivered();
    }

    /**
     * Says that the message is safe, and need not be sent again. Does not wait: the sender is told soon, together with others.
     * Without effect the second time, and if the sender is gone, or has given this receiver up, in which case it sends the message again.
     */
    public void acknowledge() {
        receiver.acknowledge(arrival);
    }

    /** For people: the id, and how much there is. */
    @Override
    public String toString() {
        return "Delivery[" + senderId() + " " + sequence() + (isRedelivered() ? ", redelivered, " : ", ")
                + message().summary() + "]";
    }
}
