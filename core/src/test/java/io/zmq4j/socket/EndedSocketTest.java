package io.zmq4j.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zmq4j.error.SocketClosedException;
import io.zmq4j.message.Message;
import io.zmq4j.options.SocketOptions;
import io.zmq4j.zmtp.SocketType;
import java.time.Duration;
import java.util.concurrent.CyclicBarrier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A socket that comes to its end, whatever lock the thread has that ends it. */
class EndedSocketTest {
    private static final int ROUNDS = 300;

    private final Sockets sockets = new Sockets();

    @AfterEach
    void close() {
        sockets.close();
    }

    @Test
    void aThreadThatHasTheSocketsLockDoesNotWaitForIt() throws Exception {
        SocketCore pull = sockets.open(SocketType.PULL);
        SocketCore push = sockets.open(SocketType.PUSH);
        push.connect(pull.bind("inproc://here").uri());
        push.send(Message.of("counted"));
        assertThat(pull.receive()).isNotNull();

        var running = new Sockets.Running<>(() -> pull.pattern().locked(kind -> {
            sockets.here.ended(pull);
            return true;
        }));

        assertThat(running.get()).isTrue();
        Sockets.awaitUntil("it has ended", () -> !sockets.here.sockets().contains(pull));
    }

    @Test
    void aSocketThatIsOpenedInTheMomentOfAShutdownIsShutDownAsWell() {
        SocketCore pull = sockets.open(SocketType.PULL);
        sockets.here.shutDown();
        pull.face(new Object());
        assertThatThrownBy(pull::receive).isInstanceOf(SocketClosedException.class);
    }

    /** The connection is refused by the closing socket, and its end is the socket's, with the lock held. */
    @Test
    void aConnectInTheMomentOfACloseEnds() throws Exception {
        for (int i = 0; i < ROUNDS; i++) {
            SocketCore pull = sockets.open(SocketType.PULL);
            SocketCore push = sockets.open(SocketType.PUSH);
            push.set(SocketOptions.LINGER, Duration.ZERO);
            String endpoint = pull.bind("tcp://127.0.0.1:*").uri();
            var together = new CyclicBarrier(2);
            var connecting = new Sockets.Running<>(() -> {
                together.await();
                try {
                    push.connect(endpoint);
                } catch (SocketClosedException e) {
                    // The close was faster.
                }
                return true;
            });
            together.await();
            push.close();
            connecting.get();
            pull.close();
            Sockets.awaitUntil("both have ended", () -> sockets.here.sockets().isEmpty());
        }
    }
}
