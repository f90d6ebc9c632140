package io.zmq4j.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zmq4j.loop.Daemons;
import io.zmq4j.loop.Loop;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a listener does when its selector runs out of memory. */
class ChannelListenerTest {
    private static final long IN_TIME_SECONDS = 10;

    private final Loop loop = new Loop(new Daemons("listener-under-test"));
    private final CompletableFuture<String> told = new CompletableFuture<>();
    private ServerSocketChannel channel;

    /** One whose selector has no memory to note a change. */
    private static final class Full extends SelectionKey {
        private int operations;

        @Override
        public SelectableChannel channel() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Selector selector() {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean isValid() {
            return true;
        }

        @Override
        public void cancel() {}

        @Override
        public int interestOps() {
            return operations;
        }

        @Override
        public SelectionKey interestOps(int wanted) {
            if (wanted != operations) {
                operations = wanted;
                throw new OutOfMemoryError("planted");
            }
            return this;
        }

        @Override
        public int readyOps() {
            return 0;
        }
    }

    @BeforeEach
    void bind() throws IOException {
        channel = ServerSocketChannel.open();
        channel.configureBlocking(false);
        channel.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    }

    @AfterEach
    void close() throws IOException {
        channel.close();
        loop.close();
    }

    private ChannelListener open() throws Exception {
        var listener = new ChannelListener(new BoundChannel() {
            @Override
            public ServerSocketChannel channel() {
                return channel;
            }

            @Override
            public String endpoint() {
                return "tcp://127.0.0.1:1";
            }

            @Override
            public void configure(SocketChannel accepted) {}

            @Override
            public void close() throws IOException {
                channel.close();
            }
        });
        inLoop(() -> listener.open(loop, new Waiting() {
            @Override
            public void onReady() {
                told.complete("ready");
            }

            @Override
            public void onError(Throwable error) {
                told.completeExceptionally(error);
            }
        }));
        return listener;
    }

    private interface Step {
        void run() throws IOException;
    }

    private void inLoop(Step step) throws Exception {
        var done = new CompletableFuture<String>();
        loop.execute(() -> {
            try {
                step.run();
                done.complete("");
            } catch (Throwable e) {
                done.completeExceptionally(e);
            }
        });
        done.get(IN_TIME_SECONDS, TimeUnit.SECONDS);
    }

    @Test
    void anInterestThatWasForgottenForWantOfMemoryIsMadeGoodBeforeLong() throws Exception {
        ChannelListener listener = open();
        inLoop(() -> {
            listener.want(false);
            listener.onMoved(new Full());
        });
        assertThatThrownBy(() -> inLoop(() -> listener.want(true))).hasCauseInstanceOf(OutOfMemoryError.class);
        // The key that was there before comes back with the new selector, so that this reaches it.
        long ends = System.nanoTime() + TimeUnit.SECONDS.toNanos(IN_TIME_SECONDS);
        try (SocketChannel peer = SocketChannel.open(channel.getLocalAddress())) {
            while (!told.isDone() && System.nanoTime() - ends < 0) {
                inLoop(() -> listener.want(true));
            }
            assertThat(peer.isConnected()).isTrue();
        }

        assertThat(told).isCompletedWithValue("ready");
    }
}
