package org.zeromq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.channels.Selector;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import zmq.ZError;

/** A context that closes what it has made. */
class ZContextTest {
    private final ZContext context = new ZContext();

    @AfterEach
    void close() {
        context.close();
    }

    @Test
    void socketsBeginWithItsLingerTimeAndHighWaterMarks() {
        ZMQ.Socket before = context.createSocket(SocketType.PUSH);
        context.setLinger(77);
        context.setSndHWM(5);
        context.setRcvHWM(6);
        ZMQ.Socket after = context.createSocket(SocketType.PULL);

        assertThat(List.of(before.getLinger(), before.getSndHWM(), before.getRcvHWM()))
                .containsExactly(0, 1000, 1000);
        assertThat(List.of(after.getLinger(), after.getSndHWM(), after.getRcvHWM()))
                .containsExactly(77, 5, 6);
        assertThat(context.getLinger()).isEqualTo(77);
    }

    @Test
    @SuppressWarnings("deprecation")
    void itKnowsItsSocketsUntilTheyAreClosed() {
        assertThat(context.isEmpty()).isTrue();
        ZMQ.Socket one = context.createSocket(SocketType.PUSH);
        ZMQ.Socket two = context.createSocket(ZMQ.PULL);
        assertThat(context.getSockets()).containsExactly(one, two);
        context.getSockets().clear();
        assertThat(context.isEmpty()).isFalse();

        one.close();
        assertThat(context.getSockets()).containsExactly(two);
        context.destroySocket(two);
        context.destroySocket(null);
        assertThat(two.getType()).isEqualTo(-1);
        assertThat(context.isEmpty()).isTrue();
    }

    @Test
    void closingClosesEverySocketAndIsDoneOnce() {
        ZMQ.Socket socket = context.createSocket(SocketType.PULL);
        ZContext shadow = context.shadow();
        ZMQ.Socket another = shadow.createSocket(SocketType.PULL);

        context.close();
        context.destroy();

        assertThat(context.isClosed()).isTrue();
        assertThat(shadow.isClosed()).isTrue();
        assertThat(socket.getType()).isEqualTo(-1);
        assertThat(another.getType()).isEqualTo(-1);
        assertThat(context.isEmpty()).isTrue();
        assertThat(shadow.isEmpty()).isTrue();
        shadow.close();
    }

    @Test
    void afterTheEndNoSocketIsMade() {
        ZContext shadow = context.shadow();
        context.close();

        assertThatExceptionOfType(ZError.CtxTerminatedException.class)
                .isThrownBy(() -> context.createSocket(SocketType.PULL));
        assertThatExceptionOfType(ZError.CtxTerminatedException.class)
                .isThrownBy(() -> shadow.createSocket(SocketType.PULL));
        assertThatExceptionOfType(ZError.CtxTerminatedException.class)
                .isThrownBy(() -> context.fork((args, forked, pipe) -> {}));
        assertThat(context.isEmpty()).isTrue();
    }

    @Test
    void closingAShadowClosesItsSocketsAlone() {
        ZMQ.Socket mine = context.createSocket(SocketType.PULL);
        ZContext shadow = context.shadow();
        ZMQ.Socket its = shadow.createSocket(SocketType.PULL);
        assertThat(shadow.getSockets()).containsExactly(its);
        assertThat(context.getSockets()).containsExactly(mine);

        shadow.close();

        assertThat(its.getType()).isEqualTo(-1);
        assertThat(mine.getType()).isEqualTo(SocketType.PULL.type());
        assertThat(shadow.isClosed()).isFalse();
        assertThat(context.isClosed()).isFalse();
    }

    @Test
    void whatAClosedShadowMakesIsClosedWithTheContext() {
        ZContext shadow = context.shadow();
        shadow.close();
        ZMQ.Socket late = shadow.createSocket(SocketType.PULL);

        context.close();

        assertThat(late.getType()).isEqualTo(-1);
    }

