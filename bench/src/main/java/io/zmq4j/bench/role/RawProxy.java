package io.zmq4j.bench.role;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The least that a proxy can be: one thread with a selector. What a client sends goes to the workers in turn; a worker
 * answers in order, so it is enough to remember who asked. Owned by the thread that runs it, but for {@link #close}.
 */
final class RawProxy implements AutoCloseable {
    private final Selector selector;
    private final ServerSocketChannel backend;
    private final List<Connection> workers = new ArrayList<>();
    private final Set<Connection> written = new LinkedHashSet<>();
    private int turn;

    /** Between the connections of two listeners, which are its own from now on. */
    RawProxy(ServerSocketChannel frontend, ServerSocketChannel backend) {
        this.backend = backend;
        try {
            selector = Selector.open();
            for (var listener : List.of(frontend, backend)) {
                listener.configureBlocking(false);
                listener.register(selector, SelectionKey.OP_ACCEPT);
            }
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /** Until it is closed. The first worker has connected before the first client sends. */
    void run() {
        try {
            while (true) {
                selector.select();
                for (var key : selector.selectedKeys()) {
                    if (key.isAcceptable()) {
                        accept((ServerSocketChannel) key.channel());
                    }
                }
                for (var key : selector.selectedKeys()) {
                    if (key.isReadable()) {
                        ((Connection) key.attachment()).read();
                    }
                }
                selector.selectedKeys().clear();
                for (var connection : written) {
                    connection.write();
                }
                written.clear();
            }
        } catch (ClosedSelectorException e) {
            // This is how it ends.
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private void accept(ServerSocketChannel listener) throws IOException {
        var channel = RawPeer.tuned(listener.accept());
        channel.configureBlocking(false);
        var connection = new Connection(channel);
        channel.register(selector, SelectionKey.OP_READ, connection);
        if (listener == backend) {
            workers.add(connection);
        }
    }

    private static UncheckedIOException failed(IOException e) {
        return new UncheckedIOException("the proxy failed: " + e.getMessage(), e);
    }

    /** A client's, or a worker's. */
    private final class Connection {
        private final SocketChannel channel;
        private final ByteBuffer in = ByteBuffer.allocateDirect(RawPeer.BATCH);
        private final ByteBuffer out = ByteBuffer.allocateDirect(RawPeer.BATCH);

        /** Those who wait for this worker's answers. */
        private final ArrayDeque<Connection> askers = new ArrayDeque<>();

        Connection(SocketChannel channel) {
            this.channel = channel;
        }

        /** Passes on all the frames that are there. */
        void read() throws IOException {
            if (channel.read(in) < 0) {
                channel.close();
                return;
            }
            in.flip();
            for (long size = RawPeer.frameSize(in); size <= in.remaining(); size = RawPeer.frameSize(in)) {
                target().add(in, (int) size);
            }
            if (in.remaining() == in.capacity()) {
                throw new RunFailedException("a frame of more than %d bytes".formatted(in.capacity()));
            }
            in.compact();
        }

        private Connection target() {
            Connection asker = askers.poll();
            if (asker != null) {
                return asker;
            }
            Connection worker = workers.get(turn++ % workers.size());
            worker.askers.add(this);
            return worker;
        }

        private void add(ByteBuffer from, int size) throws IOException {
            if (out.remaining() < size) {
                write();
            }
            out.put(out.position(), from, from.position(), size).position(out.position() + size);
            from.position(from.position() + size);
            written.add(this);
        }

        /** Who waits for an answer has room for it, and a worker for the questions of all. */
        void write() throws IOException {
            for (out.flip(); out.hasRemaining(); ) {
                channel.write(out);
            }
            out.clear();
        }
    }

    /** Ends {@link #run}; any thread. */
    @Override
    public void close() {
        try {
            selector.close();
        } catch (IOException e) {
            throw failed(e);
        }
    }
}
