package io.zmq4j;

import io.zmq4j.options.CommonOptions;
import io.zmq4j.socket.SocketCore;

/**
 * CHANNEL (RFC 52): one peer at a time, both ways. Messages have one frame; others are refused with {@link
 * IllegalArgumentException}.
 */
public final class ChannelSocket extends Socket
        implements SendingSocket, ReceivingSocket, NamedSocket<ChannelSocket>, CommonOptions<ChannelSocket> {
    ChannelSocket(SocketCore core, Lifeline lifeline) {
        super(core, lifeline);
    }
}
