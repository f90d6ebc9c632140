package org.zeromq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import zmq.Msg;
import zmq.ZError;

/** Sockets without a context of their own. */
class ZSocketTest {
    private final ZSocket pull = new ZSocket(SocketType.PULL);

    @SuppressWarnings("deprecation")
    private final ZSocket push = new ZSocket(ZMQ.PUSH);

    @AfterEach
    void close() {
        push.close();
        pull.close();
    }

    private void meet() {
        assertThat(pull.bind("inproc://zsocket")).isTrue();
        assertThat(push.connect("inproc://zsocket")).isTrue();
    }

    private static void assertCode(int code, ThrowingCallable call) {
        assertThatExceptionOfType(ZMQException.class)
                .isThrownBy(call)
                .extracting(ZMQException::getErrorCode)
                .isEqualTo(code);
    }

    @Test
    void itHasAType() {
        assertThat(pull.getType()).isEqualTo(7);
        assertThat(push.getSocketType()).isEqualTo(SocketType.PUSH);
        assertCode(ZError.EINVAL, () -> new ZSocket(99));
    }

    @Test
    void sendingTellsTheLength() {
        meet();

        assertThat(push.send(new byte[3])).isEqualTo(3);
        assertThat(push.sendStringUtf8("hé")).isEqualTo(3);
        assertThat(push.send(null)).isZero();
        assertThat(push.sendMessage(new Msg("msg".getBytes()))).isEqualTo(3);
        assertThat(push.sendFrame(new ZFrame("frame"), 0)).isTrue();

        assertThat(pull.receive()).hasSize(3);
        assertThat(pull.receiveStringUtf8()).isEqualTo("hé");
        assertThat(pull.receive()).isEmpty();
        assertThat(pull.receiveMessage().data()).isEqualTo("msg".getBytes());
        assertThat(pull.receiveStringUtf8()).isEqualTo("frame");
    }

    @Test
    void framesMakeAMessage() {
        meet();
        ZMsg message = new ZMsg();
        message.add("one");
        message.add("two");

        assertThat(push.sendStringUtf8("a", ZMQ.SNDMORE)).isEqualTo(1);
        assertThat(push.send(new byte[0])).isZero();
        assertThat(push.sendMessage(message)).isTrue();
        assertThat(message).isEmpty();
        assertThat(push.sendMessage(message)).isFalse();

        assertThat(pull.receiveStringUtf8()).isEqualTo("a");
        assertThat(pull.hasReceiveMore()).isTrue();
        assertThat(pull.receive()).isEmpty();
        assertThat(pull.hasReceiveMore()).isFalse();
        assertThat(pull.receiveStringUtf8()).isEqualTo("one");
        assertThat(pull.hasReceiveMore()).isTrue();
        assertThat(pull.receiveStringUtf8()).isEqualTo("two");
    }

    @Test
    void nothingNowIsNoFailure() {
        assertThat(pull.receive(ZMQ.DONTWAIT)).isNull();
        assertThat(pull.receiveMessage(ZMQ.DONTWAIT)).isNull();
        assertThat(pull.receiveStringUtf8(ZMQ.DONTWAIT)).isNull();
        assertThat(push.send(new byte[1], ZMQ.DONTWAIT)).isEqualTo(-1);
        assertThat(push.sendMessage(new Msg(1), ZMQ.DONTWAIT)).isEqualTo(-1);
        assertThat(push.sendFrame(new ZFrame("x"), ZMQ.DONTWAIT)).isFalse();
    }

    @Test
    void whatASocketCannotDoIsThrown() {
        assertCode(ZError.ENOTSUP, () -> pull.send(new byte[1]));
        assertCode(ZError.ENOTSUP, () -> push.receive());
        assertCode(ZError.EFAULT, () -> push.sendMessage((Msg) null));
        assertCode(ZError.ENOENT, () -> push.disconnect("tcp://127.0.0.1:9"));
        meet();
        ZSocket late = new ZSocket(SocketType.PULL);
        assertCode(ZError.EADDRINUSE, () -> late.bind("inproc://zsocket"));
        late.close();
    }

    @Test
    void topicsAreSubscribedAndTakenBack() {
        ZSocket pub = new ZSocket(SocketType.XPUB);
        ZSocket sub = new ZSocket(SocketType.SUB);
        pub.bind("inproc://topics");
        sub.subscribe("a");
        sub.subscribe(new byte[] {'b'});
        sub.connect("inproc://topics");

        assertThat(pub.receiveStringUtf8()).isEqualTo("\u0001a");
        assertThat(pub.receiveStringUtf8()).isEqualTo("\u0001b");
        pub.sendStringUtf8("b1");
        assertThat(sub.receiveStringUtf8()).isEqualTo("b1");
        sub.unsubscribe("a");
        sub.unsubscribe(new byte[] {'b'});
        assertThat(pub.receiveStringUtf8()).isEqualTo("\u0000a");
        assertThat(pub.receiveStringUtf8()).isEqualTo("\u0000b");
        sub.close();
        pub.close();
    }

    @Test
    void aNameIsFreeAfterUnbind() {
        meet();

        assertThat(push.disconnect("inproc://zsocket")).isTrue();
        assertThat(pull.unbind("inproc://zsocket")).isTrue();

        assertThat(pull.bind("inproc://zsocket")).isTrue();
    }

    @Test
    void aClosedSocketIsToldApart() {
        pull.close();
        push.close();
        pull.close();

        assertThat(pull.getType()).isEqualTo(-1);
        assertThat(pull.receive()).isNull();
        assertThat(pull.hasReceiveMore()).isFalse();
        assertCode(ZError.ETERM, () -> push.send(new byte[1]));
        assertCode(ZError.ETERM, () -> pull.bind("inproc://closed"));
    }

    @Test
    void theContextComesBackAfterTheLastOne() {
        pull.close();
        push.close();

        ZSocket one = new ZSocket(SocketType.PAIR);
        ZSocket two = new ZSocket(SocketType.PAIR);
        one.bind("inproc://again");
        two.connect("inproc://again");
        two.sendStringUtf8("here");
        assertThat(one.receiveStringUtf8()).isEqualTo("here");
        one.close();
        two.close();
    }

    @Test
    void anInterruptEndsWaitingAndIsKept() throws Exception {
        pull.bind("inproc://interrupted");
        CountDownLatch begun = new CountDownLatch(1);
        FutureTask<Boolean> receive = new FutureTask<>(() -> {
            begun.countDown();
            return pull.receive() == null && Thread.currentThread().isInterrupted();
        });
        Thread thread = new Thread(receive);
        thread.start();
        begun.await();
        thread.interrupt();

        assertThat(receive.get(20, TimeUnit.SECONDS)).isTrue();
    }
}
