package io.zmq4j.options;

import static io.zmq4j.options.SocketOptions.MULTICAST_MAXTPDU;
import static io.zmq4j.options.SocketOptions.RATE;
import static io.zmq4j.options.SocketOptions.RECOVERY_IVL;

import java.time.Duration;

/**
 * How multicast sends and recovers. For later endpoints. PUB, SUB, XPUB and XSUB have it.
 *
 * @param <S> the type that has them, as for {@link Options}
 */
public interface MulticastOptions<S> extends DatagramOptions<S> {
    /**
     * Most that is sent to a multicast group, in kilobits (1000 bits) a second; default 100.
     * {@link SocketOptions#RATE ZMQ_RATE}.
     */
    default S multicastRate(int value) {
        return Chain.set(this, RATE, value);
    }

    default int multicastRate() {
        return get(RATE);
    }

    /**
     * How long what was lost on the way can be recovered; default 10 s. {@link SocketOptions#RECOVERY_IVL
     * ZMQ_RECOVERY_IVL}.
     */
    default S multicastRecoveryInterval(Duration value) {
        return Chain.set(this, RECOVERY_IVL, value);
    }

    default Duration multicastRecoveryInterval() {
        return get(RECOVERY_IVL);
    }

    /**
     * Largest datagram with its IP and UDP headers, 128 to 65535 bytes; default 1500.
     * {@link SocketOptions#MULTICAST_MAXTPDU ZMQ_MULTICAST_MAXTPDU}.
     */
    default S multicastMaxDatagram(int value) {
        return Chain.set(this, MULTICAST_MAXTPDU, value);
    }

    default int multicastMaxDatagram() {
        return get(MULTICAST_MAXTPDU);
    }
}
