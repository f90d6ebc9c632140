package io.zmq4j;

import io.zmq4j.options.CommonOptions;
import io.zmq4j.options.ConflateOptions;
import io.zmq4j.options.ProbeOptions;
import io.zmq4j.options.RoutingIdOptions;
import io.zmq4j.socket.SocketCore;

/** DEALER (RFC 28): sends to its peers in turn and receives from all of them, without REQ's strict order. */
public final class DealerSocket extends Socket
        implements SendingSocket,
                ReceivingSocket,
                NamedSocket<DealerSocket>,
                CommonOptions<DealerSocket>,
                RoutingIdOptions<DealerSocket>,
                ProbeOptions<DealerSocket>,
                ConflateOptions<DealerSocket> {
    DealerSocket(SocketCore core, Lifeline lifeline) {
        super(core, lifeline);
    }
}
