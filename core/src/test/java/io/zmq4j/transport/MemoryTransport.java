package io.zmq4j.transport;

import io.zmq4j.loop.Chore;
import io.zmq4j.loop.Loop;
import io.zmq4j.options.OptionValues;
import io.zmq4j.transport.tcp.TcpEndpoint;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/** Connections in memory, to the one listener there is. */
public final class MemoryTransport implements Transport<TcpEndpoint> {
    /** A name for what needs one. */
    public static final TcpEndpoint ENDPOINT = (TcpEndpoint) Texts.connected("tcp://memory:1");

    private static final SocketAddress ADDRESS = InetSocketAddress.createUnresolved("memory", 1);

    private final int capacity;
    private final Queue<MemoryWire> arrived = new ConcurrentLinkedQueue<>();
    private final Queue<MemoryWire> dialled = new ConcurrentLinkedQueue<>();
    private volatile @Nullable Chore ready;

    /** {@code capacity} is how many bytes each end holds. */
    public MemoryTransport(int capacity) {
        this.capacity = capacity;
    }

    /** The dialling ends so far, in order. */
    public List<MemoryWire> dialled() {
        return List.copyOf(dialled);
    }

    @Override
    public Attempt connect(TcpEndpoint endpoint, SocketAddress address, OptionValues options) {
        MemoryWire[] ends = MemoryWire.pair(capacity);
        dialled.add(ends[0]);
        arrived.add(ends[1]);
        Chore told = ready;
        if (told != null) {
            told.note();
        }
        return new Made(ends[0]);
    }

    /** There at once. */
    private final class Made implements Attempt {
        private final MemoryWire end;

        Made(MemoryWire end) {
            this.end = end;
        }

        @Override
        public boolean isMade() {
            return true;
        }

        @Override
        public boolean finish() {
            return true;
        }

        @Override
        public void begin(Loop loop, Waiting waiting) {
            throw new AssertionError("it is made");
        }

        @Override
        public boolean reachedItself() {
            return false;
        }

        @Override
        public Wire wire(Loop loop) {
            return end;
        }

        @Override
        public void close(Loop loop) {
            end.close();
        }
    }

    @Override
    public TcpEndpoint parse(EndpointText text) {
        throw new AssertionError(text);
    }

    @Override
    public Listener listen(TcpEndpoint endpoint, OptionValues options) {
        return new Listener() {
            @Override
            public String endpoint() {
                return ENDPOINT.toString();
            }

            @Override
            public void open(Loop loop, Waiting waiting) {
                Chore chore = loop.chore(waiting::onReady);
                ready = chore;
                chore.note();
            }

            @Override
            public void want(boolean wanted) {
                Chore told = ready;
                if (wanted && told != null) {
                    told.note();
                }
            }

            @Override
            public @Nullable Accepted accept() {
                MemoryWire end = arrived.poll();
                if (!arrived.isEmpty()) {
                    want(true);
                }
                return end == null ? null : new Arrived(end);
            }

            @Override
            public void close() {
                ready = null;
            }
        };
    }

    private final class Arrived implements Listener.Accepted {
        private final MemoryWire end;

        Arrived(MemoryWire end) {
            this.end = end;
        }

        @Override
        public SocketAddress configure() {
            return ADDRESS;
        }

        @Override
        public Wire wire(Loop loop) {
            return end;
        }

        @Override
        public void close(Loop loop) {
            end.close();
        }
    }

    @Override
    public boolean looksUp(TcpEndpoint endpoint, OptionValues options) {
        return false;
    }

    @Override
    public List<SocketAddress> resolve(TcpEndpoint endpoint, OptionValues options) throws IOException {
        return List.of(ADDRESS);
    }

    @Override
    public String describe(SocketAddress address) {
        return "memory";
    }
}
