package io.zmq4j;

import io.zmq4j.options.CommonOptions;
import io.zmq4j.socket.SocketCore;

/** PAIR (RFC 31): one peer at a time, both ways. */
public final class PairSocket extends Socket
        implements SendingSocket, ReceivingSocket, NamedSocket<PairSocket>, CommonOptions<PairSocket> {
    PairSocket(SocketCore core, Lifeline lifeline) {
        super(core, lifeline);
    }
}
