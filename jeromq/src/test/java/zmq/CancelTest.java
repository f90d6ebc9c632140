package zmq;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Calls that wait until somebody cancels them, and waits for one socket. */
class CancelTest {
    private static final byte[] FRAME = "frame".getBytes(UTF_8);

    private final SocketPair pair = SocketPair.inproc(ZMQ.ZMQ_PULL, ZMQ.ZMQ_PUSH);
    private final AtomicBoolean cancelled = new AtomicBoolean();

    @AfterEach
    void close() {
        pair.close();
    }

    @Test
    void aReceiveIsCancelled() {
        var receiving = Within.waiting(() -> pair.bound.recv(0, cancelled) == null ? pair.bound.errno() : 0);
        pair.bound.cancel(cancelled);
        assertThat(receiving.result()).isEqualTo(ZError.ECANCELED);
        assertThat(pair.bound.recv(0, cancelled)).isNull();
        assertThat(pair.bound.errno()).isEqualTo(ZError.ECANCELED);

        assertThat(pair.connected.send(FRAME, 0)).isTrue();
        assertThat(pair.bound.recv(0, new AtomicBoolean()).data()).isEqualTo(FRAME);
    }

    @Test
    void aReceiveThatIsNotCancelledGetsItsMessage() {
        var receiving =
                Within.waiting(() -> new String(pair.bound.recv(0, cancelled).data(), UTF_8));
        assertThat(pair.connected.send(FRAME, 0)).isTrue();
        assertThat(receiving.result()).isEqualTo("frame");
    }

    @Test
    void aSendIsCancelled() {
        SocketBase lonely = pair.ctx.createSocket(ZMQ.ZMQ_PUSH);
        var sending = Within.waiting(() -> lonely.send(new Msg(FRAME), 0, cancelled) ? 0 : lonely.errno());
        lonely.cancel(cancelled);
        assertThat(sending.result()).isEqualTo(ZError.ECANCELED);
        assertThat(pair.connected.send(new Msg(FRAME), 0, cancelled)).isFalse();
        assertThat(pair.connected.errno()).isEqualTo(ZError.ECANCELED);
        assertThat(pair.connected.send(new Msg(FRAME), 0, new AtomicBoolean())).isTrue();
        lonely.close();
    }

    @Test
    void aPollIsCancelled() {
        var polling =
                Within.waiting(() -> pair.bound.poll(ZMQ.ZMQ_POLLIN, -1, cancelled) == -1 ? pair.bound.errno() : 0);
        pair.bound.cancel(cancelled);
        assertThat(polling.result()).isEqualTo(ZError.ECANCELED);
    }

    @Test
    void timeoutsHoldForThem() {
        assertThat(pair.bound.setSocketOpt(ZMQ.ZMQ_RCVTIMEO, 10)).isTrue();
        assertThat(pair.bound.recv(0, cancelled)).isNull();
        assertThat(pair.bound.errno()).isEqualTo(ZError.EAGAIN);
        assertThat(pair.bound.recv(ZMQ.ZMQ_DONTWAIT, cancelled)).isNull();
        assertThat(pair.bound.errno()).isEqualTo(ZError.EAGAIN);
        assertThat(pair.bound.poll(ZMQ.ZMQ_POLLIN, 0, cancelled)).isEqualTo(-1);
        assertThat(pair.bound.errno()).isEqualTo(ZError.EAGAIN);
        assertThat(pair.bound.poll(ZMQ.ZMQ_POLLIN, 10, null)).isEqualTo(-1);
        assertThat(pair.bound.errno()).isEqualTo(ZError.EAGAIN);
    }

    @Test
    void anInterruptEndsThem() {
        var receiving = Within.waiting(
                () -> pair.bound.recv(0, cancelled) == null && Thread.interrupted() ? pair.bound.errno() : 0);
        receiving.thread().interrupt();
        assertThat(receiving.result()).isEqualTo(ZError.EINTR);
    }

    @Test
    void aPollTellsWhatTheSocketIsReadyFor() {
        assertThat(pair.connected.poll(ZMQ.ZMQ_POLLIN | ZMQ.ZMQ_POLLOUT, -1, null))
                .isEqualTo(ZMQ.ZMQ_POLLOUT);
        var polling = Within.waiting(() -> pair.bound.poll(ZMQ.ZMQ_POLLIN | ZMQ.ZMQ_POLLOUT, -1, null));
        assertThat(pair.connected.send(FRAME, 0)).isTrue();
        assertThat(polling.result()).isEqualTo(ZMQ.ZMQ_POLLIN);
    }
}
