package io.zmq4j;

import io.zmq4j.options.CommonOptions;
import io.zmq4j.options.DatagramOptions;
import io.zmq4j.options.PublisherOptions;
import io.zmq4j.socket.SocketCore;

/**
 * RADIO (RFC 48): sends each message to those who have joined its group. A message has two frames, the group, 0 to 255 bytes none of
 * which is 0, and the body; others are refused with {@link IllegalArgumentException}:
 *
 * <pre>{@code
 * radio.send("weather", "sunny");
 * }</pre>
 *
 * <p>Over {@code udp}, where it connects, a message is a datagram of at most 8192 bytes with the group and its length: larger ones are
 * lost, which is counted and told as {@code DATA_LOST}.
 */
public final class RadioSocket extends Socket
        implements SendingSocket,
                NamedSocket<RadioSocket>,
                CommonOptions<RadioSocket>,
                PublisherOptions<RadioSocket>,
                DatagramOptions<RadioSocket> {
    RadioSocket(SocketCore core, Lifeline lifeline) {
        super(core, lifeline);
    }
}
