package io.zmq4j.socket;

import static io.zmq4j.socket.Sockets.IN_TIME;
import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.error.WaitInterruptedException;
import io.zmq4j.message.Message;
import io.zmq4j.zmtp.SocketType;
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
}
