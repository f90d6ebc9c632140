package io.zmq4j;

import io.zmq4j.options.CommonOptions;
import io.zmq4j.options.MulticastOptions;
import io.zmq4j.options.UnsubscribeOptions;
import io.zmq4j.socket.SocketCore;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** XSUB (RFC 29): a SUB that subscribes by sending 0x01 and the topic, 0x00 to cancel. */
public final class XSubSocket extends Socket
        implements SendingSocket,
                ReceivingSocket,
                NamedSocket<XSubSocket>,
                CommonOptions<XSubSocket>,
                UnsubscribeOptions<XSubSocket>,
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

    /** Sends the subscription {@code 0x01 topic}, the topic as UTF-8. */
    public void subscribe(String topic) {
        core.subscribe(Objects.requireNonNull(topic, "topic").getBytes(StandardCharsets.UTF_8));
    }

    /** Sends the cancellation {@code 0x00 topic}, the topic as UTF-8. */
    public void unsubscribe(String topic) {
        core.unsubscribe(Objects.requireNonNull(topic, "topic").getBytes(StandardCharsets.UTF_8));
    }

    /** How many distinct topics it has subscribed to. */
    public int topicCount() {
        return core.topicCount();
    }
}
