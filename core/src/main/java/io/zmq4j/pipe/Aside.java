package io.zmq4j.pipe;

import io.zmq4j.message.Message;

/**
 * What stands in a queue between the messages and is none of them: a subscription, or {@link Pipe#RESTART}. It has a class of
 * its own so that a queue knows it from a message without looking into any.
 */
record Aside(Message message) {
    static final Aside RESTART = new Aside(Pipe.RESTART);

    static Aside of(Message message) {
        return message == Pipe.RESTART ? RESTART : new Aside(message);
    }
}
