package io.zmq4j;

import io.zmq4j.options.CommonOptions;
import io.zmq4j.socket.SocketCore;

/** GATHER (RFC 49): receives what its peers deal out, from each in turn. Messages have one frame. */
public final class GatherSocket extends Socket
        implements ReceivingSocket, NamedSocket<GatherSocket>, CommonOptions<GatherSocket> {
    GatherSocket(SocketCore core, Lifeline lifeline) {
        super(core, lifeline);
    }
}
