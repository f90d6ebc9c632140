package io.zmq4j.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.connection.Connection.Ending;
import io.zmq4j.event.DropCounters;
import io.zmq4j.loop.Daemons;
import io.zmq4j.loop.Loop;
import io.zmq4j.message.Message;
import io.zmq4j.pipe.PipeEnd;
import io.zmq4j.pipe.PipeQueue;
import io.zmq4j.pipe.Pipes;
import io.zmq4j.pipe.QuietFar;
import io.zmq4j.transport.ChannelWire;
import io.zmq4j.zmtp.CloseReason;
import io.zmq4j.zmtp.SocketType;
import io.zmq4j.zmtp.engine.EngineOptions;
import io.zmq4j.zmtp.engine.MessageSource;
import io.zmq4j.zmtp.engine.PeerInfo;
import io.zmq4j.zmtp.engine.ZmtpEngine;
import io.zmq4j.zmtp.mechanism.Ask;
import io.zmq4j.zmtp.mechanism.Verdict;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One real connection whose owner is the test, and whose peer says byte for byte what the test wants. */
class ConnectionTest {
    private static final long IN_TIME_SECONDS = 10;

    private final Loop loop = new Loop(new Daemons("connection-under-test"));
    private final Owner owner = new Owner();
    private SocketChannel channel;
    private Socket peer;

    /** What the connection told when it had ended. */
    record Closed(Ending ending, boolean wasReady, List<Message> unsent) {}

    static class Owner implements Connection.Owner, MessageSource {
        final PipeEnd pipe;
        final Queue<Message> queue = new ArrayDeque<>();
        final CompletableFuture<Closed> closed = new CompletableFuture<>();
        final CompletableFuture<Connection> ready = new CompletableFuture<>();
        Runnable inHandshake = () -> {};

        Owner() {
            var drops = new DropCounters();
            pipe = new PipeEnd(
                    new Pipes.Nobody(), new PipeQueue(0, false, drops), new PipeQueue(0, false, drops), null);
            pipe.far(new QuietFar());
        }

        @Override
        public synchronized @Nullable Message poll() {
            return queue.poll();
        }

        synchronized void put(Message... messages) {
            queue.addAll(List.of(messages));
        }

        @Override
        public PipeEnd onHandshake(Connection connection, PeerInfo info) {
            inHandshake.run();
            ready.complete(connection);
            return pipe;
        }

        @Override
        public void onDrained(Connection connection) {}

        @Override
        public void onDiscarded() {}

        @Override
        public void onBroken() {}

        @Override
        public void onQuestion(Connection connection, Ask.Authenticate question, Consumer<Verdict> answer) {
            throw new AssertionError("nobody is asked");
        }

        @Override
        public Executor workers() {
            return Runnable::run;
        }

        @Override
        public void onTrace(String line) {}

        @Override
        public boolean traces() {
            return false;
        }

        @Override
        public void onClosed(Connection connection, Ending ending, boolean wasReady, List<Message> unsent) {
            closed.complete(new Closed(ending, wasReady, unsent));
        }

        Closed awaitClosed() throws Exception {
            return closed.get(IN_TIME_SECONDS, TimeUnit.SECONDS);
        }
    }

    @BeforeEach
    void connect() throws IOException {
        try (var listener = ServerSocketChannel.open()) {
            listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            peer = new Socket(
                    InetAddress.getLoopbackAddress(), listener.socket().getLocalPort());
            peer.setSoTimeout((int) TimeUnit.SECONDS.toMillis(IN_TIME_SECONDS));
            channel = listener.accept();
            channel.configureBlocking(false);
        }
    }

    @AfterEach
    void close() throws IOException {
        peer.close();
        channel.close();
        loop.close();
    }

    private Connection begin(BufferPool pool) {
        var options = new EngineOptions(
                SocketType.PUSH, new byte[0], -1, Duration.ofSeconds(30), Duration.ZERO, Duration.ZERO, Duration.ZERO);
        var connection =
                new Connection(new ChannelWire(channel, loop), loop, pool, ZmtpEngine.with(options), owner, owner);
        loop.execute(() -> {
            assertThat(connection.open()).isTrue();
            connection.start();
            loop.needsDriver();
        });
        return connection;
    }

    private Connection begin() {
        return begin(new BufferPool(Runnable::run));
    }

