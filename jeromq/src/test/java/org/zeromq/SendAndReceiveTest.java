package org.zeromq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.nio.BufferOverflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import zmq.Msg;
import zmq.ZError;

/** All ways to send and to receive a frame. */
class SendAndReceiveTest {
    private final Stage stage = new Stage();
    private final ZMQ.Socket[] pair = stage.pair();
    private final ZMQ.Socket here = pair[0];
    private final ZMQ.Socket there = pair[1];

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void textsAreUtf8() {
        assertThat(there.send("für ØMQ")).isTrue();
        assertThat(here.recv()).isEqualTo("für ØMQ".getBytes(StandardCharsets.UTF_8));
        there.send("für ØMQ".getBytes(StandardCharsets.UTF_8));
        assertThat(here.recvStr()).isEqualTo("für ØMQ");
        assertThatNullPointerException().isThrownBy(() -> there.send((String) null));
    }

    @Test
    void framesOfAMessageFollowEachOther() {
        there.sendMore("first");
        there.sendMore(new byte[2]);
        there.sendMsgMore(new Msg(new byte[3]));
        there.send("last", ZMQ.DONTWAIT);
        assertThat(here.recvStr(0)).isEqualTo("first");
        assertThat(here.hasReceiveMore()).isTrue();
        assertThat(here.recv(0)).hasSize(2);
        assertThat(here.recvMsg().hasMore()).isTrue();
        assertThat(here.recvStr()).isEqualTo("last");
        assertThat(here.hasReceiveMore()).isFalse();
    }

    @Test
    void anArrayIsNotCopied() {
        byte[] frame = {1, 2, 3};
        there.send(frame);
        assertThat(here.recv()).isSameAs(frame);
    }

    @Test
    void noArrayIsAnEmptyFrame() {
        there.send((byte[]) null);
        assertThat(here.recv()).isEmpty();
    }

    @Test
    void aPartOfAnArrayIsCopied() {
        byte[] bytes = {1, 2, 3, 4, 5};
        there.send(bytes, 1, 3, 0);
        bytes[2] = 0;
        assertThat(here.recv()).containsExactly(2, 3, 4);
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> there.send(bytes, 3, 3, 0));
        assertThat(here.recv(ZMQ.DONTWAIT)).isNull();
    }

    @Test
    void whatRemainsInABufferIsCopied() {
        ByteBuffer buffer = ByteBuffer.wrap(new byte[] {1, 2, 3, 4}, 1, 2);
        assertThat(there.sendByteBuffer(buffer, 0)).isEqualTo(2);
        assertThat(buffer.position()).isEqualTo(1);
        buffer.put(1, (byte) 0);
        assertThat(here.recv()).containsExactly(2, 3);
        assertThat(there.sendByteBuffer(ByteBuffer.allocateDirect(5), 0)).isEqualTo(5);
        assertThat(here.recv()).hasSize(5);
        assertThatIllegalArgumentException().isThrownBy(() -> there.sendByteBuffer(null, 0));
    }

    @Test
    void anArrayIsFilledAsFarAsItGoes() {
        byte[] buffer = new byte[5];
        there.send(new byte[] {1, 2, 3});
        assertThat(here.recv(buffer, 1, 2, 0)).isEqualTo(2);
        assertThat(buffer).containsExactly(0, 1, 2, 0, 0);
        there.send(new byte[] {9});
        assertThat(here.recv(buffer, 0, 5, 0)).isEqualTo(1);
        assertThat(buffer).containsExactly(9, 1, 2, 0, 0);
    }

    @Test
    void aPartThatAnArrayHasNotLosesNothing() {
        there.send("kept");
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> here.recv(new byte[5], 3, 3, 0));
        assertThatNullPointerException().isThrownBy(() -> here.recvByteBuffer(null, 0));
        assertThat(here.recvStr()).isEqualTo("kept");
    }

    @Test
    void aBufferIsFilledIfThereIsRoom() {
        ByteBuffer buffer = ByteBuffer.allocate(4);
        there.send(new byte[] {1, 2, 3});
        there.send(new byte[] {4, 5});
        assertThat(here.recvByteBuffer(buffer, 0)).isEqualTo(3);
        assertThat(buffer.position()).isEqualTo(3);
        assertThatExceptionOfType(BufferOverflowException.class).isThrownBy(() -> here.recvByteBuffer(buffer, 0));
    }

    @Test
    void whoMayNotWaitGetsNothing() {
        assertThat(here.recv(ZMQ.DONTWAIT)).isNull();
        assertThat(here.errno()).isEqualTo(ZError.EAGAIN);
        assertThat(here.recvStr(ZMQ.NOBLOCK)).isNull();
        assertThat(here.recvMsg(ZMQ.DONTWAIT)).isNull();
        assertThat(here.recv(new byte[1], 0, 1, ZMQ.DONTWAIT)).isEqualTo(-1);
        assertThat(here.recvByteBuffer(ByteBuffer.allocate(1), ZMQ.DONTWAIT)).isEqualTo(-1);
        here.setReceiveTimeOut(1);
        assertThat(here.recv()).isNull();
        ZMQ.Socket alone = stage.open(SocketType.PUSH);
        assertThat(alone.send("text", ZMQ.DONTWAIT)).isFalse();
        assertThat(alone.errno()).isEqualTo(ZError.EAGAIN);
        assertThat(alone.sendByteBuffer(ByteBuffer.allocate(1), ZMQ.DONTWAIT)).isEqualTo(-1);
        alone.setSendTimeOut(1);
        assertThat(alone.send("text")).isFalse();
        assertThat(alone.sendMsg(new Msg())).isFalse();
    }

    @Test
    void aTokenEndsAWait() throws Exception {
        here.setReceiveTimeOut(-1);
        ZMQ.CancellationToken token = here.createCancellationToken();
        assertThat(token.isCancellationRequested()).isFalse();
        Future<Integer> waiting = stage.start(() -> codeOfRecv(token));
        token.cancel();
        assertThat(Stage.await(waiting)).isEqualTo(ZError.ECANCELED);
        assertThat(token.isCancellationRequested()).isTrue();
        assertThat(codeOfRecv(token)).isEqualTo(ZError.ECANCELED);

        token.reset();
        there.send("after the reset", 0);
        assertThat(here.recv(0, token)).isEqualTo("after the reset".getBytes(StandardCharsets.UTF_8));
        assertThat(there.send(new byte[1], 0, there.createCancellationToken())).isTrue();
        assertThatNullPointerException().isThrownBy(() -> here.recv(0, null));
    }

    private int codeOfRecv(ZMQ.CancellationToken token) {
        try {
            here.recv(0, token);
            return 0;
        } catch (ZMQException e) {
            return e.getErrorCode();
        }
    }
}
