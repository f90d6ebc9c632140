package org.zeromq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.channels.Selector;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import zmq.ZError;

/** The settings of a context, and its end. */
class ContextTest {
    private final Stage stage = new Stage();
    private final ZMQ.Context context = stage.context;

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    @SuppressWarnings("deprecation")
    void settingsHaveDefaultsAndAreKept() {
        assertThat(context.getIOThreads()).isEqualTo(1);
        assertThat(context.getMaxSockets()).isEqualTo(1024);
        assertThat(context.isBlocky()).isTrue();
        assertThat(context.isIPv6()).isEqualTo(zmq.ZMQ.DEFAULT_IPV6);
        assertThat(context.getThreadFactory()).isNotNull();

        assertThat(context.setIOThreads(2)).isTrue();
        assertThat(context.setMaxSockets(10)).isTrue();
        assertThat(context.setBlocky(false)).isTrue();
        assertThat(context.setIPv6(true)).isTrue();
        Thread.UncaughtExceptionHandler handler = (thread, failure) -> {};
        context.setUncaughtExceptionHandler(handler);
        context.setNotificationExceptionHandler(handler);

        assertThat(context.getIOThreads()).isEqualTo(2);
        assertThat(context.getMaxSockets()).isEqualTo(10);
        assertThat(context.getBlocky()).isFalse();
        assertThat(context.getIPv6()).isTrue();
        assertThat(context.getUncaughtExceptionHandler()).isSameAs(handler);
        assertThat(context.getNotificationExceptionHandler()).isSameAs(handler);
        assertThat(stage.open(SocketType.PAIR).isIPv6()).isTrue();
    }

    @Test
    void whatIsOutOfRangeIsRefused() {
        assertThat(context.setIOThreads(-1)).isFalse();
        assertThat(context.setMaxSockets(0)).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> ZMQ.context(-1));
    }

    @Test
    void withTheFirstSocketTheSettingsStand() {
        stage.open(SocketType.PAIR);
        assertThatIllegalStateException().isThrownBy(() -> context.setIOThreads(2));
        assertThatIllegalStateException().isThrownBy(() -> context.setMaxSockets(2));
        assertThatIllegalStateException().isThrownBy(() -> context.setThreadFactor(Thread::new));
    }

    @Test
    void whatIsForNewSocketsCanBeSetAtAnyTime() {
        ZMQ.Socket first = context.socket(SocketType.PAIR);
        context.setBlocky(false);
        context.setIPv6(true);
        ZMQ.Socket second = context.socket(SocketType.PAIR);
        assertThat(first.getLinger()).isEqualTo(-1);
        assertThat(second.getLinger()).isZero();
        assertThat(first.isIPv6()).isEqualTo(zmq.ZMQ.DEFAULT_IPV6);
        assertThat(second.isIPv6()).isTrue();
        first.close();
        second.close();
    }

    @Test
    void aFactoryMakesTheThreads() {
        var made = new CountDownLatch(1);
        context.setThreadFactor((task, name) -> {
            made.countDown();
            return new Thread(task, name);
        });
        stage.bound(SocketType.PULL, "tcp://127.0.0.1:*");
        Stage.await(() -> made.getCount() == 0, "a thread is made");
    }

    @Test
    void noMoreSocketsThanAreAllowed() {
        context.setMaxSockets(1);
        ZMQ.Socket first = stage.open(SocketType.PAIR);
        assertThatExceptionOfType(ZMQException.class)
                .isThrownBy(() -> context.socket(SocketType.PAIR))
                .returns(ZError.EMFILE, ZMQException::getErrorCode);
        first.close();
        assertThat(stage.open(SocketType.PAIR).getSocketType()).isEqualTo(SocketType.PAIR);
    }

    @Test
    @SuppressWarnings("deprecation")
    void aSocketCanBeMadeByTheNumberOfItsType() {
        assertThat(stage.add(context.socket(ZMQ.DEALER)).getSocketType()).isEqualTo(SocketType.DEALER);
        assertThatIllegalArgumentException().isThrownBy(() -> context.socket(99));
        assertThatIllegalArgumentException().isThrownBy(() -> SocketType.type(-1));
    }

    @Test
    void itEndsOnceAndForAll() {
        assertThat(context.isClosed()).isFalse();
        assertThat(context.isTerminated()).isFalse();
        stage.open(SocketType.PAIR).close();
        context.term();
        context.close();
        assertThat(context.isClosed()).isTrue();
        assertThat(context.isTerminated()).isTrue();
        assertThatExceptionOfType(UncheckedZMQException.class).isThrownBy(() -> context.socket(SocketType.PAIR));
    }

    @Test
    void itsEndWaitsForTheSocketsThatAreOpen() throws Exception {
        ZMQ.Socket socket = stage.open(SocketType.PULL);
        Future<Boolean> term = stage.start(() -> {
            context.term();
            return context.isTerminated();
        });
        assertThatExceptionOfType(ZMQException.class)
                .isThrownBy(socket::recv)
                .returns(ZError.ETERM, ZMQException::getErrorCode);
        assertThatExceptionOfType(ZMQException.class)
                .isThrownBy(() -> socket.recv(ZMQ.DONTWAIT))
                .returns(ZError.ETERM, ZMQException::getErrorCode);
        assertThat(context.isClosed()).isTrue();
        assertThat(term.isDone()).isFalse();
        assertThat(socket.getSocketType()).isEqualTo(SocketType.PULL);
        assertThat(socket.setLinger(0)).isTrue();
        socket.close();
        assertThat(Stage.await(term)).isTrue();
    }

    @Test
    void anInterruptEndsTheWaitForOpenSockets() throws Exception {
        ZMQ.Socket socket = stage.open(SocketType.PULL);
        Future<Boolean> term = stage.start(() -> {
            Thread.currentThread().interrupt();
            context.term();
            return Thread.interrupted();
        });
        assertThat(Stage.await(term)).isTrue();
        assertThat(context.isTerminated()).isTrue();
        assertThatExceptionOfType(ZMQException.class)
                .isThrownBy(socket::recv)
                .returns(ZError.ETERM, ZMQException::getErrorCode);
    }

    @Test
    void itsSelectorsAreClosedWithIt() throws Exception {
        Selector own = context.selector();
        Selector closed = context.selector();
        assertThat(context.close(closed)).isTrue();
        assertThat(closed.isOpen()).isFalse();
        assertThat(context.close(closed)).isFalse();
        assertThat(context.close((Selector) null)).isFalse();
        try (Selector another = Selector.open()) {
            assertThat(context.close(another)).isFalse();
            stage.open(SocketType.PAIR).close();
            context.term();
            assertThat(own.isOpen()).isFalse();
            assertThat(another.isOpen()).isTrue();
        }
    }
}
