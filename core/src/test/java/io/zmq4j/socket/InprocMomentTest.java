package io.zmq4j.socket;

import io.zmq4j.message.Message;
import io.zmq4j.options.SocketOptions;
import io.zmq4j.zmtp.SocketType;
import java.time.Duration;
import java.util.concurrent.CyclicBarrier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two threads at the two ends of a link in the same moment. */
class InprocMomentTest {
    private static final int ROUNDS = 200;

    private final Sockets sockets = new Sockets();
    private final CyclicBarrier together = new CyclicBarrier(2);

    @AfterEach
    void close() {
        sockets.close();
    }

    /** Runs both at once, as far as that is possible. */
    private void atOnce(Runnable here, Runnable there) throws Exception {
        var other = new Sockets.Running<>(() -> {
            together.await();
            there.run();
            return true;
        });
        together.await();
        here.run();
        other.get();
    }

    @Test
    void whatIsSentInTheMomentInWhichTheReaderLeavesIsReadOrCounted() throws Exception {
        for (int i = 0; i < ROUNDS; i++) {
            String endpoint = "inproc://" + i;
            SocketCore pull = sockets.open(SocketType.PULL);
            SocketCore push = sockets.open(SocketType.PUSH);
            push.set(SocketOptions.RECONNECT_IVL, SocketOptions.FOREVER);
            pull.bind(endpoint);
            push.connect(endpoint);
            int[] sent = {0};

            atOnce(pull::close, () -> {
                while (sent[0] < 100 && push.send(Message.of("x"), Duration.ZERO)) {
                    sent[0]++;
                }
            });

            push.close();
            long expected = sent[0];
            Sockets.awaitUntil("all is counted", () -> counted(pull) + counted(push) == expected);
        }
    }

    private static long counted(SocketCore socket) {
        return socket.dropped().values().stream().mapToLong(Long::longValue).sum();
    }
}
