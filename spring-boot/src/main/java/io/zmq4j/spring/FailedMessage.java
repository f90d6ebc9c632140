package io.zmq4j.spring;

import io.zmq4j.message.Message;

/**
 * A message that a listener could not deal with.
 *
 * @param listener the method, as {@code OrdersService.take}
 * @param socket the socket's name
 * @param message what came, of a REP or ROUTER without the envelope
 * @param failure what the method threw, or why the message could not be converted
 */
public record FailedMessage(String listener, String socket, Message message, Throwable failure) {
    /** The message as a dead letter: {@code [class of the failure, socket, frames…]}. */
    public Message deadLetter() {
        return message.prepend(Message.of(failure.getClass().getName(), socket));
    }
}
