package io.zmq4j.testkit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardSocketOptions;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Arrays;

/**
 * One end of a connection that does exactly what the test says: bytes of any sense or nonsense, at any pace, and every
 * way to end. Reads and writes that are not done within 5 seconds fail.
 */
public final class RawPeer implements AutoCloseable {
    static final Duration PATIENCE = Duration.ofSeconds(20);

    /** No frame in a test is larger: a broken length is to fail rather than to allocate. */
    private static final long MAX_BODY = 256L << 20;

    private final SocketChannel channel;
    private final Selector selector;
    private final SelectionKey key;
    private final boolean isTcp;

    RawPeer(SocketChannel channel) throws IOException {
        this.channel = channel;
        isTcp = !(channel.getLocalAddress() instanceof UnixDomainSocketAddress);
        if (isTcp) {
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        }
        channel.configureBlocking(false);
        selector = Selector.open();
        key = channel.register(selector, 0);
    }

    /** Connects to {@code tcp://host:port} or {@code ipc:///path}. */
    public static RawPeer connect(String endpoint) {
        try {
            return new RawPeer(SocketChannel.open(Endpoints.address(endpoint)));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot connect to " + endpoint, e);
        }
    }

    /** Greets as ZMTP 3.1 without security, becomes ready as this socket type, and reads the other side doing the same. */
    public RawPeer handshake(String socketType, String... properties) {
        return handshake(Greeting.v31(), socketType, properties);
    }

    /** The same with another greeting of ZMTP 3. */
    RawPeer handshake(Greeting greeting, String socketType, String... properties) {
        send(greeting.encoded());
        expectGreeting();
        send(RawFrame.ready(socketType, properties));
        RawFrame ready = readFrame();
        if (!ready.isCommand() || !ready.commandName().equals("READY")) {
            throw new AssertionError("expected READY, got " + ready);
        }
        return this;
    }

    /** Sends bytes given as hexadecimal digits, see {@link Bytes#hex(String)}. */
    public void send(String hex) {
        send(Bytes.hex(hex));
    }

    public void send(RawFrame frame) {
        send(frame.encoded());
    }

    public void send(byte[] bytes) {
        write(ByteBuffer.wrap(bytes));
    }

    /** Sends one byte per write, so that the other side is likely to read them one by one. */
    public void sendSlowly(byte[] bytes) {
        for (int i = 0; i < bytes.length; i++) {
            write(ByteBuffer.wrap(bytes, i, 1));
        }
    }

    /** Reads as many bytes as given, in hexadecimal digits, and insists that they are the same. */
    public void expect(String hex) {
        expect(Bytes.hex(hex));
    }

    /** Reads as many bytes as given and insists that they are the same. */
    public void expect(byte[] expected) {
        byte[] actual = read(expected.length);
        if (!Arrays.equals(expected, actual)) {
            throw new AssertionError("expected " + Bytes.hex(expected) + "\n but got " + Bytes.hex(actual));
        }
    }

    public void expect(RawFrame expected) {
        RawFrame actual = readFrame();
        if (!expected.equals(actual)) {
            throw new AssertionError("expected " + expected + "\n but got " + actual);
        }
    }

    public Greeting expectGreeting() {
        return Greeting.decode(read(Greeting.SIZE));
    }

    public RawFrame readFrame() {
        int flags = read(1)[0] & 0xFF;
        long size = (flags & RawFrame.LONG) != 0 ? ByteBuffer.wrap(read(8)).getLong() : read(1)[0] & 0xFF;
        if (size < 0 || size > MAX_BODY) {
            throw new AssertionError("frame with flags " + flags + " and size " + Long.toUnsignedString(size));
        }
        return new RawFrame(flags, read((int) size));
    }

    /** Reads exactly this many bytes. */
    public byte[] read(int count) {
        var bytes = ByteBuffer.allocate(count);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (bytes.hasRemaining()) {
            if (!await(SelectionKey.OP_READ, deadline)) {
                throw new AssertionError("waited " + PATIENCE + " for " + count + " bytes, got " + seen(bytes));
            }
            if (readSome(bytes) < 0) {
                throw new AssertionError(
                        "connection ended while " + count + " bytes were expected, got " + seen(bytes));
            }
        }
        return bytes.array();
    }

