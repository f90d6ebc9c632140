package io.zmq4j;

import io.zmq4j.options.CommonOptions;
import io.zmq4j.options.MulticastOptions;
import io.zmq4j.socket.SocketCore;

/** XSUB (RFC 29): a SUB that subscribes by sending 0x01 and the topic, 0x00 to cancel. */
public final class XSubSocket extends Socket
        implements SendingSocket,
                ReceivingSocket,
                NamedSocket<XSubSocket>,
                CommonOptions<XSubSocket>,
                MulticastOptions<XSubSocket> {
    XSubSocket(SocketCore core, Lifeline lifeline) {
        super(core, lifeline);
    }

    /** Sends the subscription {@code 0x01 topic}. */
    public void subscribe(byte[] topic) {
        core.subscribe(topic);
    }

    /** Sends the cancellation {@code 0x00 topic}. */
    public void unsubscribe(byte[] topic) {
        core.unsubscribe(topic);
    }
}
