package io.zmq4j.socket;

import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.zmtp.SocketType;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How often a thread that waits gives way to others. What it waits for is there when it looks for the n-th time. */
class WaitingTest {
    private static final int INPROC_LOOKS = 50;
    private static final int FLOOD_YIELDS = 6;

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
        assertThat(waiting.await(Long.MAX_VALUE, () -> looks.incrementAndGet() == number ? "it" : null))
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
            waiting.cameAtOnce();
            waiting.cameAtOnce();
            assertThat(yieldsBeforeLook(2)).isEqualTo(FLOOD_YIELDS + 1);
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

    /** Bound, a socket has a loop to drive. */
    @Test
    void overAWireAFloodIsNoReason() {
        socket.bind("ipc://*");
        waiting.cameAtOnce();
        assertThat(yieldsBeforeLook(2)).isZero();
    }
}
