package io.zmq4j;

import io.zmq4j.options.CommonOptions;
import io.zmq4j.options.ConflateOptions;
import io.zmq4j.options.MatchingOptions;
import io.zmq4j.options.MulticastOptions;
import io.zmq4j.socket.SocketCore;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** SUB (RFC 29): receives what its peers publish, as far as it subscribed to it. */
public final class SubSocket extends Socket
        implements ReceivingSocket,
                NamedSocket<SubSocket>,
                CommonOptions<SubSocket>,
                ConflateOptions<SubSocket>,
                MatchingOptions<SubSocket>,
                MulticastOptions<SubSocket> {
    SubSocket(SocketCore core, Lifeline lifeline) {
        super(core, lifeline);
    }

    /**
     * Receives what starts with this text, as UTF-8, from now on; the empty text stands for everything. Counted.
     *
     * @return this socket
     */
    public SubSocket subscribe(String topic) {
        return subscribe(Objects.requireNonNull(topic, "topic").getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Receives what starts with these bytes from now on. Counted: subscribed twice takes two unsubscribes.
     *
     * @return this socket
     */
    public SubSocket subscribe(byte[] topic) {
        core.subscribe(topic);
        return this;
    }

    /**
     * Takes back one {@link #subscribe(String)}.
     *
     * @return this socket
     */
    public SubSocket unsubscribe(String topic) {
        return unsubscribe(Objects.requireNonNull(topic, "topic").getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Takes back one {@link #subscribe(byte[])}; without one, nothing happens.
     *
     * @return this socket
     */
    public SubSocket unsubscribe(byte[] topic) {
        core.unsubscribe(topic);
        return this;
    }

    /** How many distinct topics it has subscribed to. */
    public int topicCount() {
        return core.topicCount();
    }
}
