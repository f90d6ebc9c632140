package io.zmq4j.socket;

import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.loop.Loop;
import io.zmq4j.message.Message;
import io.zmq4j.socket.Sockets.Running;
import io.zmq4j.zmtp.SocketType;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A receiver who is slower than his peer: his queue is full, and more lies in the kernel. */
@Timeout(60)
class FullQueueTest {
    private static final int MESSAGES = 3_000;

    /** Three megabytes in all, which is far more than is read at a time. */
    private static final byte[] MESSAGE = new byte[1000];

    /** More than the queues of both sides hold. */
    private static final int AHEAD = 500;

    /** How often the caretaker looks. */
    private static final long CARETAKER_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private static final long NANOS_FOR_EACH = TimeUnit.MICROSECONDS.toNanos(100);

    private static final int MOST_TRIES = 5;

    private final Sockets sockets = new Sockets();
    private final AtomicInteger sent = new AtomicInteger();

    @AfterEach
    void close() {
        sockets.close();
    }

    /** Where others keep the reader from its core it does seem to be away, so one quiet try of several is enough. */
    @Test
    void whoReadsWithoutWaitingIsLeftAlone() throws Exception {
        for (int i = 0; i < MOST_TRIES && !isLeftAlone(); i++) {
            assertThat(i).as("tries").isLessThan(MOST_TRIES - 1);
        }
    }

    private boolean isLeftAlone() throws Exception {
        sent.set(0);
        var pair = sockets.pair(SocketType.PULL, SocketType.PUSH, "tcp://127.0.0.1:*", 100);
        SocketCore pull = pair.get(0);
        var sender = new Running<>(() -> send(pair.get(1)));
        Loop loop = Objects.requireNonNull(pull.loopIfAny());
        Sockets.awaitUntil("the sender is ahead", () -> sent.get() > AHEAD);
        pull.receive();

        long before = loop.polls();
        long began = System.nanoTime();
        long next = began;
        for (int i = 1; i < MESSAGES; i++) {
            pull.receive();
            next += NANOS_FOR_EACH;
            while (System.nanoTime() - next < 0) {
                Thread.onSpinWait();
            }
        }
        sender.get();
        long polls = loop.polls() - before;
        long looks = (System.nanoTime() - began) / CARETAKER_NANOS;
        // If the caretaker read as well, it would be called whenever the queue has room.
        return polls < 2 * looks + 40;
    }

    private int send(SocketCore push) {
        while (sent.get() < MESSAGES) {
            push.send(Message.wrap(MESSAGE));
            sent.incrementAndGet();
        }
        return sent.get();
    }
}
