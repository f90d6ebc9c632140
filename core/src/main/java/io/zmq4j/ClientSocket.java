package io.zmq4j;

import io.zmq4j.options.CommonOptions;
import io.zmq4j.options.HelloOptions;
import io.zmq4j.options.HiccupOptions;
import io.zmq4j.socket.SocketCore;

/**
 * CLIENT (RFC 41): sends to its servers in turn, and receives from all of them, at any time. Messages have one frame; others are
 * refused with {@link IllegalArgumentException}.
 */
public final class ClientSocket extends Socket
        implements SendingSocket,
                ReceivingSocket,
                NamedSocket<ClientSocket>,
                CommonOptions<ClientSocket>,
                HelloOptions<ClientSocket>,
                HiccupOptions<ClientSocket> {
    ClientSocket(SocketCore core, Lifeline lifeline) {
        super(core, lifeline);
    }
}
