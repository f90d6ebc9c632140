package io.zmq4j.transport.tcp;

import io.zmq4j.options.OptionValues;
import io.zmq4j.transport.BoundChannel;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

record TcpListener(ServerSocketChannel channel, OptionValues options, String endpoint) implements BoundChannel {
    TcpListener(ServerSocketChannel channel, OptionValues options) throws IOException {
        this(channel, options, TcpEndpoint.format((InetSocketAddress) channel.getLocalAddress()));
    }

    @Override
    public void configure(SocketChannel accepted) throws IOException {
        accepted.configureBlocking(false);
        TcpOptions.applyTo(accepted, options);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
