package io.zmq4j.socket;

import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.event.DropCounters;
import io.zmq4j.loop.Waiter;
import io.zmq4j.message.Message;
import io.zmq4j.pipe.PipeEnd;
import io.zmq4j.pipe.PipeQueue;
import io.zmq4j.pipe.QuietFar;
import io.zmq4j.pipe.Signal;
import io.zmq4j.zmtp.CloseReason;
import io.zmq4j.zmtp.SocketType;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who may wait for a socket's only pipe beside the loop, and when that ends. */
@Timeout(30)
class LoneWaitTest {
    private static final long NANOS = TimeUnit.SECONDS.toNanos(20);

    private final Sockets sockets = new Sockets();
    private final SocketCore socket = sockets.open(SocketType.PULL);
    private final LockedPattern pattern = (LockedPattern) socket.pipeOwner();
    private final Waiting waiting = new Waiting(socket, pattern, () -> {});
    private final Peer first = new Peer();
    private final Peer second = new Peer();

    @AfterEach
    void close() {
        sockets.close();
    }

    /** A peer at the far end that can be waited for alone, and sends while it is. */
    private final class Peer extends QuietFar {
        private final DropCounters drops = new DropCounters();
        private final PipeEnd pipe =
                new PipeEnd(pattern, new PipeQueue(10, false, drops), new PipeQueue(10, false, drops), null);
        private Runnable whileAwaited = () -> {};
        private int awaited;
        private int shared;

        void attach() {
            pipe.far(this);
            pipe.connected(true);
            pipe.signal(Signal.ATTACH | Signal.CONNECTED);
        }

        void send() {
            pipe.deliver(Message.of("it"));
            pipe.afterDelivery();
        }

        @Override
        public boolean await(Waiter waiter, long nanos) {
            awaited++;
            whileAwaited.run();
            return true;
        }

        @Override
        public void share() {
            shared++;
        }

        @Override
        public void close(CloseReason reason, long lingerNanos) {
            pipe.end();
        }
    }

    private void receive() {
        assertThat(waiting.await(Waiters.Kind.RECEIVER, NANOS, pattern::tryReceive))
                .isNotNull();
    }

    @Test
    void theOnlyPipeIsWaitedForAlone() {
        first.attach();
        first.whileAwaited = first::send;
        receive();
        receive();
        assertThat(first.awaited).isEqualTo(2);
        assertThat(first.shared).isZero();
    }

    @Test
    void twoPipesAreTheLoops() {
        first.attach();
        second.attach();
        assertThat(waiting.await(Waiters.Kind.RECEIVER, Duration.ofMillis(1).toNanos(), pattern::tryReceive))
                .isNull();
        assertThat(first.awaited + second.awaited).isZero();
    }

    @Test
    void whoComesMeanwhileMakesItTheLoopsAgain() {
        first.attach();
        first.whileAwaited = () -> {
            second.attach();
            second.send();
        };
        receive();
        assertThat(first.awaited).isEqualTo(1);
        assertThat(first.shared).isEqualTo(1);
    }

    @Test
    void anotherWaiterMakesItTheLoopsAgain() {
        first.attach();
        pattern.addWaiter(() -> {});
        assertThat(first.shared).isEqualTo(1);
    }

    @Test
    void besideAnotherWaiterNobodyWaitsAlone() {
        first.attach();
        pattern.join(Waiters.Kind.RECEIVER, new Waiter());
        assertThat(first.shared).as("alone").isZero();
        assertThat(waiting.await(Waiters.Kind.RECEIVER, Duration.ofMillis(1).toNanos(), pattern::tryReceive))
                .isNull();
        assertThat(first.awaited).isZero();
        assertThat(first.shared).isEqualTo(1);
    }

    @Test
    void whoLeavesWhileOthersWaitMakesItTheLoopsAgain() {
        first.attach();
        first.whileAwaited = () -> {
            // Its own share comes too early if the wait has not begun.
            pattern.join(Waiters.Kind.RECEIVER, new Waiter());
            first.shared = 0;
            first.send();
        };
        receive();
        assertThat(first.shared).isPositive();
    }
}
