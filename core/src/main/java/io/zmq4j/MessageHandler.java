package io.zmq4j;

import io.zmq4j.message.Message;

/** What is done with each message that comes: see {@link Receiver#onMessage(MessageHandler)}. */
@FunctionalInterface
public interface MessageHandler {
    /**
     * Takes a message. It may block, send, and stop its {@link Consumption}.
     *
     * @throws Exception if the message could not be dealt with, which ends nothing: the failure is counted and told
     */
    void handle(Message message) throws Exception;
}
