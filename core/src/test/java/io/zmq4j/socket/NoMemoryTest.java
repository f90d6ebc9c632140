package io.zmq4j.socket;

import static io.zmq4j.socket.Sockets.IN_TIME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zmq4j.loop.Daemons;
import io.zmq4j.message.Message;
import io.zmq4j.outbox.Flush;
import io.zmq4j.pipe.PipeEnd;
import io.zmq4j.pipe.QuietFar;
import io.zmq4j.zmtp.CloseReason;
import io.zmq4j.zmtp.SocketType;
import java.lang.invoke.VarHandle;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.Test;

/** Steps that fail as they do where there is no memory, or no thread. */
class NoMemoryTest {
    private static OutOfMemoryError planted() {
        return new OutOfMemoryError("planted");
    }

    @Test
    void aContextClosesWhateverItCanAndTriesTheRestAgain() {
        var closes = new AtomicInteger();
        var context = new ContextCore(ContextSettings.standard());
        new QuietFar() {
            @Override
            public void close(CloseReason reason, long lingerNanos) {
                if (closes.incrementAndGet() == 1) {
                    throw planted();
                }
            }
        }.attachTo(context.open(SocketType.PULL).pipeOwner());
        SocketCore other = context.open(SocketType.PULL);
        String endpoint = other.bind("tcp://127.0.0.1:*").uri();

        context.close(IN_TIME);

        assertThat(closes).hasValue(2);
        assertThat(other.isClosed()).isTrue();
        try (var later = new Sockets()) {
            assertThat(later.open(SocketType.PULL).bind(endpoint).uri()).isEqualTo(endpoint);
        }
    }

    @Test
    void whatWasReceivedIsGivenThoughWhatFollowsFails() {
        try (var sockets = new Sockets()) {
            SocketCore pull = sockets.open(SocketType.PULL);
            var rooms = new AtomicInteger();
            PipeEnd pipe = new QuietFar() {
                @Override
                public void onRoom() {
                    rooms.incrementAndGet();
                    throw planted();
                }
            }.attachTo(pull.pipeOwner());
            int count = 0;
            while (pipe.inbound().hasRoomOrWait()) {
                pipe.deliver(Sockets.message(count++));
            }

            for (int i = 0; i < count; i++) {
                assertThat(pull.tryReceive()).isEqualTo(Sockets.message(i));
            }
            assertThat(rooms).hasPositiveValue();
        }
    }

    /** In the line it would get a call that another waits for. */
    @Test
    void aWaitThatFailsAsItBeginsLeavesTheLine() throws Exception {
        try (var sockets = new Sockets()) {
            SocketCore pull = sockets.open(SocketType.PULL);
            var fails = new AtomicBoolean();
            PipeEnd pipe = new QuietFar() {
                @Override
                public void share() {
                    if (fails.compareAndSet(true, false)) {
                        throw planted();
                    }
                }
            }.attachTo(pull.pipeOwner());
            var first = new Sockets.Running<Message>(pull::receive);
            Sockets.awaitWaiting(first.thread);
            fails.set(true);
            assertThatThrownBy(pull::receive).isInstanceOf(OutOfMemoryError.class);
            deliver(pipe, 1);
            assertThat(first.get()).isEqualTo(Sockets.message(1));

            var next = new Sockets.Running<Message>(pull::receive);
            Sockets.awaitWaiting(next.thread);
            deliver(pipe, 2);
            deliver(pipe, 3);

            assertThat(next.get()).isEqualTo(Sockets.message(2));
        }
    }

    private static void deliver(PipeEnd pipe, int number) {
        pipe.deliver(Sockets.message(number));
        VarHandle.fullFence();
        pipe.afterDelivery();
    }

    /** Nobody may come to signal again: the one who closes a socket relies on a thread that another is about to start. */
    @Test
    void whoeverClosesServesTheFuturesIfNoThreadCanBeHad() throws Exception {
        var starts = new CountDownLatch(1);
        var fails = new CountDownLatch(1);
        var served = new AtomicBoolean();
        var completer = new Completer(
                new Workers(
                        task -> {
                            starts.countDown();
                            awaitQuietly(fails);
                            throw planted();
                        },
                        new Daemons("late"),
                        null),
                new ReentrantLock(),
                () -> served.set(true));
        var signalling = new Sockets.Running<>(completer::signal);
        starts.await();
        var closing = new Sockets.Running<>(() -> {
            completer.finish();
            return served.get();
        });
        Sockets.awaitWaiting(closing.thread);

        fails.countDown();

        assertThat(signalling.get()).isFalse();
        assertThat(closing.get()).isTrue();
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aFailureToFlushLeavesTheMessageWhereItIsSent() {
        try (var sockets = new Sockets()) {
            SocketCore push = sockets.open(SocketType.PUSH);
            PipeEnd pipe = new QuietFar() {
                @Override
                public Flush onWritten(Message message) {
                    return Flush.NOW;
                }

                @Override
                public void flush() {
                    throw planted();
                }
            }.attachTo(push.pipeOwner());

            assertThat(push.trySend(Sockets.message(1))).isTrue();

            assertThat(pipe.outbound().poll()).isEqualTo(Sockets.message(1));
        }
    }
}
