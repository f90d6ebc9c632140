package io.zmq4j.transport;

import io.zmq4j.loop.Loop;
import io.zmq4j.loop.LoopHandler;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;

/** A channel in non-blocking mode whose connect has been started. */
public record ChannelAttempt(SocketChannel channel) implements Attempt {
    @Override
    public boolean isMade() {
        return channel.isConnected();
    }

    @Override
    public boolean finish() throws IOException {
        return channel.finishConnect();
    }

    @Override
    public void begin(Loop loop, Waiting waiting) throws IOException {
        loop.register(channel, SelectionKey.OP_CONNECT, new Handler(waiting));
    }

    private record Handler(Waiting waiting) implements LoopHandler {
        @Override
        public void onReady(SelectionKey key) {
            waiting.onReady();
        }

        @Override
        public void onError(Throwable error) {
            waiting.onError(error);
        }
    }

    /** Two ends of TCP may meet when a port of the ephemeral range is dialled while nobody listens on it. */
    @Override
    public boolean reachedItself() {
        try {
            SocketAddress local = channel.getLocalAddress();
            return local instanceof InetSocketAddress && local.equals(channel.getRemoteAddress());
        } catch (IOException e) {
            return false;
        }
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
