package io.zmq4j.transport.tcp;

import static io.zmq4j.options.SocketOptions.RCVBUF;
import static io.zmq4j.options.SocketOptions.SNDBUF;
import static io.zmq4j.options.SocketOptions.TCP_KEEPALIVE;
import static io.zmq4j.options.SocketOptions.TCP_KEEPALIVE_CNT;
import static io.zmq4j.options.SocketOptions.TCP_KEEPALIVE_IDLE;
import static io.zmq4j.options.SocketOptions.TCP_KEEPALIVE_INTVL;
import static io.zmq4j.options.SocketOptions.TOS;

import io.zmq4j.options.OptionValues;
import java.io.IOException;
import java.net.SocketOption;
import java.net.StandardSocketOptions;
import java.nio.channels.NetworkChannel;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import jdk.net.ExtendedSocketOptions;

/** Hands socket options on to the system. What is not set stays as the system has it: it knows better. */
final class TcpOptions {
    private TcpOptions() {}

    static void applyTo(SocketChannel channel, OptionValues options) throws IOException {
        // Batching is done above, where it is known what waits; the kernel must not wait for more.
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        setIf(channel, StandardSocketOptions.SO_SNDBUF, options.get(SNDBUF));
        setIf(channel, StandardSocketOptions.SO_RCVBUF, options.get(RCVBUF));
        if (options.get(TCP_KEEPALIVE) >= 0) {
            channel.setOption(StandardSocketOptions.SO_KEEPALIVE, options.get(TCP_KEEPALIVE) == 1);
            setIf(channel, ExtendedSocketOptions.TCP_KEEPCOUNT, options.get(TCP_KEEPALIVE_CNT));
            setIf(channel, ExtendedSocketOptions.TCP_KEEPIDLE, options.get(TCP_KEEPALIVE_IDLE));
            setIf(channel, ExtendedSocketOptions.TCP_KEEPINTERVAL, options.get(TCP_KEEPALIVE_INTVL));
        }
        if (options.get(TOS) > 0) {
            channel.setOption(StandardSocketOptions.IP_TOS, options.get(TOS));
        }
    }

    /** The receive buffer must be set before listening to have an effect on the window of accepted connections. */
    static void applyTo(ServerSocketChannel channel, OptionValues options) throws IOException {
        setIf(channel, StandardSocketOptions.SO_RCVBUF, options.get(RCVBUF));
    }

    private static void setIf(NetworkChannel channel, SocketOption<Integer> option, int value) throws IOException {
        if (value > 0 && channel.supportedOptions().contains(option)) {
            channel.setOption(option, value);
        }
    }
}
