package io.zmq4j;

import io.zmq4j.options.CommonOptions;
import io.zmq4j.options.ConflateOptions;
import io.zmq4j.socket.SocketCore;

/** PULL (RFC 30): receives from all its peers in turn. */
public final class PullSocket extends Socket
        implements ReceivingSocket, NamedSocket<PullSocket>, CommonOptions<PullSocket>, ConflateOptions<PullSocket> {
    PullSocket(SocketCore core, Lifeline lifeline) {
        super(core, lifeline);
    }
}
