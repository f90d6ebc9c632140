package io.zmq4j.micrometer;

import io.micrometer.common.docs.KeyName;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.docs.MeterDocumentation;

/**
 * The meters of {@link ZmqMetrics}. Each has the tags {@code context}, {@code socket} and {@code type}, unless it says something else.
 * Counters begin with the context and only grow.
 */
public enum ZmqMeters implements MeterDocumentation {
    /** Messages that connections have taken to write them; to ten subscribers it is ten. */
    MESSAGES_SENT("zmq4j.messages.sent", Meter.Type.COUNTER, "messages that connections have taken to write them"),
    /** Messages that connections have brought for the application. */
    MESSAGES_RECEIVED("zmq4j.messages.received", Meter.Type.COUNTER, "messages that connections have brought"),
    /** Messages that the library threw away, by {@link io.zmq4j.event.DropReason}. */
    MESSAGES_DROPPED("zmq4j.messages.dropped", Meter.Type.COUNTER, "messages that were thrown away", ZmqTags.REASON),
    /** Bytes in the frames of the messages sent. */
    BYTES_SENT("zmq4j.bytes.sent", Meter.Type.COUNTER, "bytes in the frames of messages sent"),
    /** Bytes in the frames of the messages received. */
    BYTES_RECEIVED("zmq4j.bytes.received", Meter.Type.COUNTER, "bytes in the frames of messages received"),
    /** Messages that wait: for a connection, or for the application. */
    QUEUE_MESSAGES("zmq4j.queue.messages", Meter.Type.GAUGE, "messages that wait", ZmqTags.QUEUE),
    /** The high-water marks of all queues together, in messages; a queue without one adds nothing. */
    QUEUE_LIMIT("zmq4j.queue.limit", Meter.Type.GAUGE, "high-water marks together, in messages", ZmqTags.QUEUE),
    /** How full the fullest queue is: 1 at the high-water mark, 0 without one. */
    QUEUE_FULLEST(
            "zmq4j.queue.fullest", Meter.Type.GAUGE, "share of its limit that the fullest queue has", ZmqTags.QUEUE),
    /** Peers that are there, their handshake complete. */
    PEERS("zmq4j.peers", Meter.Type.GAUGE, "peers that are there"),
    /** Endpoints that are bound or connected, by {@link io.zmq4j.event.EndpointState}. */
    ENDPOINTS("zmq4j.endpoints", Meter.Type.GAUGE, "endpoints that are bound or connected", ZmqTags.STATE),
    /** Connections whose handshake succeeded. */
    CONNECTIONS_OPENED("zmq4j.connections.opened", Meter.Type.COUNTER, "connections whose handshake succeeded"),
    /** Connections whose handshake failed, by {@link io.zmq4j.zmtp.CloseReason}. */
    CONNECTIONS_FAILED(
            "zmq4j.connections.failed", Meter.Type.COUNTER, "connections whose handshake failed", ZmqTags.REASON),
    /** Connections whose handshake had succeeded and that ended, by {@link io.zmq4j.zmtp.CloseReason}. */
    CONNECTIONS_ENDED("zmq4j.connections.ended", Meter.Type.COUNTER, "connections that ended", ZmqTags.REASON),
    /** How often another try to connect was planned. */
    CONNECTIONS_RETRIED("zmq4j.connections.retried", Meter.Type.COUNTER, "further tries to connect"),
    /** Threads that wait in a send. */
    SENDS_WAITING("zmq4j.sends.waiting", Meter.Type.GAUGE, "threads that wait in a send"),
    /** Threads that wait in a receive. */
    RECEIVES_WAITING("zmq4j.receives.waiting", Meter.Type.GAUGE, "threads that wait in a receive"),
    /** Sockets that are open, or closed and still handing over what they have. */
    SOCKETS("zmq4j.sockets", Meter.Type.GAUGE, "sockets that are open"),
    /** Sockets that were ever opened. */
    SOCKETS_OPENED("zmq4j.sockets.opened", Meter.Type.COUNTER, "sockets that were opened"),
    /** I/O loops, {@code alive} and {@code dead}: without a socket. */
    LOOPS("zmq4j.loops", Meter.Type.GAUGE, "I/O loops", ZmqTags.CONTEXT, ZmqTags.STATE),
    /** As {@link #MESSAGES_SENT}, by peer; only with {@link ZmqMetrics#peers}. */
    PEER_MESSAGES_SENT("zmq4j.peer.messages.sent", Meter.Type.COUNTER, "messages sent to a peer", ZmqTags.PEER),
    /** As {@link #MESSAGES_RECEIVED}, by peer; only with {@link ZmqMetrics#peers}. */
    PEER_MESSAGES_RECEIVED(
            "zmq4j.peer.messages.received", Meter.Type.COUNTER, "messages received from a peer", ZmqTags.PEER),
    /** As {@link #BYTES_SENT}, by peer; only with {@link ZmqMetrics#peers}. */
    PEER_BYTES_SENT("zmq4j.peer.bytes.sent", Meter.Type.COUNTER, "bytes sent to a peer", ZmqTags.PEER),
    /** As {@link #BYTES_RECEIVED}, by peer; only with {@link ZmqMetrics#peers}. */
    PEER_BYTES_RECEIVED("zmq4j.peer.bytes.received", Meter.Type.COUNTER, "bytes received from a peer", ZmqTags.PEER),
    /** As {@link #QUEUE_MESSAGES}, by peer; only with {@link ZmqMetrics#peers}. */
    PEER_QUEUE_MESSAGES(
            "zmq4j.peer.queue.messages",
            Meter.Type.GAUGE,
            "messages that wait to or from a peer",
            ZmqTags.PEER,
            ZmqTags.QUEUE);

    private final String meter;
    private final Meter.Type type;
    private final String description;
    private final KeyName[] keys;

    ZmqMeters(String meter, Meter.Type type, String description, KeyName... more) {
        this.meter = meter;
        this.type = type;
        this.description = description;
        boolean isOfContext = more.length > 0 && more[0] == ZmqTags.CONTEXT;
        this.keys =
                isOfContext ? more : KeyName.merge(new KeyName[] {ZmqTags.CONTEXT, ZmqTags.SOCKET, ZmqTags.TYPE}, more);
    }

    @Override
    public String getName() {
        return meter;
    }

    @Override
    public Meter.Type getType() {
        return type;
    }

    @Override
    public KeyName[] getKeyNames() {
        return keys.clone();
    }

    String description() {
        return description;
    }
}
