package zmq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The functions of {@link ZMQ}, for programs that use no classes. */
class FunctionsTest {
    private final Ctx ctx = ZMQ.init(1);
    private final SocketBase here = ZMQ.socket(ctx, ZMQ.ZMQ_PAIR);
    private final SocketBase there = ZMQ.socket(ctx, ZMQ.ZMQ_PAIR);

    FunctionsTest() {
        ZMQ.setSocketOption(here, ZMQ.ZMQ_RCVTIMEO, 20_000);
        ZMQ.bind(here, "inproc://here");
        ZMQ.connect(there, "inproc://here");
    }

    @AfterEach
    void close() {
        here.close();
        there.close();
        ctx.terminate();
    }

    @Test
    void sendingTellsHowManyBytes() {
        assertThat(ZMQ.send(there, "text", 0)).isEqualTo(4);
        assertThat(ZMQ.recv(here, 0).data()).isEqualTo("text".getBytes(ZMQ.CHARSET));
        assertThat(ZMQ.send(there, new byte[5], 0)).isEqualTo(5);
        assertThat(ZMQ.msgSize(ZMQ.recvMsg(here, 0))).isEqualTo(5);
        assertThat(ZMQ.send(there, new byte[5], 3, 0)).isEqualTo(3);
        assertThat(ZMQ.recv(here, 0).size()).isEqualTo(3);
        assertThat(ZMQ.send(there, ZMQ.msgInitWithSize(2), 0)).isEqualTo(2);
        assertThat(ZMQ.recv(here, 0).size()).isEqualTo(2);
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> ZMQ.send(there, new byte[5], 6, 0));
        assertThat(ZMQ.recv(here, ZMQ.ZMQ_DONTWAIT)).isNull();
    }

    @Test
    void whatCannotBeSentTellsSo() {
        SocketBase alone = ZMQ.socket(ctx, ZMQ.ZMQ_PUSH);
        assertThat(ZMQ.send(alone, "text", ZMQ.ZMQ_DONTWAIT)).isEqualTo(-1);
        assertThat(alone.errno()).isEqualTo(ZError.EAGAIN);
        assertThat(new ZMQ().sendiov(alone, new byte[1][1], 1, ZMQ.ZMQ_DONTWAIT))
                .isEqualTo(-1);
        ZMQ.closeZeroLinger(alone);
    }

    @Test
    void arraysAreTheFramesOfOneMessage() {
        assertThat(ZMQ.sendMsg(there)).isFalse();
        assertThat(ZMQ.sendMsg(there, new byte[1], new byte[2])).isTrue();
        Msg first = ZMQ.recv(here, 0);
        assertThat(ZMQ.getMessageOption(first, ZMQ.ZMQ_MORE)).isEqualTo(1);
        Msg last = ZMQ.recv(here, 0);
        assertThat(last.size()).isEqualTo(2);
        assertThat(ZMQ.getMessageOption(last, ZMQ.ZMQ_MORE)).isZero();
        assertThatIllegalArgumentException().isThrownBy(() -> ZMQ.getMessageOption(last, 2));
    }

    @Test
    void vectorsTellHowManyFrames() {
        var functions = new ZMQ();
        byte[][] frames = {{1}, {2, 2}, {3, 3, 3}};
        assertThat(functions.sendiov(there, frames, 3, ZMQ.ZMQ_SNDMORE)).isEqualTo(3);
        byte[][] received = new byte[5][];
        assertThat(functions.recviov(here, received, 2, 0)).isEqualTo(2);
        assertThat(received[1]).containsExactly(2, 2);
        assertThat(functions.recviov(here, received, 5, 0)).isEqualTo(1);
        assertThat(received[0]).containsExactly(3, 3, 3);
        assertThat(functions.recviov(here, received, 5, ZMQ.ZMQ_DONTWAIT)).isEqualTo(-1);
    }

    @Test
    void whatIsClosedIsNotUsed() {
        assertThatIllegalStateException().isThrownBy(() -> ZMQ.bind(null, "inproc://other"));
        assertThatIllegalStateException().isThrownBy(() -> ZMQ.socket(null, ZMQ.ZMQ_PAIR));
        ZMQ.close(there);
        assertThatIllegalStateException().isThrownBy(() -> ZMQ.close(there));
        assertThat(ZMQ.getSocketOption(there, ZMQ.ZMQ_LINGER)).isEqualTo(-1);
        ZMQ.close(here);
        ZMQ.term(ctx);
        assertThatIllegalStateException().isThrownBy(() -> ZMQ.term(ctx));
        assertThatIllegalStateException().isThrownBy(() -> ZMQ.getContextOption(ctx, ZMQ.ZMQ_IO_THREADS));
    }

    @Test
    void optionsGoByNumber() {
        assertThat(ZMQ.setSocketOption(here, ZMQ.ZMQ_LINGER, 5)).isTrue();
        assertThat(ZMQ.getSocketOption(here, ZMQ.ZMQ_LINGER)).isEqualTo(5);
        assertThat(ZMQ.getSocketOptionExt(here, ZMQ.ZMQ_LAST_ENDPOINT)).isEqualTo("inproc://here");
        assertThat(ZMQ.getContextOption(ctx, ZMQ.ZMQ_IO_THREADS)).isEqualTo(1);
        assertThat(ZMQ.disconnect(there, "inproc://here")).isTrue();
        assertThat(ZMQ.unbind(here, "inproc://here")).isTrue();
    }

    @Test
    void anInterruptEndsASleepAndItsFlagStays() {
        Thread.currentThread().interrupt();
        ZMQ.sleep(1000);
        ZMQ.msleep(1_000_000);
        ZMQ.sleep(1, TimeUnit.DAYS);
        assertThat(Thread.interrupted()).isTrue();
        ZMQ.sleep(-1);
        ZMQ.msleep(0);
    }

    @Test
    void timeIsMeasuredInMicroseconds() {
        long watch = ZMQ.startStopwatch();
        ZMQ.msleep(2);
        assertThat(ZMQ.stopStopwatch(watch)).isBetween(2_000L, TimeUnit.MINUTES.toMicros(1));
    }

    @Test
    void errorsHaveWords() {
        assertThat(ZMQ.strerror(ZError.EFSM)).isEqualTo(ZError.toString(ZError.EFSM));
    }
}
