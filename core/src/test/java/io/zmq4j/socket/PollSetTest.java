package io.zmq4j.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zmq4j.message.Message;
import io.zmq4j.socket.Sockets.Running;
import io.zmq4j.zmtp.SocketType;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Pipe;
import java.nio.channels.SelectionKey;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PollSetTest {
    private static final long IN_TIME = Sockets.IN_TIME.toNanos();
    private static final long SHORT = TimeUnit.MILLISECONDS.toNanos(20);

    private final Sockets sockets = new Sockets();
    private final PollSet poll = new PollSet(sockets.here);
    private Pipe pipe;

    @BeforeEach
    void openPipe() throws IOException {
        pipe = Pipe.open();
        pipe.source().configureBlocking(false);
    }

    @AfterEach
    void close() throws IOException {
        poll.close();
        sockets.close();
        pipe.source().close();
        pipe.sink().close();
    }

    private void writeByte() throws IOException {
        pipe.sink().write(ByteBuffer.wrap(new byte[1]));
    }

    @Test
    void tellsWhichSocketIsReady() {
        var busy = sockets.pair(SocketType.PUSH, SocketType.PULL, "inproc://busy", 10);
        var idle = sockets.pair(SocketType.PUSH, SocketType.PULL, "inproc://idle", 10);
        var first = poll.addReadable(busy.get(1));
        var second = poll.addReadable(idle.get(1));
        assertThat(poll.poll(0)).isFalse();

        busy.get(0).send(Message.of("x"));

        assertThat(poll.poll(IN_TIME)).isTrue();
        assertThat(first.isReady()).isTrue();
        assertThat(second.isReady()).isFalse();
    }

    @Test
    void readinessEndsWhenTheMessageIsTaken() {
        var pair = sockets.pair(SocketType.PUSH, SocketType.PULL, "tcp://127.0.0.1:*", 10);
        var entry = poll.addReadable(pair.get(1));
        pair.get(0).send(Message.of("x"));
        assertThat(poll.poll(IN_TIME)).isTrue();
        assertThat(poll.poll(0)).as("asking does not take it").isTrue();

        assertThat(pair.get(1).tryReceive()).isEqualTo(Message.of("x"));

        assertThat(poll.poll(SHORT)).isFalse();
        assertThat(entry.isReady()).isFalse();
    }

    @Test
    void aFullSocketIsNotWritableUntilItsPeerReads() throws Exception {
        var pair = sockets.pair(SocketType.PUSH, SocketType.PULL, "inproc://full", 1);
        poll.addWritable(pair.get(0));
        int sent = 0;
        while (pair.get(0).trySend(Message.of("x"))) {
            sent++;
        }
        assertThat(poll.poll(SHORT)).isFalse();
        var running = new Running<>(() -> poll.poll(Long.MAX_VALUE));

        for (int i = 0; i < sent; i++) {
            pair.get(1).receive();
        }

        assertThat(running.get()).isTrue();
    }

    @Test
    void aMessageOfAnySocketEndsTheWait() throws Exception {
        var wire = sockets.pair(SocketType.PUSH, SocketType.PULL, "tcp://127.0.0.1:*", 10);
        var inproc = sockets.pair(SocketType.PUSH, SocketType.PULL, "inproc://any", 10);
        poll.addReadable(wire.get(1));
        poll.addReadable(inproc.get(1));
        for (SocketCore sender : new SocketCore[] {wire.get(0), inproc.get(0)}) {
            var running = new Running<>(() -> poll.poll(Long.MAX_VALUE));
            Sockets.awaitWaiting(running.thread);
            sender.send(Message.of("x"));
            assertThat(running.get()).isTrue();
            (sender == wire.get(0) ? wire : inproc).get(1).receive();
        }
    }

    @Test
    void aChannelsReadinessEndsWhenItIsRead() throws IOException {
        var entry = poll.addChannel(pipe.source(), SelectionKey.OP_READ);
        assertThat(poll.poll(0)).isFalse();
        writeByte();
        assertThat(poll.poll(IN_TIME)).isTrue();
        assertThat(entry.isReady()).isTrue();

        pipe.source().read(ByteBuffer.allocate(1));

        assertThat(poll.poll(SHORT)).isFalse();
        assertThat(entry.isReady()).isFalse();
    }

    @Test
    void besideAChannelSocketsAreDrivenToo() throws Exception {
        var pair = sockets.pair(SocketType.PUSH, SocketType.PULL, "tcp://127.0.0.1:*", 10);
        poll.addChannel(pipe.source(), SelectionKey.OP_READ);
        var entry = poll.addReadable(pair.get(1));
        for (int i = 0; i < 20; i++) {
            var running = new Running<>(() -> poll.poll(Long.MAX_VALUE));
            Sockets.awaitWaiting(running.thread);
            pair.get(0).send(Message.of("x"));
            assertThat(running.get()).isTrue();
            assertThat(entry.isReady()).isTrue();
            pair.get(1).receive();
        }
    }

    @Test
    void aChannelThatWasRemovedCanBeAddedAgain() throws IOException {
        var entry = poll.addChannel(pipe.source(), SelectionKey.OP_READ);
        writeByte();
        assertThat(poll.poll(IN_TIME)).isTrue();

        entry.remove();
        assertThat(poll.poll(0)).isFalse();
        poll.addChannel(pipe.source(), SelectionKey.OP_READ);

        assertThat(poll.poll(IN_TIME)).isTrue();
    }

    @Test
    void aBlockingChannelIsRefused() throws IOException {
        pipe.source().configureBlocking(true);
        assertThatThrownBy(() -> poll.addChannel(pipe.source(), SelectionKey.OP_READ))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("non-blocking");
    }

    @Test
    void waitingForNothingForEverIsRefused() {
        assertThatThrownBy(() -> poll.poll(Long.MAX_VALUE)).isInstanceOf(IllegalStateException.class);
        assertThat(poll.poll(SHORT)).isFalse();
    }

    @Test
    void aClosedOneLetsGoOfItsChannels() throws IOException {
        poll.addChannel(pipe.source(), SelectionKey.OP_READ);

        poll.close();

        assertThat(pipe.source().isRegistered()).isFalse();
        assertThat(poll.poll(Long.MAX_VALUE)).isFalse();
    }
}
