package org.zeromq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.net.ServerSocket;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import zmq.ZError;

/** A socket's life, its endpoints and its subclasses. */
class SocketTest {
    private final Stage stage = new Stage();

    @AfterEach
    void close() {
        stage.close();
    }

    private static final class Counting extends ZMQ.Socket {
        private int closes;

        Counting(ZMQ.Context context, SocketType type) {
            super(context, type);
        }

        Counting(zmq.SocketBase base) {
            super(base);
        }

        @Override
        public void close() {
            closes++;
            super.close();
        }
    }

    @Test
    void aSubclassCanReplaceClose() {
        Counting socket = stage.add(new Counting(stage.context, SocketType.REQ));
        try (socket) {
            assertThat(socket.getSocketType()).isEqualTo(SocketType.REQ);
        }
        assertThat(socket.closes).isEqualTo(1);
        assertThat(socket.getType()).isEqualTo(-1);
    }

    @Test
    void aSubclassCanBeAnotherFaceOfTheSameSocket() {
        ZMQ.Socket socket = stage.open(SocketType.DEALER);
        Counting face = stage.add(new Counting(socket.base()));
        assertThat(face.base()).isSameAs(socket.base());
        assertThat(face.getCtx()).isSameAs(socket.getCtx());
        face.close();
        assertThat(socket.getType()).isEqualTo(-1);
    }

    @Test
    void aSubclassCanTakeErrorsEasy() {
        ZMQ.Socket socket = stage.add(new ZMQ.Socket(stage.context, SocketType.REP) {
            @Override
            protected void mayRaise() {
                // Errors are told by what is returned.
            }
        });
        assertThat(socket.send("no request to reply to")).isFalse();
        assertThat(socket.errno()).isEqualTo(ZError.EFSM);
    }

    @Test
    @SuppressWarnings("deprecation")
    void aSocketOfAZContextLeavesItWithItsClose() {
        try (ZContext context = new ZContext()) {
            ZMQ.Socket first = context.createSocket(SocketType.PAIR);
            ZMQ.Socket second = context.createSocket(SocketType.PAIR);
            first.close();
            assertThat(context.getSockets()).containsExactly(second);
            ZMQ.Socket own = new ZMQ.Socket(context, SocketType.PAIR);
            own.close();
            own.close();
            context.destroySocket(second);
            assertThat(context.getSockets()).isEmpty();
            assertThat(second.getType()).isEqualTo(-1);
        }
    }

    @Test
    @SuppressWarnings("deprecation")
    void aSubclassCanLeaveItsCloseToAZContext() {
        try (ZContext context = new ZContext()) {
            ZMQ.Socket socket = new ZMQ.Socket(context, SocketType.PAIR) {
                @Override
                public void close() {
                    context.destroySocket(this);
                }
            };
            socket.close();
            assertThat(socket.getType()).isEqualTo(-1);
        }
    }

    @Test
    void closingTwiceDoesNoHarm() {
        ZMQ.Socket socket = stage.open(SocketType.PAIR);
        socket.close();
        socket.close();
        assertThat(socket).asString().contains("Pair");
        assertThat(socket.base()).isNotNull();
    }

    static Stream<Consumer<ZMQ.Socket>> uses() {
        return Stream.of(
                socket -> socket.send("text"),
                socket -> socket.send(new byte[1], ZMQ.DONTWAIT),
                ZMQ.Socket::recv,
                ZMQ.Socket::recvStr,
                ZMQ.Socket::recvMsg,
                socket -> socket.recv(ZMQ.DONTWAIT),
                socket -> socket.bind("tcp://127.0.0.1:*"),
                socket -> socket.bindToRandomPort("tcp://127.0.0.1"),
                socket -> socket.connect("tcp://127.0.0.1:5555"));
    }

    @ParameterizedTest
    @MethodSource("uses")
    void aClosedSocketCanDoNothing(Consumer<ZMQ.Socket> use) {
        ZMQ.Socket socket = stage.open(SocketType.DEALER);
        socket.close();
        assertThatExceptionOfType(ZMQException.class)
                .isThrownBy(() -> use.accept(socket))
                .returns(ZError.ETERM, ZMQException::getErrorCode);
    }