    static void awaitUntil(BooleanSupplier condition) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(IN_TIME_SECONDS);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(deadline);
            Thread.onSpinWait();
        }
    }

    private void say(String socketType) throws IOException {
        peer.getOutputStream().write(opening(socketType));
    }

    /** A peer's greeting and READY. */
    static byte[] opening(String socketType) {
        var greeting = new byte[64];
        greeting[0] = (byte) 0xFF;
        greeting[9] = 0x7F;
        greeting[10] = 3;
        greeting[11] = 1;
        System.arraycopy("NULL".getBytes(StandardCharsets.US_ASCII), 0, greeting, 12, 4);
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(greeting);
        byte[] type = socketType.getBytes(StandardCharsets.US_ASCII);
        bytes.writeBytes(new byte[] {4, (byte) (6 + 12 + 4 + type.length), 5});
        bytes.writeBytes("READY".getBytes(StandardCharsets.US_ASCII));
        bytes.write(11);
        bytes.writeBytes("Socket-Type".getBytes(StandardCharsets.US_ASCII));
        bytes.writeBytes(new byte[] {0, 0, 0, (byte) type.length});
        bytes.writeBytes(type);
        return bytes.toByteArray();
    }

    /** The greeting and the READY of a PUSH, as the peer gets them. */
    private void expectOpening() throws IOException {
        assertThat(peer.getInputStream().readNBytes(64)).hasSize(64);
        assertThat(peer.getInputStream().read()).isEqualTo(4);
        int size = peer.getInputStream().read();
        assertThat(peer.getInputStream().readNBytes(size)).hasSize(size);
    }

    /** Whether it was completed is asked when nobody is in the handshake any more, not when the close begins. */
    @Test
    void aConnectionThatIsClosedAmidItsHandshakeWasReady() throws Exception {
        Connection[] connection = new Connection[1];
        owner.inHandshake = () -> {
            var other = new Thread(() -> connection[0].close(CloseReason.CLOSED_LOCALLY, "by another thread"));
            other.start();
            try {
                other.join();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        };
        connection[0] = begin();
        say("PULL");

        assertThat(owner.awaitClosed().wasReady()).isTrue();
        assertThat(owner.ready).isCompleted();
    }

    @Test
    void aConnectionThatIsClosedBeforeWasNot() throws Exception {
        begin().close(CloseReason.CLOSED_LOCALLY, "");

        Closed closed = owner.awaitClosed();
        assertThat(closed.wasReady()).isFalse();
        assertThat(closed.ending().reason()).isEqualTo(CloseReason.CLOSED_LOCALLY);
    }

    @Test
    void theLastWordGoesOutBeforeTheClose() throws Exception {
        begin();
        say("PUB");

        assertThat(owner.awaitClosed().ending().reason()).isEqualTo(CloseReason.INCOMPATIBLE_SOCKET_TYPE);
        assertThat(new String(peer.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1))
                .contains("ERROR");
    }

    /** What this side has not delivered yet would be thrown away by the reset that an answer to an answer is. */
    @Test
    void afterTheGoodbyeNothingIsAnswered() throws Exception {
        Connection connection = begin();
        say("PULL");
        owner.ready.get(IN_TIME_SECONDS, TimeUnit.SECONDS);
        expectOpening();
        loop.execute(connection::sayGoodbye);
        assertThat(peer.getInputStream().read()).as("the end, after everything").isEqualTo(-1);

        // PING, no time to live.
        for (int i = 0; i < 20; i++) {
            peer.getOutputStream().write(new byte[] {4, 7, 4, 'P', 'I', 'N', 'G', 0, 0});
            peer.getOutputStream().flush();
        }
        awaitUntil(connection::isPinged);
        assertThat(owner.closed).as("the connection is still read").isNotDone();
        peer.close();

        assertThat(owner.awaitClosed().ending().reason()).isEqualTo(CloseReason.PEER_CLOSED);
    }

    @Test
    void theGoodbyeWaitsForWhatIsQueued() throws Exception {
        Connection connection = begin();
        say("PULL");
        owner.ready.get(IN_TIME_SECONDS, TimeUnit.SECONDS);
        expectOpening();
        int count = 20;
        for (int i = 0; i < count; i++) {
            owner.put(Message.wrap(new byte[500_000]));
        }
        loop.execute(connection::sayGoodbye);
        loop.execute(loop::needsDriver);

        assertThat(peer.getInputStream().readAllBytes()).hasSize(count * (9 + 500_000));
    }

    /** A peer that takes nothing: its messages are given back, and no buffer stays with it. */
    @Test
    void whatThePeerDidNotTakeIsGivenBackInOrder() throws Exception {
        var pool = new BufferPool(Runnable::run);
        pool.begin();
        Connection connection = begin(pool);
        say("PULL");
        owner.ready.get(IN_TIME_SECONDS, TimeUnit.SECONDS);
        int count = 40;
        for (int i = 0; i < count; i++) {
            owner.put(Message.wrap(new byte[1_000_000 + i]));
        }
        connection.flush();
        awaitUntil(connection::isBlocked);
        Output output = pool.takeOutput();
        assertThat(output).as("the one output there is").isNotNull();
        peer.setSoLinger(true, 0);
        peer.close();

        List<Message> unsent = owner.awaitClosed().unsent();
        assertThat(unsent).isNotEmpty();
        int first = (int) (unsent.get(0).size() - 1_000_000);
        for (int i = 0; i < unsent.size(); i++) {
            assertThat(unsent.get(i).size()).isEqualTo(1_000_000 + first + i);
        }
        assertThat(first + unsent.size() + owner.queue.size())
                .as("all that is left")
                .isEqualTo(count);
    }

    /** Without a buffer it rests, and comes back by itself, though nobody waits and nothing more arrives. */
    @Test
    void aShortageOfBuffersPasses() throws Exception {
        var pool = new BufferPool(failing());
        pool.begin();
        BufferPool.Input input = pool.takeInput();
        Output output = pool.takeOutput();
        pool.noteShortage(TimeUnit.DAYS.toNanos(1));
        begin(pool);
        say("PULL");
        assertThat(input).isNotNull();
        assertThat(output).isNotNull();
        assertThat(owner.ready).isNotDone();

        pool.give(input);
        pool.give(output);

        owner.ready.get(IN_TIME_SECONDS, TimeUnit.SECONDS);
        expectOpening();
    }

    private static Executor failing() {
        return task -> {
            throw new OutOfMemoryError("as if no thread could be started");
        };
    }
}
