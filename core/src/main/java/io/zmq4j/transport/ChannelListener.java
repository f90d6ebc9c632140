package io.zmq4j.transport;

import io.zmq4j.loop.Loop;
import io.zmq4j.loop.LoopHandler;
import java.io.IOException;
import java.net.SocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Listens on a bound channel. */
public final class ChannelListener implements Listener, LoopHandler {
    private final BoundChannel bound;
    private @Nullable Loop loop;
    private @Nullable Waiting waiting;
    private @Nullable SelectionKey key;

    public ChannelListener(BoundChannel bound) {
        this.bound = bound;
    }

    @Override
    public String endpoint() {
        return bound.endpoint();
    }

    @Override
    public void open(Loop loop, Waiting waiting) throws IOException {
        this.loop = loop;
        this.waiting = waiting;
        key = loop.register(bound.channel(), SelectionKey.OP_ACCEPT, this);
    }

    @Override
    public void onReady(SelectionKey ready) {
        waiting().onReady();
    }

    @Override
    public void onError(Throwable error) {
        waiting().onError(error);
    }

    @Override
    public void onMoved(SelectionKey moved) {
        key = moved;
    }

    private Waiting waiting() {
        return Objects.requireNonNull(waiting, "not opened");
    }

    /** A selector that runs out of memory here has not heard of it, and will not if it is told once more: the key has. */
    @Override
    public void want(boolean wanted) {
        SelectionKey registered = key;
        if (registered != null && registered.isValid()) {
            try {
                registered.interestOps(wanted ? SelectionKey.OP_ACCEPT : 0);
            } catch (Error e) {
                doubtSelector();
                throw e;
            }
        }
    }

    @Override
    public @Nullable Accepted accept() throws IOException {
        SocketChannel channel = bound.channel().accept();
        if (channel == null) {
            return null;
        }
        try {
            return new AcceptedChannel(bound, channel);
        } catch (OutOfMemoryError e) {
            channel.close();
            throw e;
        }
    }

    private record AcceptedChannel(BoundChannel bound, SocketChannel channel) implements Accepted {
        @Override
        public SocketAddress configure() throws IOException {
            bound.configure(channel);
            return channel.getRemoteAddress();
        }

        @Override
        public Wire wire(Loop loop) {
            return new ChannelWire(channel, loop);
        }

        @Override
        public void close(Loop loop) {
            loop.close(channel);
        }
    }

    /** The JDK closes a channel once only; where memory ran out in the middle, the selector may keep it for ever. */
    @Override
    public void close() throws IOException {
        try {
            bound.close();
        } catch (Error e) {
            doubtSelector();
            throw e;
        }
    }

    private void doubtSelector() {
        Loop registeredWith = loop;
        if (registeredWith != null) {
            registeredWith.doubtSelector();
        }
    }
}