    /** Reads what has come, at least one byte. */
    public byte[] readSome() {
        var bytes = ByteBuffer.allocate(8192);
        if (!await(SelectionKey.OP_READ, System.nanoTime() + PATIENCE.toNanos()) || readSome(bytes) < 0) {
            throw new AssertionError("no bytes came within " + PATIENCE);
        }
        return Arrays.copyOf(bytes.array(), bytes.position());
    }

    /**
     * Insists that the other side ends the connection in time, in whichever way.
     *
     * @return what it sent before
     */
    public byte[] expectClosed(Duration timeout) {
        var before = new ByteArrayOutputStream();
        var bytes = ByteBuffer.allocate(8192);
        long deadline = System.nanoTime() + timeout.toNanos();
        while (await(SelectionKey.OP_READ, deadline)) {
            if (readSome(bytes) < 0) {
                return before.toByteArray();
            }
            before.write(bytes.array(), 0, bytes.position());
            bytes.clear();
        }
        throw new AssertionError(
                "connection still open after " + timeout + ", received " + Bytes.hex(before.toByteArray()));
    }

    /** Insists that the other side ends the connection in time with RST rather than FIN. Over tcp only. */
    public void expectReset(Duration timeout) {
        var bytes = ByteBuffer.allocate(8192);
        long deadline = System.nanoTime() + timeout.toNanos();
        while (await(SelectionKey.OP_READ, deadline)) {
            try {
                if (channel.read(bytes.clear()) < 0) {
                    throw new AssertionError("expected a reset, the connection ended with FIN");
                }
            } catch (IOException e) {
                return;
            }
        }
        throw new AssertionError("connection still open after " + timeout);
    }

    /** Insists that nothing comes for so long, and that the connection stays. */
    public void expectSilence(Duration duration) {
        if (await(SelectionKey.OP_READ, System.nanoTime() + duration.toNanos())) {
            var bytes = ByteBuffer.allocate(8192);
            throw new AssertionError(
                    readSome(bytes) < 0
                            ? "expected silence, the connection ended"
                            : "expected silence, got " + seen(bytes));
        }
    }

    /** Ends this side's sending: the other reads an end of stream and may go on sending. */
    public void halfClose() {
        try {
            channel.shutdownOutput();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends the connection the hard way. Over tcp the other side gets RST; over ipc that exists only for unread bytes. */
    public void reset() {
        try {
            if (isTcp) {
                channel.setOption(StandardSocketOptions.SO_LINGER, 0);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        close();
    }

    @Override
    public void close() {
        try {
            // In this order: the selector's key would otherwise keep the descriptor open, and with it the connection.
            channel.close();
            selector.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(ByteBuffer bytes) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        try {
            while (bytes.hasRemaining()) {
                if (channel.write(bytes) == 0 && !await(SelectionKey.OP_WRITE, deadline)) {
                    throw new AssertionError(
                            "the other side did not take " + bytes.remaining() + " bytes in " + PATIENCE);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Like a read, with a reset counted as an end of stream. */
    private int readSome(ByteBuffer bytes) {
        try {
            return channel.read(bytes);
        } catch (IOException e) {
            return -1;
        }
    }

    private boolean await(int operation, long deadline) {
        try {
            key.interestOps(operation);
            selector.selectedKeys().clear();
            long left = deadline - System.nanoTime();
            boolean isReady = left <= 0 ? selector.selectNow() > 0 : selector.select(left / 1_000_000 + 1) > 0;
            if (Thread.currentThread().isInterrupted()) {
                throw new AssertionError("interrupted while waiting for the other side");
            }
            return isReady;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String seen(ByteBuffer bytes) {
        var seen = new byte[bytes.position()];
        bytes.get(0, seen);
        return seen.length == 0 ? "none" : Bytes.hex(seen);
    }
}
