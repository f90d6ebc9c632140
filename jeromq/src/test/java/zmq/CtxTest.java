package zmq;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.channels.Selector;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.zeromq.ZMQException;
import zmq.socket.Pair;
import zmq.socket.Stream;
import zmq.socket.pipeline.Pull;
import zmq.socket.pipeline.Push;
import zmq.socket.pubsub.Pub;
import zmq.socket.pubsub.Sub;
import zmq.socket.pubsub.XPub;
import zmq.socket.pubsub.XSub;
import zmq.socket.reqrep.Dealer;
import zmq.socket.reqrep.Rep;
import zmq.socket.reqrep.Req;
import zmq.socket.reqrep.Router;

/** A context's settings, sockets, selectors and end. */
class CtxTest {
    private static final byte[] FRAME = "frame".getBytes(UTF_8);

    @Test
    void settingsUntilTheFirstSocket() {
        var ctx = new Ctx();
        assertThat(ctx.get(ZMQ.ZMQ_IO_THREADS)).isOne();
        assertThat(ctx.get(ZMQ.ZMQ_MAX_SOCKETS)).isEqualTo(1024);
        assertThat(ctx.get(ZMQ.ZMQ_IPV6)).isZero();
        assertThat(ctx.get(ZMQ.ZMQ_BLOCKY)).isOne();
        assertThat(ctx.set(ZMQ.ZMQ_IO_THREADS, 2)).isTrue();
        assertThat(ctx.set(ZMQ.ZMQ_IO_THREADS, 0)).isTrue();
        assertThat(ctx.set(ZMQ.ZMQ_IO_THREADS, -1)).isFalse();
        assertThat(ctx.set(ZMQ.ZMQ_MAX_SOCKETS, 0)).isFalse();
        assertThat(ctx.set(ZMQ.ZMQ_MAX_SOCKETS, 2)).isTrue();
        assertThat(ctx.set(ZMQ.ZMQ_IPV6, 1)).isTrue();
        assertThat(ctx.set(ZMQ.ZMQ_BLOCKY, 0)).isTrue();
        assertThatThrownBy(() -> ctx.get(99)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ctx.set(99, 1)).isInstanceOf(IllegalArgumentException.class);

        SocketBase push = ctx.createSocket(ZMQ.ZMQ_PUSH);
        assertThat(push.getSocketOpt(ZMQ.ZMQ_LINGER)).isZero();
        assertThat(push.getSocketOptx(ZMQ.ZMQ_IPV6)).isEqualTo(true);
        SocketBase pull = ctx.createSocket(ZMQ.ZMQ_PULL);
        assertThatThrownBy(() -> ctx.createSocket(ZMQ.ZMQ_PULL))
                .isInstanceOfSatisfying(
                        ZMQException.class, e -> assertThat(e.getErrorCode()).isEqualTo(ZError.EMFILE));
        pull.close();
        ctx.createSocket(ZMQ.ZMQ_PULL).close();
        assertThatThrownBy(() -> ctx.set(ZMQ.ZMQ_IO_THREADS, 2)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> ctx.setThreadFactory(Thread::new)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> ctx.setUncaughtExceptionHandler(null)).isInstanceOf(IllegalStateException.class);
        push.close();
        ctx.terminate();
    }

    @Test
    void itsThreadsComeFromTheFactory() {
        var ctx = new Ctx();
        Set<String> names = ConcurrentHashMap.newKeySet();
        Thread.UncaughtExceptionHandler handler = (thread, failure) -> {};
        ctx.setThreadFactory((task, name) -> {
            names.add(name);
            var thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        });
        ctx.setUncaughtExceptionHandler(handler);
        ctx.setNotificationExceptionHandler(handler);
        assertThat(ctx.getUncaughtExceptionHandler()).isSameAs(handler);
        assertThat(ctx.getNotificationExceptionHandler()).isSameAs(handler);
        SocketBase pull = ctx.createSocket(ZMQ.ZMQ_PULL);
        assertThat(pull.bind("tcp://127.0.0.1:*")).isTrue();
        Within.until(() -> !names.isEmpty());
        pull.close();
        ctx.terminate();
    }

