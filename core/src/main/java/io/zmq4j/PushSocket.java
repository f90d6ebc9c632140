package io.zmq4j;

import io.zmq4j.options.CommonOptions;
import io.zmq4j.options.ConflateOptions;
import io.zmq4j.socket.SocketCore;

/** PUSH (RFC 30): deals its messages out to its peers in turn. */
public final class PushSocket extends Socket
        implements SendingSocket, NamedSocket<PushSocket>, CommonOptions<PushSocket>, ConflateOptions<PushSocket> {
    PushSocket(SocketCore core, Lifeline lifeline) {
        super(core, lifeline);
    }
}
