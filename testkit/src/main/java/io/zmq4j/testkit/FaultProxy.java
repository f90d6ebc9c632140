package io.zmq4j.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.SocketAddress;
import java.net.StandardSocketOptions;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A connection's misfortunes. Listens at an endpoint of its own, connects every client to a target, and forwards; until
 * the test says otherwise. Safe for any thread.
 *
 * <p>Two threads pump each connection, one per direction. What the test says holds for all connections, those that are
 * and those to come, from the next chunk a pump reads on.
 */
public final class FaultProxy implements AutoCloseable {
    /** Which way bytes go. */
    public enum Direction {
        TO_TARGET,
        TO_CLIENT
    }

    private static final int CHUNK = 64 * 1024;

    private final SocketAddress target;
    private final String endpoint;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private volatile Thread acceptor;

    // Guarded by the lock, all of it.
    private final List<SocketChannel> channels = new ArrayList<>();
    private final Map<Direction, Long> flips = new EnumMap<>(Direction.class);
    private ServerSocketChannel listener;
    private boolean isFrozen;
    private int chunk = CHUNK;
    private long bytesPerSecond = Long.MAX_VALUE;
    private int accepted;

    private FaultProxy(String listenAt, String target) {
        this.target = Endpoints.address(target);
        try {
            listener = RawListener.open(Endpoints.address(listenAt));
            endpoint = Endpoints.endpoint(listener.getLocalAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        acceptor = acceptFrom(listener);
    }

    /** A proxy in front of {@code tcp://host:port} or {@code ipc:///path}, listening at an endpoint of the same kind. */
    public static FaultProxy before(String target) {
        return new FaultProxy(target.startsWith("ipc://") ? Ports.ipcEndpoint() : "tcp://127.0.0.1:0", target);
    }

    /** Where clients connect to. */
    public String endpoint() {
        return endpoint;
    }

    /** How many connections were accepted so far. */
    public int accepted() {
        lock.lock();
        try {
            return accepted;
        } finally {
            lock.unlock();
        }
    }

    /** Stops forwarding in both directions and keeps connections open, like a cable that was pulled. */
    public void freeze() {
        change(() -> isFrozen = true);
    }

    /** Goes on where {@link #freeze} stopped; nothing is lost. */
    public void thaw() {
        change(() -> isFrozen = false);
    }

    /** Forwards one byte at a time. */
    public void split() {
        change(() -> chunk = 1);
    }

    /** Forwards at most so many bytes a second, in each direction of each connection. */
    public void throttle(long bytesPerSecond) {
        change(() -> {
            this.bytesPerSecond = bytesPerSecond;
            chunk = (int) Math.max(1, Math.min(CHUNK, bytesPerSecond / 100));
        });
    }

    /** Inverts one byte of every connection to come: the one at this offset of the stream. */
    public void flipByte(Direction direction, long offset) {
        change(() -> flips.put(direction, offset));
    }

    /** Ends all connections with FIN, in both directions, and a freeze with them. */
    public void cut() {
        change(() -> endAll(false));
    }

    /** Ends all connections with RST; over ipc, where there is none, like {@link #cut}. */
    public void reset() {
        change(() -> endAll(true));
    }

    /** Stops listening: whoever connects is refused. Connections that are stay. */
    public void refuse() {
        change(() -> {
            if (listener.isOpen()) {
                RawListener.close(listener);
            }
        });
        // The kernel goes on listening for as long as a thread is inside accept.
        try {
            acceptor.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Listens again, at the same endpoint. */
    public void admit() {
        change(() -> {
            listener = RawListener.open(Endpoints.address(endpoint));
            acceptor = acceptFrom(listener);
        });
    }

    @Override
    public void close() {
        refuse();
        cut();
    }

    private Thread acceptFrom(ServerSocketChannel from) {
        return start("accept", () -> {
            while (true) {
                var client = from.accept();
                change(() -> connect(client));
            }
        });
    }

    /** With the lock held, so that whoever saw the target accept a connection can cut it. */
    private void connect(SocketChannel client) throws IOException {
        SocketChannel server;
        try {
            server = SocketChannel.open(target);
        } catch (IOException e) {
            client.close();
            return;
        }
        if (!(target instanceof UnixDomainSocketAddress)) {
            client.setOption(StandardSocketOptions.TCP_NODELAY, true);
            server.setOption(StandardSocketOptions.TCP_NODELAY, true);
        }
        accepted++;
        channels.add(client);
        channels.add(server);
        startPump(Direction.TO_TARGET, client, server);
        startPump(Direction.TO_CLIENT, server, client);
    }

    private void startPump(Direction direction, SocketChannel from, SocketChannel to) {
        long flip = flips.getOrDefault(direction, -1L);
        start("pump " + direction, () -> {
            try {
                pump(from, to, flip);
                awaitTurn();
                to.shutdownOutput();
            } catch (IOException e) {
                // One side is gone, so the other is to go as well.
                awaitTurn();
                from.close();
                to.close();
            }
        });
    }

    private void pump(SocketChannel from, SocketChannel to, long flip) throws IOException {
        var bytes = ByteBuffer.allocate(CHUNK);
        long offset = 0;
        while (true) {
            bytes.clear().limit(awaitTurn());
            int count = from.read(bytes);
            if (count < 0) {
                return;
            }
            if (flip >= offset && flip < offset + count) {
                int at = (int) (flip - offset);
                bytes.put(at, (byte) ~bytes.get(at));
            }
            offset += count;
            bytes.flip();
            forward(bytes, to);
        }
    }

    /** Writes in pieces as the test wants them at that moment: it may have changed its mind while the pump was reading. */
    private void forward(ByteBuffer bytes, SocketChannel to) throws IOException {
        int end = bytes.limit();
        while (bytes.position() < end) {
            bytes.limit(Math.min(end, bytes.position() + awaitTurn()));
            int size = bytes.remaining();
            while (bytes.hasRemaining()) {
                to.write(bytes);
            }
            pause(size);
        }
    }

    /** Waits while frozen; then gives the size of the next piece. */
    private int awaitTurn() {
        lock.lock();
        try {
            while (isFrozen) {
                changed.awaitUninterruptibly();
            }
            return chunk;
        } finally {
            lock.unlock();
        }
    }

    /** Waits as long as so many bytes take. */
    private void pause(int bytes) throws IOException {
        lock.lock();
        try {
            long left = (long) (bytes * (1e9 / bytesPerSecond));
            while (left > 1000) {
                left = changed.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            throw new IOException("interrupted", e);
        } finally {
            lock.unlock();
        }
    }

    /** Says to all channels how to end before it closes one: a pump that sees one closed closes the other. */
    private void endAll(boolean hard) throws IOException {
        for (var channel : channels) {
            try {
                if (!hard) {
                    // Without this a close with bytes unread would be a reset.
                    channel.shutdownOutput();
                } else if (!(target instanceof UnixDomainSocketAddress)) {
                    channel.setOption(StandardSocketOptions.SO_LINGER, 0);
                }
            } catch (IOException e) {
                // A pump or the far side was faster: ended is ended.
            }
        }
        for (var channel : channels) {
            channel.close();
        }
        channels.clear();
        isFrozen = false;
    }

    private void change(Action action) {
        lock.lock();
        try {
            action.run();
            changed.signalAll();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            lock.unlock();
        }
    }

    private Thread start(String name, Action action) {
        var thread = new Thread(
                () -> {
                    try {
                        action.run();
                    } catch (IOException e) {
                        // The test closed what this thread worked on: its end, not an error.
                    }
                },
                "proxy " + endpoint + " " + name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private interface Action {
        void run() throws IOException;
    }
}
