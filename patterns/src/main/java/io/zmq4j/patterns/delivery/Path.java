package io.zmq4j.patterns.delivery;

import io.zmq4j.message.Message;
import io.zmq4j.patterns.delivery.protocol.Route;

/** A route by which a command can be sent. */
interface Path extends Route {
    /** Sends without waiting; false if the peer is gone or takes nothing. */
    boolean trySend(Message command);
}
