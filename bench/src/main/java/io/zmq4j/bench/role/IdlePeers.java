package io.zmq4j.bench.role;

import io.zmq4j.zmtp.SocketType;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

/**
 * The far side of many connections, in a process of its own so that only the near side's memory is counted: as many
 * plain channels as it is told, each a PULL to whom it talks to. Prints {@code connected} when all handshakes are done,
 * and {@code received} when something has come to each. Ends with its stdin.
 */
final class IdlePeers {
    private IdlePeers() {}

    /** {@code ENDPOINT N}. */
    public static void main(String... args) throws IOException {
        int count = Integer.parseInt(args[1]);
        try (var selector = Selector.open()) {
            for (int i = 0; i < count; i++) {
                var channel = RawHandshake.connect(args[0], SocketType.PULL);
                channel.configureBlocking(false);
                channel.register(selector, SelectionKey.OP_READ);
            }
            System.out.println("connected");
            awaitAll(selector, count);
            System.out.println("received");
            while (System.in.read() >= 0) {
                // Until the parent closes it, or is no more.
            }
        }
    }

    private static void awaitAll(Selector selector, int count) throws IOException {
        var buffer = ByteBuffer.allocate(256);
        int waiting = count;
        while (waiting > 0) {
            selector.select();
            for (var key : selector.selectedKeys()) {
                if (((SocketChannel) key.channel()).read(buffer.clear()) < 0) {
                    throw new IOException("a connection ended");
                }
                key.interestOps(0);
                waiting--;
            }
            selector.selectedKeys().clear();
        }
    }
}
