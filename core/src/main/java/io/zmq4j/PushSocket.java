package io.zmq4j;

import io.zmq4j.socket.SocketCore;

/** PUSH (RFC 30): deals its messages out to its peers in turn. */
public final class PushSocket extends Socket implements SendingSocket {
    PushSocket(SocketCore core, Lifeline lifeline) {
        super(core, lifeline);
    }
}
