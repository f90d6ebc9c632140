package io.zmq4j;

import io.zmq4j.address.NumericAddress;
import io.zmq4j.message.Message;
import io.zmq4j.options.CommonOptions;
import io.zmq4j.options.DatagramOptions;
import io.zmq4j.socket.SocketCore;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * DGRAM: datagrams to and from whoever there is, over {@code udp}. It is bound, to one endpoint, and never connected. A message has two
 * frames: an address in numbers, such as {@code 10.0.0.7:5555} or {@code [fe80::7]:5555}, where it goes or where it comes from; and
 * the bytes of the datagram, at most 8192.
 *
 * <pre>{@code
 * Message ping = dgram.receive();
 * dgram.send(ping.text(0), "pong".getBytes());
 * }</pre>
 *
 * <p>What is sent may be lost on the way, come twice, or in another order. What this side loses, as the system does not send it, or as
 * more has come than a datagram here may have, is counted and told as {@code DATA_LOST}. A send waits while the socket is not bound.
 */
public final class DgramSocket extends Socket
        implements SendingSocket,
                ReceivingSocket,
                NamedSocket<DgramSocket>,
                CommonOptions<DgramSocket>,
                DatagramOptions<DgramSocket> {
    DgramSocket(SocketCore core, Lifeline lifeline) {
        super(core, lifeline);
    }

    /**
     * Sends a datagram.
     *
     * @throws IllegalArgumentException if the address is not resolved, or has the port 0; or if there are more than 8192 bytes
     */
    public void send(InetSocketAddress to, byte[] bytes) {
        Objects.requireNonNull(to, "to");
        Objects.requireNonNull(bytes, "bytes");
        if (to.isUnresolved()) {
            throw new IllegalArgumentException("to is " + to + ": resolve the name before");
        }
        send(Message.of(NumericAddress.text(to).getBytes(StandardCharsets.US_ASCII), bytes));
    }
}
