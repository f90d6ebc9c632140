package io.zmq4j.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zmq4j.error.SocketClosedException;
import io.zmq4j.error.WaitInterruptedException;
import io.zmq4j.message.Message;
import io.zmq4j.socket.Sockets.Running;
import io.zmq4j.zmtp.SocketType;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Pipe;
import java.nio.channels.SelectionKey;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

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

    // ---- one channel, several entries

    private SocketChannel connected(ServerSocketChannel server) throws IOException {
        var channel = SocketChannel.open(server.getLocalAddress());
        channel.configureBlocking(false);
        return channel;
    }

    @Test
    void aChannelPolledForReadingAndForWritingGivesEachItsAnswer() throws IOException {
        try (var server = ServerSocketChannel.open().bind(new InetSocketAddress("127.0.0.1", 0));
                var channel = connected(server);
                var peer = server.accept()) {
            var write = poll.addChannel(channel, SelectionKey.OP_WRITE);
            var read = poll.addChannel(channel, SelectionKey.OP_READ);
            var readToo = poll.addChannel(channel, SelectionKey.OP_READ);
            assertThat(poll.poll(IN_TIME)).isTrue();
            assertThat(write.isReady()).isTrue();
            assertThat(read.isReady()).isFalse();

            write.remove();
            assertThat(poll.poll(SHORT)).isFalse();
            readToo.remove();
            peer.write(ByteBuffer.allocate(3));
            assertThat(poll.poll(IN_TIME)).isTrue();
            assertThat(read.isReady()).isTrue();
            assertThat(write.isReady()).as("removed").isFalse();
        }
    }

    /** What nobody wants any more must not end a wait again and again. */
    @Test
    void aRemovedEntryIsNotWaitedFor() throws IOException {
        try (var server = ServerSocketChannel.open().bind(new InetSocketAddress("127.0.0.1", 0));
                var channel = connected(server)) {
            var channels = new PolledChannels();
            var read = channels.add(channel, SelectionKey.OP_READ);
            var write = channels.add(channel, SelectionKey.OP_WRITE);
            channels.await(IN_TIME);
            assertThat(write.isReady()).isTrue();
            write.remove();
            long began = System.nanoTime();
            channels.await(SHORT);
            assertThat(System.nanoTime() - began).isGreaterThanOrEqualTo(SHORT);
            assertThat(read.isReady()).isFalse();
            channels.close();
        }
    }

    @Test
    void anEntryThatCameLaterTakesNothingFromTheFirst() throws IOException {
        try (var server = ServerSocketChannel.open().bind(new InetSocketAddress("127.0.0.1", 0));
                var channel = connected(server);
                var peer = server.accept()) {
            var read = poll.addChannel(channel, SelectionKey.OP_READ);
            var write = poll.addChannel(channel, SelectionKey.OP_WRITE);
            assertThat(poll.poll(IN_TIME)).isTrue();
            assertThat(write.isReady()).isTrue();
            assertThat(read.isReady()).isFalse();
            peer.write(ByteBuffer.allocate(3));
            Sockets.awaitUntil("both are ready", () -> poll.poll(IN_TIME) && read.isReady());
            assertThat(write.isReady()).isTrue();
        }
    }

    @Test
    void whatNoChannelCanDoIsRefused() {
        for (int operations : new int[] {0, SelectionKey.OP_WRITE, 1 << 20}) {
            assertThatThrownBy(() -> poll.addChannel(pipe.source(), operations))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(String.valueOf(operations));
        }
    }

    // ---- ways out of a poll

    private enum Polled {
        SOCKET,
        CHANNEL,
        BOTH,
        NOTHING
    }

    private void add(Polled polled) {
        if (polled == Polled.SOCKET || polled == Polled.BOTH) {
            var socket = sockets.open(SocketType.PULL);
            socket.bind("tcp://127.0.0.1:*");
            poll.addReadable(socket);
        }
        if (polled == Polled.CHANNEL || polled == Polled.BOTH) {
            poll.addChannel(pipe.source(), SelectionKey.OP_READ);
        }
    }

    /** In a thread of its own, which waits. */
    private Running<Boolean> polling() {
        var running = new Running<>(() -> poll.poll(TimeUnit.MINUTES.toNanos(1)));
        Sockets.awaitWaiting(running.thread);
        return running;
    }

    @ParameterizedTest
    @EnumSource
    void closingThePollerEndsIt(Polled polled) throws Exception {
        add(polled);
        var running = polling();
        poll.close();
        assertThat(running.get()).isFalse();
        assertThat(poll.poll(IN_TIME)).as("for good").isFalse();
        assertThat(pipe.source().isRegistered()).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void closingTheContextEndsIt(Polled polled) throws Exception {
        add(polled);
        var running = polling();
        sockets.here.close(Duration.ZERO);
        assertThat(running.get()).isFalse();
        assertThat(poll.poll(IN_TIME)).as("for good").isFalse();
    }

    /** Between the look at the context and the look at the socket. */
    @Test
    void aSocketThatIsClosedWithTheContextIsNotTold() {
        poll.addCheck(() -> {
            sockets.here.close(Duration.ZERO);
            return false;
        });
        poll.addReadable(sockets.open(SocketType.PULL));
        assertThat(poll.poll(IN_TIME)).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void anInterruptEndsIt(Polled polled) throws Exception {
        add(polled);
        var running = polling();
        running.thread.interrupt();
        assertThat(running.failure()).isInstanceOf(WaitInterruptedException.class);
    }

    @Test
    void theContextEndsItAlsoIfTheSocketIsAnothers() throws Exception {
        poll.addReadable(sockets.there.open(SocketType.PULL));
        var running = polling();
        sockets.here.close(Duration.ZERO);
        assertThat(running.get()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aSocketThatIsClosedIsTold(boolean besideAChannel) throws Exception {
        var socket = sockets.open(SocketType.PULL);
        var entry = poll.addReadable(socket);
        if (besideAChannel) {
            poll.addChannel(pipe.source(), SelectionKey.OP_READ);
        }
        var running = polling();
        socket.close();
        assertThat(running.failure()).isInstanceOf(SocketClosedException.class);
        entry.remove();
        assertThat(poll.poll(SHORT)).as("goes on without it").isFalse();
    }

    /** No selector returns then. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aChannelThatIsClosedIsReady(boolean besideASocket) throws Exception {
        if (besideASocket) {
            poll.addReadable(sockets.open(SocketType.PULL));
        }
        var entry = poll.addChannel(pipe.source(), SelectionKey.OP_READ);
        var again = poll.addChannel(pipe.source(), SelectionKey.OP_READ);
        var running = polling();
        pipe.source().close();
        assertThat(running.get()).isTrue();
        // One of the two may have been looked at before.
        assertThat(poll.poll(0)).as("until it is removed").isTrue();
        assertThat(entry.isReady()).isTrue();
        assertThat(again.isReady()).isTrue();
        again.remove();
        entry.remove();
        assertThat(poll.poll(SHORT)).isFalse();
        assertThatThrownBy(() -> poll.addChannel(pipe.source(), SelectionKey.OP_READ))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("open");
    }

    /** The moment at which it is closed is another one each time. */
    @Test
    void closingItIsNeverAnError() throws Exception {
        var pair = sockets.pair(SocketType.PUSH, SocketType.PULL, "inproc://busy", 10);
        pair.get(0).send(Message.of("never read"));
        for (int round = 0; round < 100; round++) {
            try (var closing = new Closing()) {
                closing.set.addReadable(pair.get(1));
                closing.set.addChannel(pipe.source(), SelectionKey.OP_READ);
                var running = new Running<>(() -> {
                    while (closing.set.poll(Long.MAX_VALUE)) {
                        closing.polls.incrementAndGet();
                    }
                    return true;
                });
                int polls = round % 20;
                Sockets.awaitUntil("it polls", () -> closing.polls.get() >= polls);
                closing.set.close();
                assertThat(running.get()).isTrue();
            }
        }
        assertThat(pipe.source().isRegistered()).isFalse();
    }

    private final class Closing implements AutoCloseable {
        private final PollSet set = new PollSet(sockets.here);
        private final AtomicInteger polls = new AtomicInteger();

        @Override
        public void close() {
            set.close();
        }
    }

    // ---- misuse

    @Test
    void whileOneThreadPollsAnotherMustNot() throws Exception {
        var entry = poll.addChannel(pipe.source(), SelectionKey.OP_READ);
        var running = polling();
        List<ThrowingCallable> misuse = List.of(
                () -> poll.poll(0),
                entry::remove,
                () -> poll.addChannel(pipe.source(), SelectionKey.OP_READ),
                () -> poll.addReadable(sockets.open(SocketType.PULL)));
        assertThat(misuse)
                .allSatisfy(each -> assertThatThrownBy(each)
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessageContaining("another thread"));
        writeByte();
        assertThat(running.get()).as("undisturbed").isTrue();
    }

    @Test
    void aClosedOneTakesNothingMore() {
        var entry = poll.addChannel(pipe.source(), SelectionKey.OP_READ);
        poll.close();
        entry.remove();
        assertThatThrownBy(() -> poll.addReadable(sockets.open(SocketType.PULL)))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> poll.addChannel(pipe.source(), SelectionKey.OP_READ))
                .isInstanceOf(IllegalStateException.class);
        assertThat(pipe.source().isRegistered()).isFalse();
        poll.close();
    }

    @Test
    void aClosedSocketIsRefused() {
        var socket = sockets.open(SocketType.PUSH);
        socket.close();
        assertThatThrownBy(() -> poll.addWritable(socket)).isInstanceOf(SocketClosedException.class);
        assertThatThrownBy(() -> poll.addReadable(socket)).isInstanceOf(SocketClosedException.class);
    }
}
