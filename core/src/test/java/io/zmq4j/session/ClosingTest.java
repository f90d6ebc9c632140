package io.zmq4j.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.connection.BufferPool;
import io.zmq4j.endpoint.Acceptor;
import io.zmq4j.endpoint.Dialer;
import io.zmq4j.event.DropCounters;
import io.zmq4j.event.SocketEvent;
import io.zmq4j.loop.Daemons;
import io.zmq4j.loop.Loop;
import io.zmq4j.loop.LoopHandler;
import io.zmq4j.message.Message;
import io.zmq4j.options.OptionValues;
import io.zmq4j.outbox.FlushPace;
import io.zmq4j.pipe.Far;
import io.zmq4j.pipe.PipeEnd;
import io.zmq4j.pipe.PipeQueue;
import io.zmq4j.pipe.Pipes;
import io.zmq4j.transport.BoundChannel;
import io.zmq4j.transport.ChannelListener;
import io.zmq4j.transport.OpenEndpoint;
import io.zmq4j.transport.Texts;
import io.zmq4j.transport.tcp.TcpEndpoint;
import io.zmq4j.transport.tcp.TcpTransport;
import io.zmq4j.zap.ZapRequest;
import io.zmq4j.zmtp.CloseReason;
import io.zmq4j.zmtp.SocketType;
import io.zmq4j.zmtp.mechanism.Verdict;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.Pipe;
import java.nio.channels.SelectionKey;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Endpoints that several ask to close while the loop is busy, or that fail to close in the middle. */
class ClosingTest {
    private static final long LATER = TimeUnit.HOURS.toNanos(1);

    private final Loop loop = new Loop(new Daemons("closing-under-test"));
    private final Host host = new Host();
    /** Nobody listens at its address. */
    private final Dialer<TcpEndpoint> dialer = new Dialer<>(
            host,
            new TcpTransport(),
            (TcpEndpoint) Texts.connected("tcp://127.0.0.1:1"),
            new OptionValues(SocketType.PAIR));

    @AfterEach
    void close() {
        loop.close();
    }

    /** With the token held, so that nothing of what they ask for is begun before they have all asked. */
    private void whileTheLoopIsBusy(Runnable... asks) {
        loop.chore(() -> List.of(asks).forEach(Runnable::run)).post();
    }

    private Session session() {
        return (Session) Objects.requireNonNull(host.far);
    }

