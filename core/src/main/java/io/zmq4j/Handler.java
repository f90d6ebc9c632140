package io.zmq4j;

import io.zmq4j.message.Message;

/** Makes the reply to a request: what a {@link Server} calls, on a ROUTER from many threads at the same time. */
@FunctionalInterface
public interface Handler {
    /**
     * The reply to a request. Both are bodies, without the envelope that names who asked.
     *
     * @throws Exception whatever went wrong: it is counted and logged, and never shown to the one who asked, unless
     *     {@link ServerOptions#onError} says so. An interrupt says that the server has no more time
     */
    Message handle(Message request) throws Exception;
}
