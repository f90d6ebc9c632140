package io.zmq4j.socket;

import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.loop.Loop;
import io.zmq4j.zmtp.SocketType;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A receiver who is slower than his peer: his queue is full, and more lies in the kernel. */
@Timeout(60)
class FullQueueTest {
    /** All of them fit into the queues and the kernel's buffers. */
    private static final int MESSAGES = 10_000;

    private static final long NANOS_FOR_EACH = TimeUnit.MICROSECONDS.toNanos(20);

    private final Sockets sockets = new Sockets();

    @AfterEach
    void close() {
        sockets.close();
    }

    @Test
    void whoReadsWithoutWaitingIsLeftAlone() {
        var pair = sockets.pair(SocketType.PULL, SocketType.PUSH, "tcp://127.0.0.1:*", 100);
        SocketCore pull = pair.get(0);
        SocketCore push = pair.get(1);
        for (int i = 0; i < MESSAGES; i++) {
            push.send(Sockets.message(i));
        }
        Loop loop = Objects.requireNonNull(pull.loopIfAny());
        assertThat(Sockets.number(pull.receive())).isZero();

        long before = loop.polls();
        long next = System.nanoTime();
        for (int i = 1; i < MESSAGES; i++) {
            assertThat(Sockets.number(pull.receive())).isEqualTo(i);
            next += NANOS_FOR_EACH;
            while (System.nanoTime() - next < 0) {
                Thread.onSpinWait();
            }
        }
        // The caretaker looks every 20 ms; if it read as well, it would be called whenever the queue has room.
        assertThat(loop.polls() - before).isLessThan(60);
    }
}
