package io.zmq4j.socket;

import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.loop.Waiter;
import io.zmq4j.pipe.QuietFar;
import io.zmq4j.zmtp.SocketType;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How often a thread that waits gives way to others. What it waits for is there when it looks for the n-th time. */
class WaitingTest {
    private static final int INPROC_LOOKS = 50;
    private static final int MOST_FLOOD_YIELDS = 24;
    private static final int STREAM_LOOKS = 50;

    private final Sockets sockets = new Sockets();
    private final SocketCore socket = sockets.open(SocketType.PULL);
    private final AtomicInteger yields = new AtomicInteger();
    private final Waiting waiting = new Waiting(socket, (LockedPattern) socket.pipeOwner(), yields::incrementAndGet);

    @AfterEach
    void close() {
        sockets.close();
    }

    private int yieldsBeforeLook(int number) {
        var looks = new AtomicInteger();
        yields.set(0);
        assertThat(waiting.await(
                        Waiters.Kind.RECEIVER, Long.MAX_VALUE, () -> looks.incrementAndGet() == number ? "it" : null))
                .isEqualTo("it");
        return yields.get();
    }

    @Test
    void whoFindsItAtOnceDoesNotGiveWay() {
        waiting.cameAtOnce();
        assertThat(yieldsBeforeLook(1)).isZero();
    }

    @Test
    void inAConversationItIsOnceBeforeEachLook() {
        for (int message = 0; message < 10; message++) {
            assertThat(yieldsBeforeLook(2)).isEqualTo(1);
            assertThat(yieldsBeforeLook(5)).isEqualTo(4);
        }
    }

    @Test
    void inAFloodTheWriterGetsAhead() {
        for (int wait = 0; wait < 10; wait++) {
            for (int message = 0; message < 1_000; message++) {
                waiting.cameAtOnce();
            }
            assertThat(yieldsBeforeLook(2)).isEqualTo(MOST_FLOOD_YIELDS + 1);
        }
    }

    @Test
    void aPairOfMessagesIsHardlyAFlood() {
        for (int wait = 0; wait < 10; wait++) {
            waiting.cameAtOnce();
            assertThat(yieldsBeforeLook(2)).isEqualTo(1 + 1);
        }
    }

    @Test
    void aFloodIsOverWhenNothingCameAtOnceBetweenTwoWaits() {
        waiting.cameAtOnce();
        yieldsBeforeLook(2);

        assertThat(yieldsBeforeLook(2)).isEqualTo(1);
    }

    @Test
    void afterFiftyLooksItBlocks() {
        assertThat(yieldsBeforeLook(1 + INPROC_LOOKS + 1)).isEqualTo(INPROC_LOOKS);
    }

    /** The rest of a large message comes, and nobody calls. */
    @Test
    void whileALargeMessagePoursInItIsLookedForAgainBeforeBlocking() {
        socket.bind("ipc://*");
        var far = new Pouring();
        far.attachTo(socket.pipeOwner());
        // Two looks without giving way: before and after it says that it waits.
        assertThat(yieldsBeforeLook(2 + STREAM_LOOKS)).isEqualTo(STREAM_LOOKS);
        assertThat(far.waits).isZero();
        assertThat(yieldsBeforeLook(2 + STREAM_LOOKS + 1)).isEqualTo(STREAM_LOOKS);
        assertThat(far.waits).isEqualTo(1);
    }

    private static final class Pouring extends QuietFar {
        private int waits;

        @Override
        public boolean isStreaming() {
            return true;
        }

        @Override
        public boolean await(Waiter waiter, long nanos) {
            waits++;
            return true;
        }
    }

    /** Bound, a socket has a loop to drive. */
    @Test
    void overAWireAFloodIsNoReason() {
        socket.bind("ipc://*");
        waiting.cameAtOnce();
        assertThat(yieldsBeforeLook(2)).isZero();
    }
}
