package io.zmq4j.cli.probe;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketAddress;
import java.net.SocketTimeoutException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;

/** A connection whose every wait has a deadline, in nanoseconds of {@link System#nanoTime}. One thread. */
final class Line implements AutoCloseable {
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final SocketChannel channel;
    private final Selector selector;
    private final SelectionKey key;
    private Duration connected = Duration.ZERO;

    private Line(SocketChannel channel) throws IOException {
        this.channel = channel;
        channel.configureBlocking(false);
        selector = Selector.open();
        key = channel.register(selector, 0);
    }

    /**
     * Connects.
     *
     * @throws SocketTimeoutException if nothing has come back by then
     */
    static Line connect(SocketAddress address, Duration timeout) throws IOException {
        SocketChannel channel = address instanceof UnixDomainSocketAddress
                ? SocketChannel.open(StandardProtocolFamily.UNIX)
                : SocketChannel.open();
        boolean done = false;
        try {
            var line = new Line(channel);
            line.connect(address, System.nanoTime(), timeout);
            done = true;
            return line;
        } finally {
            if (!done) {
                channel.close();
            }
        }
    }

    private void connect(SocketAddress address, long start, Duration timeout) throws IOException {
        boolean done = false;
        try {
            if (!channel.connect(address)) {
                while (!channel.finishConnect()) {
                    if (!await(SelectionKey.OP_CONNECT, start + timeout.toNanos())) {
                        throw new SocketTimeoutException("no answer");
                    }
                }
            }
            checkIsAnother();
            connected = Duration.ofNanos(System.nanoTime() - start);
            done = true;
        } finally {
            if (!done) {
                close();
            }
        }
    }

    /** On one machine, a port that nobody listens on may happen to be this end's own: then both ends are the same. */
    private void checkIsAnother() throws IOException {
        if (channel.getRemoteAddress().equals(channel.getLocalAddress())) {
            throw new ConnectException("Connection refused");
        }
    }

    /** How long it took to connect. */
    Duration connected() {
        return connected;
    }

    /** Reads what is there: how many bytes, 0 at the deadline, -1 at the end of the stream. */
    int read(ByteBuffer bytes, long deadline) throws IOException {
        while (true) {
            int count = channel.read(bytes);
            if (count != 0 || !await(SelectionKey.OP_READ, deadline)) {
                return count;
            }
        }
    }

    /** Writes all of it, unless the deadline comes before. */
    void write(ByteBuffer bytes, long deadline) throws IOException {
        while (bytes.hasRemaining()) {
            if (channel.write(bytes) == 0 && !await(SelectionKey.OP_WRITE, deadline)) {
                return;
            }
        }
    }

    /** Says that nothing more comes from here; the other side may go on. */
    void finish() throws IOException {
        channel.shutdownOutput();
    }

    private boolean await(int operation, long deadline) throws IOException {
        key.interestOps(operation);
        selector.selectedKeys().clear();
        long left = deadline - System.nanoTime();
        return left > 0 && selector.select(left / NANOS_PER_MILLI + 1) > 0;
    }

    @Override
    public void close() {
        try (selector) {
            channel.close();
        } catch (IOException e) {
            // It is over all the same.
        }
    }
}
