package io.zmq4j.transport;

import io.zmq4j.loop.Loop;
import io.zmq4j.options.OptionValues;
import io.zmq4j.transport.tcp.TcpEndpoint;
import io.zmq4j.zmtp.engine.Engine;
import io.zmq4j.zmtp.engine.EngineOptions;
import java.io.IOException;
import java.net.SocketAddress;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Another transport, with something in front of its wires, or with another protocol over them. */
public final class Through implements Transport<TcpEndpoint> {
    /** What stands in front of a wire. */
    @FunctionalInterface
    public interface Front {
        Wire of(Wire wire, boolean isDialling);
    }

    private final Transport<TcpEndpoint> inner;
    private final Front front;
    private final Function<EngineOptions, Engine.Factory> protocol;

    private Through(Transport<TcpEndpoint> inner, Front front, Function<EngineOptions, Engine.Factory> protocol) {
        this.inner = inner;
        this.front = front;
        this.protocol = protocol;
    }

    public static Through wires(Transport<TcpEndpoint> inner, Front front) {
        return new Through(inner, front, inner::protocol);
    }

    public static Through protocol(Transport<TcpEndpoint> inner, Function<EngineOptions, Engine.Factory> protocol) {
        return new Through(inner, (wire, isDialling) -> wire, protocol);
    }

    @Override
    public Engine.Factory protocol(EngineOptions options) {
        return protocol.apply(options);
    }

    @Override
    public TcpEndpoint parse(EndpointText text) {
        return inner.parse(text);
    }

    @Override
    public boolean looksUp(TcpEndpoint endpoint, OptionValues options) {
        return inner.looksUp(endpoint, options);
    }

    @Override
    public List<SocketAddress> resolve(TcpEndpoint endpoint, OptionValues options) throws IOException {
        return inner.resolve(endpoint, options);
    }

    @Override
    public String describe(SocketAddress address) {
        return inner.describe(address);
    }

    @Override
    public Attempt connect(TcpEndpoint endpoint, SocketAddress address, OptionValues options) throws IOException {
        Attempt begun = inner.connect(endpoint, address, options);
        return new Attempt() {
            @Override
            public boolean isMade() {
                return begun.isMade();
            }

            @Override
            public boolean finish() throws IOException {
                return begun.finish();
            }

            @Override
            public void begin(Loop loop, Waiting waiting) throws IOException {
                begun.begin(loop, waiting);
            }

            @Override
            public boolean reachedItself() {
                return begun.reachedItself();
            }

            @Override
            public Wire wire(Loop loop) {
                return front.of(begun.wire(loop), true);
            }

            @Override
            public void close(Loop loop) {
                begun.close(loop);
            }
        };
    }

    @Override
    public Listener listen(TcpEndpoint endpoint, OptionValues options) {
        Listener listener = inner.listen(endpoint, options);
        return new Listener() {
            @Override
            public String endpoint() {
                return listener.endpoint();
            }

            @Override
            public void open(Loop loop, Waiting waiting) throws IOException {
                listener.open(loop, waiting);
            }

            @Override
            public void want(boolean wanted) {
                listener.want(wanted);
            }

            @Override
            public @Nullable Accepted accept() throws IOException {
                Accepted accepted = listener.accept();
                return accepted == null ? null : new Behind(accepted);
            }

            @Override
            public void close() throws IOException {
                listener.close();
            }
        };
    }

    private final class Behind implements Listener.Accepted {
        private final Listener.Accepted accepted;

        Behind(Listener.Accepted accepted) {
            this.accepted = accepted;
        }

        @Override
        public SocketAddress configure() throws IOException {
            return accepted.configure();
        }

        @Override
        public Wire wire(Loop loop) {
            return front.of(accepted.wire(loop), false);
        }

        @Override
        public void close(Loop loop) {
            accepted.close(loop);
        }
    }
}
