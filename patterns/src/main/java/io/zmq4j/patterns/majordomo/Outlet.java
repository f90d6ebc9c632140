package io.zmq4j.patterns.majordomo;

import io.zmq4j.message.Message;

/** Where a broker's rules put what is to be sent: a ROUTER. */
@FunctionalInterface
interface Outlet {
    /**
     * Sends without waiting.
     *
     * @param message behind the routing id of the peer that is to get it
     * @return false if that peer is not there, or its queue is full
     */
    boolean trySend(Message message);
}
