package io.zmq4j;

import io.zmq4j.options.CommonOptions;
import io.zmq4j.options.RoutingIdOptions;
import io.zmq4j.socket.SocketCore;

/** REP (RFC 28): takes requests from all its peers in turn and answers each: receive, send, receive, send. */
public final class RepSocket extends Socket
        implements SendingSocket,
                ReceivingSocket,
                NamedSocket<RepSocket>,
                CommonOptions<RepSocket>,
                RoutingIdOptions<RepSocket> {
    RepSocket(SocketCore core, Lifeline lifeline) {
        super(core, lifeline);
    }
}
