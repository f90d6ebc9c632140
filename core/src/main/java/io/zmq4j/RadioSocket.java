package io.zmq4j;

import io.zmq4j.options.CommonOptions;
import io.zmq4j.options.PublisherOptions;
import io.zmq4j.socket.SocketCore;

/**
 * RADIO (RFC 48): sends each message to those who have joined its group. A message has two frames, the group, 0 to 255 bytes none of
 * which is 0, and the body; others are refused with {@link IllegalArgumentException}:
 *
 * <pre>{@code
 * radio.send("weather", "sunny");
 * }</pre>
 */
public final class RadioSocket extends Socket
        implements SendingSocket, NamedSocket<RadioSocket>, CommonOptions<RadioSocket>, PublisherOptions<RadioSocket> {
    RadioSocket(SocketCore core, Lifeline lifeline) {
        super(core, lifeline);
    }
}