    private void assertEndedOnce() throws InterruptedException {
        assertThat(host.ended.await(10, TimeUnit.SECONDS)).as("ended").isTrue();
        var settled = new CountDownLatch(1);
        loop.chore(settled::countDown).post();
        assertThat(settled.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(host.closedFor).containsExactly(CloseReason.CLOSED_LOCALLY);
        assertThat(host.pipes).as("no session follows that would want a pipe").isEqualTo(1);
    }

    @Test
    void aCloseEndsTheSessionThatTookARefusedOnesPlace() throws InterruptedException {
        dialer.start();

        whileTheLoopIsBusy(() -> session().close(CloseReason.REFUSED_BY_SOCKET, 0), () -> dialer.close(LATER));

        assertEndedOnce();
    }

    @Test
    void aSessionThatIsClosedForGoodIsNotTriedAgainAlthoughItWasRefused() throws InterruptedException {
        dialer.start();

        whileTheLoopIsBusy(
                () -> session().close(CloseReason.REFUSED_BY_SOCKET, 0),
                () -> session().close(CloseReason.CLOSED_LOCALLY, LATER));

        assertEndedOnce();
    }

    @Test
    void norIfItIsRefusedAfterwards() throws InterruptedException {
        dialer.start();

        whileTheLoopIsBusy(
                () -> session().close(CloseReason.CLOSED_LOCALLY, LATER),
                () -> session().close(CloseReason.REFUSED_BY_SOCKET, 0));

        assertEndedOnce();
    }

    @Test
    void atOnceIsNotTakenBackByOneThatLeavesMoreTime() throws InterruptedException {
        dialer.start();
        host.queueSomething();

        whileTheLoopIsBusy(() -> dialer.close(0), () -> dialer.close(LATER));

        assertEndedOnce();
    }

    @Test
    void aTimeThatWasAskedForIsAsLongAsTheLastOneSaid() {
        var linger = new AskedLinger();
        assertThat(linger.isAsked()).isFalse();

        linger.ask(5);
        linger.ask(-1);
        assertThat(linger.nanos()).isEqualTo(-1);

        linger.ask(0);
        linger.ask(7);
        assertThat(linger.nanos()).isZero();
        linger.done(-1);
        assertThat(linger.isAsked()).as("what was begun was another one").isTrue();
        linger.done(0);
        assertThat(linger.isAsked()).isFalse();
    }

    /** Else the selector reports it for ever, and its descriptor lives on: the JDK closes a channel once only. */
    @Test
    void aSelectorIsReplacedThatMayKeepAHalfClosedListener() throws Exception {
        var moved = new CountDownLatch(1);
        Pipe other = Pipe.open();
        other.source().configureBlocking(false);
        loop.execute(() -> registerUntilMoved(other.source(), moved));
        var listener = new FailsToCloseOnce(ServerSocketChannel.open());
        var acceptor = new Acceptor<>(
                host, new TcpTransport(), new ChannelListener(listener), new OptionValues(SocketType.PULL));
        acceptor.start();

        acceptor.close(0);

        assertThat(moved.await(10, TimeUnit.SECONDS))
                .as("moved to a new selector")
                .isTrue();
        assertThat(host.ended.await(10, TimeUnit.SECONDS)).as("ended").isTrue();
        assertThat(listener.channel().isOpen()).isFalse();
        other.source().close();
        other.sink().close();
    }

    private void registerUntilMoved(Pipe.SourceChannel source, CountDownLatch moved) {
        try {
            loop.register(source, SelectionKey.OP_READ, new LoopHandler() {
                @Override
                public void onReady(SelectionKey key) {}

                @Override
                public void onError(Throwable error) {}

                @Override
                public void onMoved(SelectionKey key) {
                    moved.countDown();
                }
            });
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static final class FailsToCloseOnce implements BoundChannel {
        private final ServerSocketChannel channel;
        private boolean hasFailed;

        FailsToCloseOnce(ServerSocketChannel channel) throws IOException {
            this.channel = channel;
            channel.configureBlocking(false);
            channel.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        }

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
            if (!hasFailed) {
                hasFailed = true;
                throw new OutOfMemoryError("planted");
            }
            channel.close();
        }
    }

    private final class Host implements SessionHost {
        final List<CloseReason> closedFor = new ArrayList<>();
        final CountDownLatch ended = new CountDownLatch(1);
        int pipes;
        volatile @Nullable Far far;
        private @Nullable PipeEnd pipe;

        void queueSomething() {
            assertThat(Objects.requireNonNull(pipe).tryWrite(Message.of("x"))).isTrue();
        }

        @Override
        public boolean hasDecider() {
            return false;
        }

        @Override
        public Runnable decide(ZapRequest request, Consumer<Verdict> answer) {
            throw new AssertionError("nobody is asked");
        }

        @Override
        public PipeEnd newPipe(Far far, OptionValues options, byte @Nullable [] assignedRoutingId) {
            var drops = new DropCounters();
            var made = new PipeEnd(
                    new Pipes.Nobody(), new PipeQueue(0, false, drops), new PipeQueue(0, false, drops), null);
            made.far(far);
            pipes++;
            pipe = made;
            this.far = far;
            return made;
        }

        @Override
        public void event(SocketEvent event) {
            CloseReason reason = event.reason();
            if (event.type() == SocketEvent.Type.CLOSED && reason != null) {
                closedFor.add(reason);
            }
        }

        @Override
        public void endpointEnded(OpenEndpoint endpoint) {
            ended.countDown();
        }

        @Override
        public SocketType type() {
            return SocketType.PAIR;
        }

        @Override
        public boolean sends() {
            return true;
        }

        @Override
        public boolean answers() {
            return false;
        }

        @Override
        public Loop loop() {
            return loop;
        }

        @Override
        public Executor resolver() {
            return Runnable::run;
        }

        @Override
        public Executor workers() {
            return Runnable::run;
        }

        @Override
        public FlushPace pace() {
            return new FlushPace(() -> 0);
        }

        @Override
        public BufferPool buffers() {
            throw new AssertionError("no connection comes about");
        }

        @Override
        public void endpointGivenUp(OpenEndpoint endpoint) {}

        @Override
        public void eventLeftOut() {}

        @Override
        public boolean traces() {
            return false;
        }

        @Override
        public boolean tryLocked(BooleanSupplier action) {
            return action.getAsBoolean();
        }

        @Override
        public boolean takesAnotherPeer() {
            return true;
        }

        @Override
        public void unread() {}

        @Override
        public void lostInTransport(long count) {}
    }
}