    @Test
    void socketsAreOfTheirClasses() {
        Map<Integer, Class<?>> classes = Map.ofEntries(
                Map.entry(ZMQ.ZMQ_PAIR, Pair.class),
                Map.entry(ZMQ.ZMQ_PUB, Pub.class),
                Map.entry(ZMQ.ZMQ_SUB, Sub.class),
                Map.entry(ZMQ.ZMQ_REQ, Req.class),
                Map.entry(ZMQ.ZMQ_REP, Rep.class),
                Map.entry(ZMQ.ZMQ_DEALER, Dealer.class),
                Map.entry(ZMQ.ZMQ_ROUTER, Router.class),
                Map.entry(ZMQ.ZMQ_STREAM, Stream.class),
                Map.entry(ZMQ.ZMQ_PULL, Pull.class),
                Map.entry(ZMQ.ZMQ_PUSH, Push.class),
                Map.entry(ZMQ.ZMQ_XPUB, XPub.class),
                Map.entry(ZMQ.ZMQ_XSUB, XSub.class));
        var ctx = new Ctx();
        classes.forEach((type, expected) -> {
            SocketBase socket = ctx.createSocket(type);
            assertThat(socket).isExactlyInstanceOf(expected);
            assertThat(socket.getSocketOpt(ZMQ.ZMQ_TYPE)).isEqualTo(type);
            assertThat(socket.typeString()).isEqualTo(expected.getSimpleName().toUpperCase(java.util.Locale.ROOT));
            socket.close();
        });
        ctx.terminate();
    }

    @Test
    void typesThatAreNotThere() {
        var ctx = new Ctx();
        assertThatThrownBy(() -> ctx.createSocket(ZMQ.ZMQ_RAW))
                .isInstanceOfSatisfying(
                        ZMQException.class, e -> assertThat(e.getErrorCode()).isEqualTo(ZError.ENOTSUP))
                .hasMessageContaining("no RAW");
        assertThatThrownBy(() -> ctx.createSocket(99))
                .isInstanceOfSatisfying(
                        ZMQException.class, e -> assertThat(e.getErrorCode()).isEqualTo(ZError.EINVAL));
        ctx.terminate();
    }

    @Test
    void aContextWithoutSocketsEndsAtOnce() {
        var ctx = new Ctx();
        assertThat(ctx.isActive()).isTrue();
        ctx.terminate();
        assertThat(ctx.isActive()).isFalse();
        assertThatThrownBy(() -> ctx.createSocket(ZMQ.ZMQ_PUSH)).isInstanceOf(ZError.CtxTerminatedException.class);
        ctx.terminate();
    }

    @Test
    void itsEndWaitsUntilEveryThreadHasClosedItsSockets() {
        var ctx = new Ctx();
        SocketBase pull = ctx.createSocket(ZMQ.ZMQ_PULL);
        SocketBase rep = ctx.createSocket(ZMQ.ZMQ_REP);
        SocketBase push = ctx.createSocket(ZMQ.ZMQ_PUSH);
        assertThat(pull.bind("tcp://127.0.0.1:*")).isTrue();
        assertThat(rep.bind("inproc://rep")).isTrue();
        var receiving = Within.waiting(() -> pull.recvBytes(0) == null ? pull.errno() : 0);
        var polling = Within.waiting(() -> rep.poll(ZMQ.ZMQ_POLLIN, -1, null) == -1 ? rep.errno() : 0);
        var sending = Within.waiting(() -> push.send(FRAME, 0) ? 0 : push.errno());
        var terminating = Within.waiting(() -> {
            ctx.terminate();
            return true;
        });
        assertThat(receiving.result()).isEqualTo(ZError.ETERM);
        assertThat(polling.result()).isEqualTo(ZError.ETERM);
        assertThat(sending.result()).isEqualTo(ZError.ETERM);
        assertThat(ctx.isActive()).isTrue();
        assertThat(pull.recvBytes(ZMQ.ZMQ_DONTWAIT)).isNull();
        assertThat(pull.errno()).isEqualTo(ZError.ETERM);
        assertThat(pull.bind("inproc://late")).isFalse();
        assertThat(pull.errno()).isEqualTo(ZError.ETERM);
        assertThat(pull.setSocketOpt(ZMQ.ZMQ_LINGER, 0)).isTrue();
        assertThatThrownBy(() -> ctx.createSocket(ZMQ.ZMQ_PUSH)).isInstanceOf(ZError.CtxTerminatedException.class);
        pull.close();
        rep.close();
        assertThat(terminating.future()).isNotDone();
        push.close();
        assertThat(terminating.result()).isTrue();
        assertThat(ctx.isActive()).isFalse();
    }

