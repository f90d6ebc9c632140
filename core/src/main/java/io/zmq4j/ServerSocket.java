package io.zmq4j;

import io.zmq4j.options.CommonOptions;
import io.zmq4j.options.DisconnectOptions;
import io.zmq4j.options.HelloOptions;
import io.zmq4j.socket.SocketCore;

/**
 * SERVER (RFC 41): receives from all its clients, and sends to any of them, at any time. It gives each connection a number, which
 * {@link #receiveRouted()} tells and {@link #send(int, String)} takes.
 */
public final class ServerSocket extends Socket
        implements RoutedSocket,
                NamedSocket<ServerSocket>,
                CommonOptions<ServerSocket>,
                HelloOptions<ServerSocket>,
                DisconnectOptions<ServerSocket> {
    ServerSocket(SocketCore core, Lifeline lifeline) {
        super(core, lifeline);
    }
}
