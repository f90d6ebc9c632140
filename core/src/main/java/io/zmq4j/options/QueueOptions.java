package io.zmq4j.options;

import static io.zmq4j.options.SocketOptions.IMMEDIATE;
import static io.zmq4j.options.SocketOptions.LINGER;
import static io.zmq4j.options.SocketOptions.RCVHWM;
import static io.zmq4j.options.SocketOptions.RCVTIMEO;
import static io.zmq4j.options.SocketOptions.SNDHWM;
import static io.zmq4j.options.SocketOptions.SNDTIMEO;

import java.time.Duration;

/**
 * How much is queued for each peer, and how long is waited for it.
 *
 * @param <S> the type that has them, as for {@link Options}
 */
public interface QueueOptions<S> extends Options<S> {
    /**
     * Most messages queued to send to one peer, 0 for no limit; default 1000. Works at once.
     * {@link SocketOptions#SNDHWM ZMQ_SNDHWM}.
     */
    default S sendHighWaterMark(int value) {
        return Chain.set(this, SNDHWM, value);
    }

    default int sendHighWaterMark() {
        return get(SNDHWM);
    }

    /**
     * Most received messages queued from one peer, 0 for no limit; default 1000. Works at once.
     * {@link SocketOptions#RCVHWM ZMQ_RCVHWM}.
     */
    default S receiveHighWaterMark(int value) {
        return Chain.set(this, RCVHWM, value);
    }

    default int receiveHighWaterMark() {
        return get(RCVHWM);
    }

    /**
     * Longest wait of a send, {@link SocketOptions#FOREVER} for no limit, which is the default. For the next send.
     * {@link SocketOptions#SNDTIMEO ZMQ_SNDTIMEO}.
     */
    default S sendTimeout(Duration value) {
        return Chain.set(this, SNDTIMEO, value);
    }

    default Duration sendTimeout() {
        return get(SNDTIMEO);
    }

    /**
     * Longest wait of a receive, {@link SocketOptions#FOREVER} for no limit, which is the default. For the next
     * receive. {@link SocketOptions#RCVTIMEO ZMQ_RCVTIMEO}.
     */
    default S receiveTimeout(Duration value) {
        return Chain.set(this, RCVTIMEO, value);
    }

    default Duration receiveTimeout() {
        return get(RCVTIMEO);
    }

    /**
     * How long what is queued is still sent after a close, {@link SocketOptions#FOREVER} for no limit, which is the
     * default. Works at once. {@link SocketOptions#LINGER ZMQ_LINGER}.
     */
    default S linger(Duration value) {
        return Chain.set(this, LINGER, value);
    }

    default Duration linger() {
        return get(LINGER);
    }

    /**
     * Whether a connect gets messages only once its handshake is done; default false. For later endpoints.
     * {@link SocketOptions#IMMEDIATE ZMQ_IMMEDIATE}.
     */
    default S immediate(boolean value) {
        return Chain.set(this, IMMEDIATE, value);
    }

    default boolean immediate() {
        return get(IMMEDIATE);
    }
}
