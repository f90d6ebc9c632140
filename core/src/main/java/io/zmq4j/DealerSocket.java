package io.zmq4j;

import io.zmq4j.socket.SocketCore;

/** DEALER (RFC 28): sends to its peers in turn and receives from all of them, without REQ's strict order. */
public final class DealerSocket extends Socket implements SendingSocket, ReceivingSocket {
    DealerSocket(SocketCore core, Lifeline lifeline) {
        super(core, lifeline);
    }
}
