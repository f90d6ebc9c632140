package io.zmq4j.socket;

import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.message.Message;
import io.zmq4j.options.SocketOptions;
import io.zmq4j.zmtp.SocketType;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a sender of large messages does about a peer that is slower than he. */
class BacklogTest {
    private static final int MEBIBYTE = 1 << 20;

    private final Sockets sockets = new Sockets();

    @AfterEach
    void close() {
        sockets.close();
    }

    /** A peer with a high-water mark of one message, who takes what he is told to take. */
    private SocketCore senderTo(SocketCore peer) {
        SocketCore push = sockets.open(SocketType.PUSH);
        push.set(SocketOptions.SNDHWM, 200);
        push.set(SocketOptions.LINGER, Duration.ZERO);
        peer.set(SocketOptions.RCVHWM, 1);
        peer.connect(push.bind("tcp://127.0.0.1:*").uri());
        assertThat(push.awaitPeer(Sockets.IN_TIME)).isTrue();
        return push;
    }

    private static Message large() {
        return Message.wrap(new byte[MEBIBYTE]);
    }

    @Test
    void aPeerThatTakesNothingHasItsQueueFilledToTheHighWaterMark() {
        SocketCore push = senderTo(sockets.openFar(SocketType.PULL, "tcp:"));
        for (int i = 0; i < 200; i++) {
            push.send(large());
        }
        while (push.trySend(large())) {
            // The kernel takes a few more, then it is full.
        }
        assertThat(push.send(large(), Duration.ofMillis(10))).isFalse();
    }

    @Test
    void whatDoesNotWaitIsNotHeldUp() {
        SocketCore push = senderTo(sockets.openFar(SocketType.PULL, "tcp:"));
        long began = System.nanoTime();
        int sent = 0;
        while (push.trySend(large())) {
            sent++;
        }
        assertThat(sent).isGreaterThanOrEqualTo(200);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Sockets.IN_TIME);
    }

    @Test
    void aPeerThatTakesEverythingGetsEverything() throws Exception {
        SocketCore pull = sockets.openFar(SocketType.PULL, "tcp:");
        SocketCore push = senderTo(pull);
        var sending = new Thread(() -> {
            for (int i = 0; i < 300; i++) {
                push.send(large());
            }
        });
        sending.start();
        for (int i = 0; i < 300; i++) {
            assertThat(pull.receive(Sockets.IN_TIME)).isNotNull();
        }
        sending.join(Sockets.IN_TIME.toMillis());
        assertThat(sending.isAlive()).isFalse();
    }
}
