package io.zmq4j.bench.role;

import io.zmq4j.zmtp.SocketType;
import io.zmq4j.zmtp.wire.Command;
import io.zmq4j.zmtp.wire.Greeting;
import io.zmq4j.zmtp.wire.Metadata;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/** The least that makes a peer of a plain channel: greeting and READY (RFC 37), without a socket behind it. */
final class RawHandshake {
    /** As most implementations fill it; a 1 in the last octet is a signature that ZMTP 2.0 knows as well. */
    private static final long PADDING = 1;

    private RawHandshake() {}

    /** A connection to a tcp endpoint, in blocking mode, on which messages may go both ways. */
    static SocketChannel connect(String endpoint, SocketType type) throws IOException {
        int colon = endpoint.lastIndexOf(':');
        var channel = SocketChannel.open(new InetSocketAddress(
                endpoint.substring("tcp://".length(), colon), Integer.parseInt(endpoint.substring(colon + 1))));
        write(channel, Greeting.of("NULL", false, PADDING));
        var ready = new Metadata().put(Metadata.SOCKET_TYPE, type.name().getBytes(StandardCharsets.US_ASCII));
        write(channel, Command.of(Command.READY, ready.encode()).frame());
        read(channel, Greeting.SIZE);
        // A short frame: the metadata are a socket type and at most an empty identity.
        int size = Byte.toUnsignedInt(read(channel, 2).get(1));
        read(channel, size);
        return channel;
    }

    /** What subscribes to a topic on such a connection. */
    static byte[] subscription(byte[] topic) {
        return Command.of(Command.SUBSCRIBE, topic).frame();
    }

    private static void write(SocketChannel channel, byte[] bytes) throws IOException {
        for (var buffer = ByteBuffer.wrap(bytes); buffer.hasRemaining(); ) {
            channel.write(buffer);
        }
    }

    private static ByteBuffer read(SocketChannel channel, int count) throws IOException {
        var buffer = ByteBuffer.allocate(count);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer) < 0) {
                throw new IOException("the connection ended after %d of %d bytes".formatted(buffer.position(), count));
            }
        }
        return buffer.flip();
    }
}
