package io.zmq4j;

import io.zmq4j.options.CommonOptions;
import io.zmq4j.options.MatchingOptions;
import io.zmq4j.options.MulticastOptions;
import io.zmq4j.options.PublisherOptions;
import io.zmq4j.options.SubscriptionOptions;
import io.zmq4j.socket.SocketCore;

/** XPUB (RFC 29): a PUB that can read its peers' subscriptions. */
public final class XPubSocket extends Socket
        implements SendingSocket,
                ReceivingSocket,
                NamedSocket<XPubSocket>,
                CommonOptions<XPubSocket>,
                SubscriptionOptions<XPubSocket>,
                PublisherOptions<XPubSocket>,
                MatchingOptions<XPubSocket>,
                MulticastOptions<XPubSocket> {
    XPubSocket(SocketCore core, Lifeline lifeline) {
        super(core, lifeline);
    }

    /** With {@code XPUB_MANUAL}: subscribes the peer of the last received message to this topic. */
    public void subscribe(byte[] topic) {
        core.subscribe(topic);
    }

    /** With {@code XPUB_MANUAL}: takes back a subscription of the peer of the last received message. */
    public void unsubscribe(byte[] topic) {
        core.unsubscribe(topic);
    }
}
