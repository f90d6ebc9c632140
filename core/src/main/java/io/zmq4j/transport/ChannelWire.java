package io.zmq4j.transport;

import io.zmq4j.loop.Loop;
import io.zmq4j.loop.LoopHandler;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A connected channel in non-blocking mode: what it accepts is the kernel's at once. */
public final class ChannelWire implements Wire, LoopHandler {
    private final SocketChannel channel;
    private final Loop loop;

    /** Keeps an interest from being said to a key that is being replaced. */
    private final Object keyLock = new Object();

    private volatile @Nullable SelectionKey key;
    private @Nullable Host host;

    public ChannelWire(SocketChannel channel, Loop loop) {
        this.channel = channel;
        this.loop = loop;
    }

    @Override
    public void open(Host host) throws IOException {
        this.host = host;
        key = loop.register(channel, SelectionKey.OP_READ, this);
    }

    // ---- the loop's calls, token held

    @Override
    public void onReady(SelectionKey ready) {
        if (ready.isValid()) {
            int operations = ready.readyOps();
            int halves = (operations & SelectionKey.OP_READ) != 0 ? READ : 0;
            host().serve((operations & SelectionKey.OP_WRITE) != 0 ? halves | WRITE : halves);
        }
    }

    @Override
    public void onError(Throwable error) {
        host().fail(error);
    }

    @Override
    public void onMoved(SelectionKey moved) {
        synchronized (keyLock) {
            SelectionKey before = key;
            key = moved;
            if (before != null && before.isValid()) {
                moved.interestOps(before.interestOps());
            }
        }
    }

    private Host host() {
        return Objects.requireNonNull(host, "not opened");
    }

    // ---- the two halves

    @Override
    public int read(ByteBuffer into) throws IOException {
        return channel.read(into);
    }

    @Override
    public int write(ByteBuffer from) throws IOException {
        return channel.write(from);
    }

    @Override
    public boolean finish() throws IOException {
        channel.shutdownOutput();
        return true;
    }

    @Override
    public boolean want(int half, boolean wanted) {
        int operation = half == READ ? SelectionKey.OP_READ : SelectionKey.OP_WRITE;
        try {
            synchronized (keyLock) {
                SelectionKey registered = key;
                if (registered == null || !registered.isValid()) {
                    return false;
                }
                if (wanted) {
                    registered.interestOpsOr(operation);
                } else {
                    registered.interestOpsAnd(~operation);
                }
            }
        } catch (CancelledKeyException e) {
            // Closed by another thread at this moment.
            return false;
        }
        if (wanted) {
            loop.interestChanged();
        }
        return true;
    }

    @Override
    public SocketChannel channel() {
        return channel;
    }

    @Override
    public void close() {
        loop.close(channel);
    }
}