    @Test
    @SuppressWarnings("deprecation")
    void aShadowSharesTheContextAndBeginsWithItsSettings() {
        context.setLinger(77);
        ZContext shadow = ZContext.shadow(context);

        assertThat(context.isMain()).isTrue();
        assertThat(shadow.isMain()).isFalse();
        assertThat(shadow.getContext()).isSameAs(context.getContext());
        assertThat(shadow.getLinger()).isEqualTo(77);
        shadow.setLinger(5);
        assertThat(context.getLinger()).isEqualTo(77);
    }

    @Test
    void aShadowOfAShadowIsOneOfTheSameContext() {
        ZContext first = context.shadow();
        ZContext second = first.shadow();
        ZMQ.Socket socket = second.createSocket(SocketType.PULL);

        first.close();
        assertThat(socket.getType()).isEqualTo(SocketType.PULL.type());
        context.close();
        assertThat(socket.getType()).isEqualTo(-1);
    }

    @Test
    void closingEndsWhatWaitsInOtherThreads() throws Exception {
        ZMQ.Socket socket = context.createSocket(SocketType.PULL);
        socket.bind("inproc://waits");
        CountDownLatch begun = new CountDownLatch(1);
        FutureTask<Integer> code = new FutureTask<>(() -> {
            begun.countDown();
            try {
                socket.recv();
                return 0;
            } catch (ZMQException e) {
                return e.getErrorCode();
            }
        });
        new Thread(code).start();
        begun.await();

        context.close();

        assertThat(code.get(20, TimeUnit.SECONDS)).isEqualTo(ZError.ETERM);
    }

    @Test
    void anInterruptDoesNotKeepItFromClosing() {
        context.createSocket(SocketType.PULL);
        Thread.currentThread().interrupt();

        context.close();

        assertThat(Thread.interrupted()).isTrue();
        assertThat(context.isClosed()).isTrue();
    }

    @Test
    @SuppressWarnings("deprecation")
    void selectorsAreClosedByTheirContextAtTheLatest() {
        Selector closed = context.createSelector();
        Selector left = context.createSelector();
        ZContext shadow = context.shadow();
        Selector ofShadow = shadow.createSelector();

        context.closeSelector(closed);
        assertThat(closed.isOpen()).isFalse();
        shadow.close();
        assertThat(ofShadow.isOpen()).isFalse();
        assertThat(left.isOpen()).isTrue();
        context.close();
        assertThat(left.isOpen()).isFalse();
    }

    @Test
    @SuppressWarnings("deprecation")
    void whatIsFixedFromTheBeginningIsNotChanged() {
        context.setIoThreads(3);
        context.setMain(false);
        ZMQ.Context before = context.getContext();
        context.setContext(null);

        assertThat(context.getIoThreads()).isEqualTo(1);
        assertThat(context.isMain()).isTrue();
        assertThat(context.getContext()).isSameAs(before);
        try (ZContext none = new ZContext(0)) {
            assertThat(none.getIoThreads()).isZero();
        }
        assertThatIllegalArgumentException().isThrownBy(() -> new ZContext(-1));
    }

    @Test
    void itsThreadsAreMadeByTheFactory() {
        List<String> names = new CopyOnWriteArrayList<>();
        Thread.UncaughtExceptionHandler handler = (thread, failure) -> {};
        context.setThreadFactor((task, name) -> {
            names.add(name);
            return new Thread(task, name);
        });
        context.setUncaughtExceptionHandler(handler);
        context.setNotificationExceptionHandler(handler);
        ZMQ.Socket socket = context.createSocket(SocketType.PULL);
        socket.bind("tcp://127.0.0.1:*");

        assertThat(names).isNotEmpty();
        assertThat(context.getThreadFactory()).isNotNull();
        assertThat(context.getUncaughtExceptionHandler()).isSameAs(handler);
        assertThat(context.getNotificationExceptionHandler()).isSameAs(handler);
    }

    @Test
    void aPollerBeginsEmpty() {
        try (ZMQ.Poller poller = context.createPoller(3)) {
            assertThat(poller.getSize()).isZero();
        }
    }
}
