package io.zmq4j.transport.tcp;

import io.zmq4j.loop.Loop;
import io.zmq4j.loop.LoopHandler;
import io.zmq4j.options.OptionValues;
import io.zmq4j.options.SocketOptions;
import io.zmq4j.transport.Attempt;
import io.zmq4j.transport.ChannelAttempt;
import io.zmq4j.transport.Waiting;
import io.zmq4j.transport.Wire;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A connection through a SOCKS5 proxy: first one to the proxy, then its handshake, one read or write at a time. */
final class SocksAttempt implements Attempt {
    private final ChannelAttempt toProxy;
    private final SocketChannel channel;
    private final SocksHandshake handshake;
    private ByteBuffer out;
    private ByteBuffer in;
    private @Nullable SelectionKey key;

    SocksAttempt(SocketChannel channel, SocksHandshake handshake) {
        this.toProxy = new ChannelAttempt(channel);
        this.channel = channel;
        this.handshake = handshake;
        out = ByteBuffer.wrap(handshake.output());
        in = ByteBuffer.allocate(handshake.wanted());
    }

    @Override
    public boolean isMade() {
        return handshake.isDone();
    }

    @Override
    public boolean finish() throws IOException {
        if (!toProxy.isMade() && !toProxy.finish()) {
            return false;
        }
        while (!handshake.isDone()) {
            channel.write(out);
            if (out.hasRemaining()) {
                waitFor(SelectionKey.OP_WRITE);
                return false;
            }
            if (channel.read(in) < 0) {
                throw new EOFException("the SOCKS proxy has closed the connection");
            }
            if (in.hasRemaining()) {
                waitFor(SelectionKey.OP_READ);
                return false;
            }
            handshake.take(in.array());
            if (!handshake.isDone()) {
                out = ByteBuffer.wrap(handshake.output());
                in = ByteBuffer.allocate(handshake.wanted());
            }
        }
        return true;
    }

    private void waitFor(int operation) {
        SelectionKey registered = key;
        if (registered != null && registered.isValid()) {
            registered.interestOps(operation);
        }
    }

    @Override
    public void begin(Loop loop, Waiting waiting) throws IOException {
        int first = toProxy.isMade() ? SelectionKey.OP_WRITE : SelectionKey.OP_CONNECT;
        key = loop.register(channel, first, new LoopHandler() {
            @Override
            public void onReady(SelectionKey ready) {
                waiting.onReady();
            }

            @Override
            public void onError(Throwable error) {
                waiting.onError(error);
            }

            @Override
            public void onMoved(SelectionKey moved) {
                SelectionKey before = key;
                key = moved;
                if (before != null && before.isValid()) {
                    moved.interestOps(before.interestOps());
                }
            }
        });
    }

    /** A proxy that says nothing is no connection that the system would give up. */
    @Override
    public Duration patience(OptionValues options) {
        Duration asked = options.get(SocketOptions.CONNECT_TIMEOUT);
        return asked.isZero() ? options.get(SocketOptions.HANDSHAKE_IVL) : asked;
    }

    @Override
    public boolean reachedItself() {
        return toProxy.reachedItself();
    }

    @Override
    public Wire wire(Loop loop) {
        return toProxy.wire(loop);
    }

    @Override
    public void close(Loop loop) {
        toProxy.close(loop);
    }
}
