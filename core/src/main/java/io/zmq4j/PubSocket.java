package io.zmq4j;

import io.zmq4j.options.CommonOptions;
import io.zmq4j.options.ConflateOptions;
import io.zmq4j.options.MatchingOptions;
import io.zmq4j.options.MulticastOptions;
import io.zmq4j.options.PublisherOptions;
import io.zmq4j.socket.SocketCore;

/** PUB (RFC 29): sends every message to all peers that subscribed to its beginning. */
public final class PubSocket extends Socket
        implements SendingSocket,
                NamedSocket<PubSocket>,
                CommonOptions<PubSocket>,
                ConflateOptions<PubSocket>,
                PublisherOptions<PubSocket>,
                MatchingOptions<PubSocket>,
                MulticastOptions<PubSocket> {
    PubSocket(SocketCore core, Lifeline lifeline) {
        super(core, lifeline);
    }

    /** How many distinct topics its peers have subscribed to. */
    public int topicCount() {
        return core.topicCount();
    }
}
