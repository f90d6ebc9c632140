package io.zmq4j.socket;

import io.zmq4j.message.Message;
import io.zmq4j.options.SocketOptions;
import io.zmq4j.zmtp.SocketType;
import java.time.Duration;

/** What the scenarios with sockets share. */
final class Sockets {
    static final String NAME = "inproc://name";

    private Sockets() {}

    static SocketCore open(ContextCore context, SocketType type) {
        SocketCore socket = context.open(type);
        socket.set(SocketOptions.LINGER, Duration.ZERO);
        return socket;
    }

    static Message message(int number) {
        return Message.of(Integer.toString(number));
    }
}
