package io.zmq4j;

import io.zmq4j.message.Message;
import java.util.Objects;
import java.util.concurrent.Flow;

/** A receiver's messages for those who subscribe, each of which goes to one of them. */
final class MessagePublisher implements Flow.Publisher<Message> {
    private final Receiver receiver;

    MessagePublisher(Receiver receiver) {
        this.receiver = receiver;
    }

    @Override
    public void subscribe(Flow.Subscriber<? super Message> subscriber) {
        new MessageSubscription(receiver, Objects.requireNonNull(subscriber, "subscriber")).begin();
    }
}
