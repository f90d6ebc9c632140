package io.zmq4j.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.SocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A network that breaks when the test says so. Listens at an endpoint of its own, connects every client to a target, and forwards
 * bytes both ways; until the test says otherwise. Safe for any thread.
 *
 * <pre>{@code
 * try (var link = FaultProxy.to(server.uri())) {
 *     client.connect(link.uri());
 *     …
 *     link.cut();
 * }
 * }</pre>
 *
 * <p>{@link #stall}, {@link #split}, {@link #delay} and {@link #throttle} hold for all connections, those that are and those to
 * come, from the next piece that is forwarded on. {@link #cut}, {@link #reset}, {@link #halfOpen} and {@link #garbage} happen to those
 * that are: the next one is sound.
 */
public final class FaultProxy implements AutoCloseable {
    /** Which way bytes go. */
    public enum Direction {
        TO_TARGET,
        TO_CLIENT
    }

    /** Neither a greeting, nor the flags of a frame, in any version of the protocol. */
    private static final byte[] GARBAGE = new byte[64];

    static {
        Arrays.fill(GARBAGE, (byte) 0xEE);
    }

    private interface Action {
        void run() throws IOException;
    }

    private final SocketAddress target;
    private final String uri;
    private final Conditions conditions = new Conditions();

    private final ReentrantLock lock = new ReentrantLock();
    private volatile Thread acceptor;

    // Guarded by the lock, all of it.
    private final List<Link> links = new ArrayList<>();
    private final Map<Direction, Long> flips = new EnumMap<>(Direction.class);
    private ServerSocketChannel listener;
    private int accepted;

    private FaultProxy(String listenAt, String target) {
        this.target = Endpoints.address(target);
        try {
            listener = Endpoints.listen(listenAt);
            uri = Endpoints.uri(listener.getLocalAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        acceptor = acceptFrom(listener);
    }

    /**
     * A proxy in front of a target, which need not be there yet; its own endpoint is of the same kind.
     *
     * @param uri {@code tcp://host:port} or {@code ipc:///path}
     */
    public static FaultProxy to(String uri) {
        Objects.requireNonNull(uri, "uri");
        return new FaultProxy(Endpoints.isIpc(uri) ? Endpoints.freshIpc() : "tcp://127.0.0.1:0", uri);
    }

    /** Where clients connect to. */
    public String uri() {
        return uri;
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
    public void stall() {
        conditions.stall(true);
    }

    /** Goes on where {@link #stall} stopped; nothing is lost. */
    public void resume() {
        conditions.stall(false);
    }

    /** Forwards one byte at a time. */
    public void split() {
        conditions.split();
    }

    /**
     * Forwards what was read so much later, in each direction; zero for at once. What comes meanwhile is read after that, so that it
     * may take twice as long.
     *
     * @param delay zero or more
     */
    public void delay(Duration delay) {
        if (Objects.requireNonNull(delay, "delay").isNegative()) {
            throw new IllegalArgumentException("delay is " + delay + ": zero or more is allowed");
        }
        conditions.delay(delay);
    }

    /**
     * Forwards at most so many bytes a second, in each direction of each connection.
     *
     * @param bytesPerSecond 1 or more
     */
    public void throttle(long bytesPerSecond) {
        if (bytesPerSecond < 1) {
            throw new IllegalArgumentException("bytesPerSecond is " + bytesPerSecond + ": 1 or more is allowed");
        }
        conditions.throttle(bytesPerSecond);
    }

    /** Inverts one byte of every connection to come: the one at this offset of the stream, from 0 on. */
    public void flipByte(Direction direction, long offset) {
        Objects.requireNonNull(direction, "direction");
        change(() -> flips.put(direction, offset));
    }

    /** Ends all connections with FIN, in both directions, and a stall with them. */
    public void cut() {
        change(() -> endAll(false));
    }

    /** Ends all connections with RST; over ipc, where there is none, like {@link #cut}. */
    public void reset() {
        change(() -> endAll(true));
    }

    /**
     * Ends all connections on the target's side alone: to a client each looks open, and what the client sends goes nowhere. So it is
     * with a host that lost its power. Only a heartbeat, or a time limit, notices.
     */
    public void halfOpen() {
        change(() -> {
            for (Link link : links) {
                link.halfOpen();
            }
        });
    }

    /** Sends 64 bytes that are not ZMTP into each connection, both ways. */
    public void garbage() {
        change(() -> links.forEach(link -> link.inject(GARBAGE)));
    }

    /** Stops listening: a client that connects is refused. Connections that are stay. */
    public void refuse() {
        change(() -> {
            if (listener.isOpen()) {
                Endpoints.close(listener);
            }
        });
        // The kernel goes on listening for as long as a thread is inside accept.
        try {
            acceptor.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Listens again, at the same endpoint; does nothing if it listens. */
    public void admit() {
        change(() -> {
            if (!listener.isOpen()) {
                listener = Endpoints.listen(uri);
                acceptor = acceptFrom(listener);
            }
        });
    }

    @Override
    public void close() {
        refuse();
        cut();
    }

    private Thread acceptFrom(ServerSocketChannel from) {
        return Daemon.start("fault proxy " + uri + " accept", () -> {
            try {
                while (true) {
                    SocketChannel client = from.accept();
                    change(() -> connect(client));
                }
            } catch (IOException | UncheckedIOException e) {
                // The listener was closed: this thread's end, not an error.
            }
        });
    }

    /** With the lock held, so that a test that saw the target accept a connection can cut it. */
    private void connect(SocketChannel client) throws IOException {
        try {
            var link = new Link("fault proxy " + uri, conditions, client, SocketChannel.open(target));
            link.begin(flips.getOrDefault(Direction.TO_TARGET, -1L), flips.getOrDefault(Direction.TO_CLIENT, -1L));
            links.add(link);
            accepted++;
        } catch (IOException e) {
            client.close();
        }
    }

    private void endAll(boolean hard) throws IOException {
        links.forEach(link -> link.announceEnd(hard));
        for (Link link : links) {
            link.close();
        }
        links.clear();
        conditions.stall(false);
    }

    private void change(Action action) {
        lock.lock();
        try {
            action.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            lock.unlock();
        }
    }
}
