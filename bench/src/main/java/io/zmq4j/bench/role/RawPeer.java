package io.zmq4j.bench.role;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.SocketException;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * One connection of plain channels. Frames as on ZeroMQ's wire (RFC 37, "Framing"):
 *
 * <pre>
 *   | 0 | size, 8 bits | body ...              up to 255 bytes
 *   | 2 | size, 64 bits, big-endian | body ... more
 * </pre>
 */
final class RawPeer implements Peer {
    static final int BATCH = 128 * 1024;
    private static final int SHORT_HEADER = 2;
    private static final int MAX_HEADER = 9;
    private static final int LONGEST_SHORT_BODY = 255;
    private static final byte SHORT = 0;
    private static final byte LONG = 2;
    private static final long RETRY_NANOS = 10_000_000;
    private static final String ANY_PORT = ":*";

    private final boolean batches;
    private final ByteBuffer out = ByteBuffer.allocateDirect(BATCH);
    private final ByteBuffer in = ByteBuffer.allocateDirect(BATCH).limit(0);
    private @Nullable ServerSocketChannel listener;

    /** Where an ipc listener is; it stays behind unless it is deleted. */
    private @Nullable Path file;

    private @Nullable SocketChannel channel;

    /** With {@code batches} it writes when a batch is full or {@link #flush} is called, else after every message. */
    RawPeer(boolean batches) {
        this.batches = batches;
    }

    private static SocketAddress address(String endpoint) {
        if (endpoint.startsWith("ipc://")) {
            return UnixDomainSocketAddress.of(endpoint.substring("ipc://".length()));
        }
        int colon = endpoint.lastIndexOf(':');
        if (!endpoint.startsWith("tcp://") || colon < "tcp://".length()) {
            throw new IllegalArgumentException(
                    "%s is no endpoint: tcp://ADDRESS:PORT and ipc://PATH are allowed".formatted(endpoint));
        }
        return new InetSocketAddress(
                endpoint.substring("tcp://".length(), colon),
                endpoint.endsWith(ANY_PORT) ? 0 : Integer.parseInt(endpoint.substring(colon + 1)));
    }

    @Override
    public String bind(String endpoint) {
        var address = address(endpoint);
        try {
            if (address instanceof UnixDomainSocketAddress path) {
                file = path.getPath();
                Files.deleteIfExists(file);
                listener = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
            } else {
                listener = ServerSocketChannel.open();
            }
            listener.bind(address);
            return endpoint.endsWith(ANY_PORT) ? endpoint(listener) : endpoint;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot bind to " + endpoint + ": " + e.getMessage(), e);
        }
    }

    private static String endpoint(ServerSocketChannel listener) throws IOException {
        var address = (InetSocketAddress) listener.getLocalAddress();
        return "tcp://" + address.getAddress().getHostAddress() + ":" + address.getPort();
    }

    /** Where connections come in, for somebody else to accept them. */
    ServerSocketChannel listener() {
        if (listener == null) {
            throw new IllegalStateException("not bound");
        }
        return listener;
    }

    /** The size of the frame that begins here, with its header; of one whose header is not there yet, too much. */
    static long frameSize(ByteBuffer frames) {
        int at = frames.position();
        if (frames.remaining() < SHORT_HEADER) {
            return Long.MAX_VALUE;
        }
        if (frames.get(at) == SHORT) {
            return SHORT_HEADER + Byte.toUnsignedLong(frames.get(at + 1));
        }
        return frames.remaining() < MAX_HEADER ? Long.MAX_VALUE : MAX_HEADER + frames.getLong(at + 1);
    }

    /** Tries until the listener is there. */
    @Override
    public void connect(String endpoint) {
        var address = address(endpoint);
        while (channel == null) {
            try {
                channel = tuned(SocketChannel.open(address));
            } catch (SocketException e) {
                LockSupport.parkNanos(RETRY_NANOS);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot connect to " + endpoint + ": " + e.getMessage(), e);
            }
        }
    }

    static SocketChannel tuned(SocketChannel channel) throws IOException {
        if (channel.supportedOptions().contains(StandardSocketOptions.TCP_NODELAY)) {
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        }
        return channel;
    }

    /** The connection; a listener's is the first that comes. */
    private SocketChannel channel() throws IOException {
        if (channel == null) {
            if (listener == null) {
                throw new IllegalStateException("neither bound nor connected");
            }
            channel = tuned(listener.accept());
        }
        return channel;
    }

    @Override
    public void send(byte[] message) {
        if (out.remaining() < MAX_HEADER) {
            flush();
        }
        if (message.length <= LONGEST_SHORT_BODY) {
            out.put(SHORT).put((byte) message.length);
        } else {
            out.put(LONG).putLong(message.length);
        }
        for (int put = 0; put < message.length; ) {
            if (!out.hasRemaining()) {
                flush();
            }
            int count = Math.min(message.length - put, out.remaining());
            out.put(message, put, count);
            put += count;
        }
        if (!batches) {
            flush();
        }
    }

    /** Writes what was sent so far. */
    void flush() {
        out.flip();
        try {
            while (out.hasRemaining()) {
                channel().write(out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write: " + e.getMessage(), e);
        }
        out.clear();
    }

    @Override
    public ByteBuffer receive() {
        return ByteBuffer.wrap(received());
    }

    private byte[] received() {
        await(1);
        boolean isShort = in.get() == SHORT;
        await(isShort ? Byte.BYTES : Long.BYTES);
        long size = isShort ? Byte.toUnsignedInt(in.get()) : in.getLong();
        var message = new byte[Math.toIntExact(size)];
        for (int got = 0; got < message.length; ) {
            await(1);
            int count = Math.min(message.length - got, in.remaining());
            in.get(message, got, count);
            got += count;
        }
        return message;
    }

    /** Reads until so many bytes are there. */
    private void await(int count) {
        if (in.remaining() >= count) {
            return;
        }
        in.compact();
        try {
            while (in.position() < count) {
                if (channel().read(in) < 0) {
                    throw new RunFailedException("the peer went before all had come");
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read: " + e.getMessage(), e);
        }
        in.flip();
    }

    @Override
    public void receive(Ledger ledger) {
        ledger.take(ByteBuffer.wrap(received()));
    }

    @Override
    public boolean tryReceive(Ledger ledger) {
        throw new UnsupportedOperationException("plain sockets wait");
    }

    @Override
    public void answer(Ledger ledger) {
        byte[] question = received();
        send(question);
        ledger.take(ByteBuffer.wrap(question));
    }

    void close() {
        try {
            if (channel != null) {
                channel.close();
            }
            if (listener != null) {
                listener.close();
            }
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot close: " + e.getMessage(), e);
        }
    }
}