    @Test
    void aClosedSocketAnswersThatItIs() {
        ZMQ.Socket socket = stage.open(SocketType.DEALER);
        socket.close();
        assertThat(socket.unbind("tcp://127.0.0.1:5555")).isFalse();
        assertThat(socket.disconnect("tcp://127.0.0.1:5555")).isFalse();
        assertThat(socket.setLinger(0)).isFalse();
        assertThat(socket.setImmediate(true)).isFalse();
        assertThat(socket.getLinger()).isEqualTo(-1);
        assertThat(socket.getEvents()).isEqualTo(-1);
        assertThat(socket.getMaxMsgSize()).isEqualTo(-1);
        assertThat(socket.hasReceiveMore()).isFalse();
        assertThat(socket.isConflate()).isFalse();
        assertThat(socket.isImmediate()).isFalse();
        assertThat(socket.getLastEndpoint()).isNull();
        assertThat(socket.getFD()).isNull();
        assertThat(socket.getIdentity()).isNull();
        assertThat(socket.getMechanism()).isNull();
    }

    @Test
    void whatATypeCannotDoIsTold() {
        ZMQ.Socket pull = stage.open(SocketType.PULL);
        assertThatExceptionOfType(ZMQException.class)
                .isThrownBy(() -> pull.send("text"))
                .returns(ZError.ENOTSUP, ZMQException::getErrorCode);
        assertThatExceptionOfType(ZMQException.class)
                .isThrownBy(() -> pull.join("group"))
                .withMessageContaining("group")
                .returns(ZError.ENOTSUP, ZMQException::getErrorCode);
        assertThatExceptionOfType(ZMQException.class)
                .isThrownBy(() -> stage.open(SocketType.PUSH).recv())
                .returns(ZError.ENOTSUP, ZMQException::getErrorCode);
    }

    @Test
    void aPortIsFoundWhereOneIsFree() throws Exception {
        ZMQ.Socket socket = stage.open(SocketType.PULL);
        int port = socket.bindToRandomPort("tcp://127.0.0.1");
        assertThat(port).isBetween(49152, 65535);
        assertThat(socket.getLastEndpoint()).isEqualTo("tcp://127.0.0.1:" + port);
        assertThat(socket.unbind(socket.getLastEndpoint())).isTrue();
        assertThat(stage.open(SocketType.PULL).bindToRandomPort("tcp://127.0.0.1", port, port))
                .isEqualTo(port);
    }

    @Test
    void wherePortsAreTakenNoneIsFound() throws Exception {
        ZMQ.Socket socket = stage.open(SocketType.PULL);
        try (ServerSocket taken = new ServerSocket(0)) {
            int port = taken.getLocalPort();
            assertThatExceptionOfType(ZMQException.class)
                    .isThrownBy(() -> socket.bindToRandomPort("tcp://127.0.0.1", port, port))
                    .returns(ZError.EADDRINUSE, ZMQException::getErrorCode);
        }
        assertThatIllegalArgumentException().isThrownBy(() -> socket.bindToRandomPort("tcp://127.0.0.1", 2, 1));
        assertThatExceptionOfType(ZMQException.class)
                .isThrownBy(() -> socket.bindToRandomPort("none://127.0.0.1"))
                .returns(ZError.EPROTONOSUPPORT, ZMQException::getErrorCode);
    }

    @Test
    void endpointsThatAreNoneAreTold() {
        ZMQ.Socket socket = stage.open(SocketType.PULL);
        assertThatIllegalArgumentException().isThrownBy(() -> socket.bind("127.0.0.1"));
        assertThatIllegalArgumentException().isThrownBy(() -> socket.connect(""));
        assertThatNullPointerException().isThrownBy(() -> socket.connect(null));
        assertThat(socket.unbind(null)).isFalse();
        assertThat(socket.disconnect("tcp://127.0.0.1:5555")).isFalse();
    }
}
