package io.zmq4j;

import io.zmq4j.socket.SocketCore;

/** PUB (RFC 29): sends every message to all peers that subscribed to its beginning. */
public final class PubSocket extends Socket implements SendingSocket {
    PubSocket(SocketCore core, Lifeline lifeline) {
        super(core, lifeline);
    }
}
