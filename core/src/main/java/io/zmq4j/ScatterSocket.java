package io.zmq4j;

import io.zmq4j.options.CommonOptions;
import io.zmq4j.socket.SocketCore;

/**
 * SCATTER (RFC 49): deals its messages out to its peers in turn. Messages have one frame; others are refused with {@link
 * IllegalArgumentException}.
 */
public final class ScatterSocket extends Socket
        implements SendingSocket, NamedSocket<ScatterSocket>, CommonOptions<ScatterSocket> {
    ScatterSocket(SocketCore core, Lifeline lifeline) {
        super(core, lifeline);
    }
}
