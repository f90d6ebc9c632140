package io.zmq4j.options;

import static io.zmq4j.options.SocketOptions.CONNECT_TIMEOUT;
import static io.zmq4j.options.SocketOptions.HANDSHAKE_IVL;
import static io.zmq4j.options.SocketOptions.HEARTBEAT_IVL;
import static io.zmq4j.options.SocketOptions.HEARTBEAT_TIMEOUT;
import static io.zmq4j.options.SocketOptions.HEARTBEAT_TTL;
import static io.zmq4j.options.SocketOptions.MAXMSGSIZE;
import static io.zmq4j.options.SocketOptions.METADATA;
import static io.zmq4j.options.SocketOptions.RECONNECT_IVL;
import static io.zmq4j.options.SocketOptions.RECONNECT_IVL_MAX;
import static io.zmq4j.options.SocketOptions.RECONNECT_STOP;

import java.time.Duration;

/**
 * How connections are made and made again, what they bear, and when a silent one is given up. For later endpoints.
 *
 * @param <S> the type that has them, as for {@link Options}
 */
public interface ConnectionOptions<S> extends Options<S> {
    /**
     * Wait before a lost or failed connection is tried again, {@link SocketOptions#FOREVER} for never; default 100
     * ms. {@link SocketOptions#RECONNECT_IVL ZMQ_RECONNECT_IVL}.
     */
    default S reconnectInterval(Duration value) {
        return Chain.set(this, RECONNECT_IVL, value);
    }

    default Duration reconnectInterval() {
        return get(RECONNECT_IVL);
    }

    /**
     * Bound of the wait before a reconnect, which doubles with each failure; default 0: it does not double.
     * {@link SocketOptions#RECONNECT_IVL_MAX ZMQ_RECONNECT_IVL_MAX}.
     */
    default S reconnectIntervalMax(Duration value) {
        return Chain.set(this, RECONNECT_IVL_MAX, value);
    }

    default Duration reconnectIntervalMax() {
        return get(RECONNECT_IVL_MAX);
    }

    /**
     * What a handshake says of this socket beside its type and routing id, as {@code X-zone:eu;X-app:orders}; default empty:
     * nothing. {@link SocketOptions#METADATA ZMQ_METADATA}.
     */
    default S metadata(String value) {
        return Chain.set(this, METADATA, value);
    }

    default String metadata() {
        return get(METADATA);
    }

    /**
     * After what an endpoint is given up for good: 1 when the connection was refused, 2 when a handshake failed, 3 for both;
     * default 0: after nothing. {@link SocketOptions#RECONNECT_STOP ZMQ_RECONNECT_STOP}.
     */
    default S reconnectStop(int value) {
        return Chain.set(this, RECONNECT_STOP, value);
    }

    default int reconnectStop() {
        return get(RECONNECT_STOP);
    }

    /**
     * Longest try to connect over TCP; default 0: the system's. {@link SocketOptions#CONNECT_TIMEOUT
     * ZMQ_CONNECT_TIMEOUT}.
     */
    default S connectTimeout(Duration value) {
        return Chain.set(this, CONNECT_TIMEOUT, value);
    }

    default Duration connectTimeout() {
        return get(CONNECT_TIMEOUT);
    }

    /**
     * Longest handshake with a new peer, 0 for no limit; default 30 s. {@link SocketOptions#HANDSHAKE_IVL
     * ZMQ_HANDSHAKE_IVL}.
     */
    default S handshakeInterval(Duration value) {
        return Chain.set(this, HANDSHAKE_IVL, value);
    }

    default Duration handshakeInterval() {
        return get(HANDSHAKE_IVL);
    }

    /**
     * Largest message taken from a peer, in bytes; default -1: no limit. {@link SocketOptions#MAXMSGSIZE
     * ZMQ_MAXMSGSIZE}.
     */
    default S maxMessageSize(long value) {
        return Chain.set(this, MAXMSGSIZE, value);
    }

    default long maxMessageSize() {
        return get(MAXMSGSIZE);
    }

    /** Time between two PINGs to a peer; default 0: none. {@link SocketOptions#HEARTBEAT_IVL ZMQ_HEARTBEAT_IVL}. */
    default S heartbeatInterval(Duration value) {
        return Chain.set(this, HEARTBEAT_IVL, value);
    }

    default Duration heartbeatInterval() {
        return get(HEARTBEAT_IVL);
    }

    /**
     * After how much silence a peer should give this side up, in steps of 100 ms; default 0: it is not told.
     * {@link SocketOptions#HEARTBEAT_TTL ZMQ_HEARTBEAT_TTL}.
     */
    default S heartbeatTimeToLive(Duration value) {
        return Chain.set(this, HEARTBEAT_TTL, value);
    }

    default Duration heartbeatTimeToLive() {
        return get(HEARTBEAT_TTL);
    }

    /**
     * Longest silence of a peer after a PING, 0 for no limit; default -1 ms: the heartbeat interval.
     * {@link SocketOptions#HEARTBEAT_TIMEOUT ZMQ_HEARTBEAT_TIMEOUT}.
     */
    default S heartbeatTimeout(Duration value) {
        return Chain.set(this, HEARTBEAT_TIMEOUT, value);
    }

    default Duration heartbeatTimeout() {
        return get(HEARTBEAT_TIMEOUT);
    }
}