    @Test
    void whatWasSentIsHandedOverFirst() {
        var other = new Ctx();
        SocketBase pull = other.createSocket(ZMQ.ZMQ_PULL);
        assertThat(pull.bind("tcp://127.0.0.1:*")).isTrue();
        var ctx = new Ctx();
        SocketBase push = ctx.createSocket(ZMQ.ZMQ_PUSH);
        assertThat(push.connect((String) pull.getSocketOptx(ZMQ.ZMQ_LAST_ENDPOINT)))
                .isTrue();
        for (int i = 0; i < 100; i++) {
            assertThat(push.send(FRAME, 0)).isTrue();
        }
        push.close();
        ctx.terminate();
        for (int i = 0; i < 100; i++) {
            assertThat(pull.recvBytes(0)).isEqualTo(FRAME);
        }
        pull.close();
        other.terminate();
    }

    @Test
    void socketsThatNobodyClosesAreClosedAfterAWhile() {
        var ctx = new Ctx(Duration.ofMillis(50));
        SocketBase pull = ctx.createSocket(ZMQ.ZMQ_PULL);
        var channel = pull.getFD();
        ctx.terminate();
        assertThat(ctx.isActive()).isFalse();
        assertThat(channel.isOpen()).isFalse();
        assertThat(pull.recvBytes(0)).isNull();
        assertThat(pull.errno()).isEqualTo(ZError.ETERM);
        pull.close();
    }

    @Test
    void anInterruptEndsTheWaitForThem() {
        var ctx = new Ctx();
        SocketBase pull = ctx.createSocket(ZMQ.ZMQ_PULL);
        var terminating = Within.waiting(() -> {
            ctx.terminate();
            return Thread.interrupted();
        });
        terminating.thread().interrupt();
        assertThat(terminating.result()).isTrue();
        assertThat(ctx.isActive()).isFalse();
        pull.close();
    }

    @Test
    void whatLingersForEverIsDroppedAfterAWhile() {
        var ctx = new Ctx(Duration.ofMillis(50));
        SocketBase push = ctx.createSocket(ZMQ.ZMQ_PUSH);
        assertThat(push.connect("tcp://127.0.0.1:1")).isTrue();
        assertThat(push.send(FRAME, 0)).isTrue();
        push.close();
        ctx.terminate();
        assertThat(ctx.isActive()).isFalse();
    }

    @Test
    void selectorsAreClosedByWhoMadeThemOrWithTheContext() throws Exception {
        var ctx = new Ctx();
        Selector first = ctx.createSelector();
        Selector second = ctx.createSelector();
        assertThat(ctx.closeSelector(first)).isTrue();
        assertThat(first.isOpen()).isFalse();
        assertThat(ctx.closeSelector(first)).isFalse();
        try (Selector foreign = Selector.open()) {
            assertThat(ctx.closeSelector(foreign)).isFalse();
            assertThat(foreign.isOpen()).isTrue();
        }
        ctx.terminate();
        assertThat(second.isOpen()).isFalse();
    }
}
