package io.zmq4j.socket;

import static io.zmq4j.socket.Sockets.IN_TIME;
import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.error.SocketClosedException;
import io.zmq4j.error.SocketStateException;
import io.zmq4j.error.WaitInterruptedException;
import io.zmq4j.message.Message;
import io.zmq4j.zmtp.SocketType;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RequestTest {
    private final Sockets sockets = new Sockets();

    @AfterEach
    void close() {
        sockets.close();
    }

    @Test
    void oneThatIsInterruptedLeavesTheSocketReadyAndItsLateReplyIsNobodys() throws Exception {
        var pair = sockets.pair(SocketType.REP, SocketType.REQ, "inproc://interrupted", 10);
        SocketCore rep = pair.get(0);
        SocketCore req = pair.get(1);
        var given = new Sockets.Running<>(() -> req.request(Message.of("first"), IN_TIME, 1));
        assertThat(rep.receive(IN_TIME)).isEqualTo(Message.of("first"));
        Sockets.awaitWaiting(given.thread);
        given.thread.interrupt();
        assertThat(given.failure()).isInstanceOf(WaitInterruptedException.class);

        assertThat(req.send(Message.of("second"), IN_TIME)).isTrue();
        rep.send(Message.of("late"));
        assertThat(rep.receive(IN_TIME)).isEqualTo(Message.of("second"));
        rep.send(Message.of("answer"));

        assertThat(req.receive(IN_TIME)).isEqualTo(Message.of("answer"));
    }

    /** Between the reply and the end of the call, another thread may ask: its request is not given up with the first. */
    @Test
    void oneThatIsAnsweredGivesUpNothing() throws Exception {
        var pair = sockets.pair(SocketType.REP, SocketType.REQ, "inproc://answered", 10);
        SocketCore rep = pair.get(0);
        SocketCore req = pair.get(1);
        var server = new Sockets.Running<>(() -> {
            while (true) {
                rep.send(rep.receive());
            }
        });
        var done = new AtomicBoolean();
        var other = new Sockets.Running<>(() -> {
            int answered = 0;
            while (!done.get()) {
                if (sentPlainly(req)) {
                    assertThat(req.receive(IN_TIME)).isEqualTo(Message.of("plain"));
                    answered++;
                }
            }
            return answered;
        });
        try {
            for (int i = 0; i < 3000; i++) {
                try {
                    assertThat(req.request(Message.of("asked"), IN_TIME, 1)).isEqualTo(Message.of("asked"));
                } catch (SocketStateException e) {
                    // The other one's is under way.
                }
            }
        } finally {
            done.set(true);
        }
        assertThat(other.get()).isPositive();
        rep.close();
        assertThat(server.failure()).isInstanceOf(SocketClosedException.class);
    }

    private static boolean sentPlainly(SocketCore req) {
        try {
            return req.trySend(Message.of("plain"));
        } catch (SocketStateException e) {
            return false;
        }
    }
}
