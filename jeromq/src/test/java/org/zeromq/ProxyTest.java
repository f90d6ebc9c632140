package org.zeromq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import zmq.ZError;

/** Messages that are passed on between two sockets. */
class ProxyTest {
    private static final String FRONT = "inproc://front";
    private static final String BACK = "inproc://back";
    private static final String CAPTURE = "inproc://capture";
    private static final String CONTROL = "inproc://control";
    private static final int SHORTLY_MILLIS = 50;

    private final Stage stage = new Stage();

    @AfterEach
    void close() {
        stage.close();
    }

    private Future<Boolean> start(SocketType front, SocketType back, ZMQ.Socket capture, ZMQ.Socket control) {
        ZMQ.Socket frontend = stage.bound(front, FRONT);
        ZMQ.Socket backend = stage.bound(back, BACK);
        return stage.start(() -> ZMQ.proxy(frontend, backend, capture, control));
    }

    private static void send(ZMQ.Socket socket, String... frames) {
        for (int i = 0; i < frames.length; i++) {
            assertThat(socket.send(frames[i], i < frames.length - 1 ? ZMQ.SNDMORE : 0))
                    .isTrue();
        }
    }

    private static String receive(ZMQ.Socket socket) {
        StringBuilder frames = new StringBuilder().append(socket.recvStr());
        while (socket.hasReceiveMore()) {
            frames.append('|').append(socket.recvStr());
        }
        return frames.toString();
    }

    private void terminate(ZMQ.Socket commands, Future<Boolean> proxy) throws Exception {
        commands.send(ZMQ.PROXY_TERMINATE);
        assertThat(Stage.await(proxy)).isTrue();
    }

    @Test
    void requestsAndRepliesPassAndAreCopied() throws Exception {
        ZMQ.Socket copies = stage.bound(SocketType.PAIR, CAPTURE);
        ZMQ.Socket commands = stage.bound(SocketType.PAIR, CONTROL);
        Future<Boolean> proxy = start(
                SocketType.ROUTER,
                SocketType.DEALER,
                stage.connected(SocketType.PAIR, CAPTURE),
                stage.connected(SocketType.PAIR, CONTROL));
        ZMQ.Socket asker = stage.connected(SocketType.REQ, FRONT);
        ZMQ.Socket worker = stage.connected(SocketType.REP, BACK);

        send(asker, "a", "request");
        assertThat(receive(worker)).isEqualTo("a|request");
        send(worker, "its", "reply");
        assertThat(receive(asker)).isEqualTo("its|reply");

        assertThat(receive(copies)).endsWith("||a|request");
        assertThat(receive(copies)).endsWith("||its|reply");
        terminate(commands, proxy);
    }

    @Test
    void subscriptionsPassAsWell() throws Exception {
        ZMQ.Socket commands = stage.bound(SocketType.PAIR, CONTROL);
        Future<Boolean> proxy =
                start(SocketType.XSUB, SocketType.XPUB, null, stage.connected(SocketType.PAIR, CONTROL));
        ZMQ.Socket publisher = stage.connected(SocketType.XPUB, FRONT);
        ZMQ.Socket subscriber = stage.connected(SocketType.SUB, BACK);
        subscriber.subscribe("topic");
        assertThat(publisher.recv()).startsWith(1);
        send(publisher, "other", "not for us");
        send(publisher, "topic", "for us");
        assertThat(receive(subscriber)).isEqualTo("topic|for us");
        terminate(commands, proxy);
    }

    @ParameterizedTest
    @CsvSource({"PAIR,PAIR", "PULL,PUSH", "SUB,XPUB", "REP,REQ", "DEALER,DEALER"})
    void commandsComeFromManyTypes(SocketType type, SocketType peer) throws Exception {
        ZMQ.Socket control = stage.bound(type, CONTROL);
        ZMQ.Socket commands = stage.connected(peer, CONTROL);
        if (type == SocketType.SUB) {
            control.subscribe("");
            assertThat(commands.recv()).startsWith(1);
        }
        Future<Boolean> proxy = start(SocketType.PULL, SocketType.PUSH, null, control);
        terminate(commands, proxy);
    }

    @ParameterizedTest
    @CsvSource({"PULL,PUSH,PUSH,PULL", "REP,REQ,REQ,REP"})
    void whilePausedNothingPasses(SocketType front, SocketType back, SocketType sends, SocketType receives)
            throws Exception {
        ZMQ.Socket commands = stage.bound(SocketType.PAIR, CONTROL);
        ZMQ.Socket control = stage.connected(SocketType.PAIR, CONTROL);
        Future<Boolean> proxy = start(front, back, null, control);
        ZMQ.Socket sender = stage.connected(sends, FRONT);
        ZMQ.Socket receiver = stage.connected(receives, BACK);
        commands.send("NO COMMAND");
        commands.send(ZMQ.PROXY_PAUSE);
        Stage.await(() -> control.getEvents() == ZMQ.Poller.POLLOUT, "the command is heard");
        sender.send("later");
        receiver.setReceiveTimeOut(SHORTLY_MILLIS);
        assertThat(receiver.recvStr()).isNull();
        receiver.setReceiveTimeOut(Stage.IN_TIME_MILLIS);
        commands.send(ZMQ.PROXY_RESUME);
        assertThat(receiver.recvStr()).isEqualTo("later");
        commands.send(ZMQ.PROXY_PAUSE);
        terminate(commands, proxy);
    }

    @Test
    void requestsPassOneByOneBetweenRepAndReq() throws Exception {
        ZMQ.Socket copies = stage.bound(SocketType.PULL, CAPTURE);
        ZMQ.Socket commands = stage.bound(SocketType.PAIR, CONTROL);
        Future<Boolean> proxy = start(
                SocketType.REP,
                SocketType.REQ,
                stage.connected(SocketType.PUSH, CAPTURE),
                stage.connected(SocketType.PAIR, CONTROL));
        ZMQ.Socket asker = stage.connected(SocketType.REQ, FRONT);
        ZMQ.Socket worker = stage.connected(SocketType.REP, BACK);
        for (int i = 0; i < 100; i++) {
            send(asker, "request", "" + i);
            assertThat(receive(worker)).isEqualTo("request|" + i);
            send(worker, "reply", "" + i);
            assertThat(receive(asker)).isEqualTo("reply|" + i);
            assertThat(receive(copies)).isEqualTo("request|" + i);
            assertThat(receive(copies)).isEqualTo("reply|" + i);
        }
        terminate(commands, proxy);
    }

    @Test
    void whichSideIsTheFrontMakesNoDifference() throws Exception {
        Future<Boolean> proxy = start(SocketType.PUSH, SocketType.PULL, null, null);
        ZMQ.Socket sender = stage.connected(SocketType.PUSH, BACK);
        ZMQ.Socket receiver = stage.connected(SocketType.PULL, FRONT);
        send(sender, "work", "done elsewhere");
        assertThat(receive(receiver)).isEqualTo("work|done elsewhere");
        endContext();
        assertThat(Stage.await(proxy)).isFalse();
    }

    @Test
    void whoTakesNoCopiesDoesNotStopTheOthers() throws Exception {
        ZMQ.Socket capture = stage.bound(SocketType.PUSH, CAPTURE);
        capture.setSendTimeOut(-1);
        ZMQ.Socket commands = stage.bound(SocketType.PAIR, CONTROL);
        Future<Boolean> proxy =
                start(SocketType.PULL, SocketType.PUSH, capture, stage.connected(SocketType.PAIR, CONTROL));
        ZMQ.Socket sender = stage.connected(SocketType.PUSH, FRONT);
        ZMQ.Socket receiver = stage.connected(SocketType.PULL, BACK);
        for (int i = 0; i < 10; i++) {
            send(sender, "" + i);
            assertThat(receive(receiver)).isEqualTo("" + i);
        }
        terminate(commands, proxy);
    }

    private void endContext() {
        stage.start(() -> {
            stage.context.term();
            return true;
        });
    }

    @ParameterizedTest
    @CsvSource({"PULL,PUSH", "ROUTER,DEALER", "REP,REQ"})
    void itEndsWithTheContext(SocketType front, SocketType back) throws Exception {
        ZMQ.Socket frontend = stage.bound(front, FRONT);
        ZMQ.Socket backend = stage.bound(back, BACK);
        Future<String> proxy = stage.start(() -> ZMQ.proxy(frontend, backend, null) + " " + frontend.errno());
        endContext();
        assertThat(Stage.await(proxy)).isEqualTo("false " + ZError.ETERM);
    }

    @Test
    void itsSocketsMayBeOfTwoContextsAndItEndsWithOne() throws Exception {
        try (Stage other = new Stage()) {
            ZMQ.Socket frontend = stage.bound(SocketType.PULL, "tcp://127.0.0.1:*");
            ZMQ.Socket backend = other.bound(SocketType.PUSH, "tcp://127.0.0.1:*");
            ZMQ.Socket receiver = other.connected(SocketType.PULL, backend.getLastEndpoint());
            Future<Boolean> proxy = stage.start(() -> ZMQ.proxy(frontend, backend, null));
            send(stage.connected(SocketType.PUSH, frontend.getLastEndpoint()), "across");
            assertThat(receive(receiver)).isEqualTo("across");
            other.start(() -> {
                other.context.term();
                return true;
            });
            assertThat(Stage.await(proxy)).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void itEndsWithAnyOfItsSockets(int which) throws Exception {
        stage.bound(SocketType.PAIR, CAPTURE);
        stage.bound(SocketType.PAIR, CONTROL);
        ZMQ.Socket[] sockets = {
            stage.bound(SocketType.PULL, FRONT),
            stage.bound(SocketType.PUSH, BACK),
            stage.connected(SocketType.PAIR, CAPTURE),
            stage.connected(SocketType.PAIR, CONTROL)
        };
        Future<Boolean> proxy = stage.start(() -> ZMQ.proxy(sockets[0], sockets[1], sockets[2], sockets[3]));
        sockets[which].close();
        assertThat(Stage.await(proxy)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"PULL,PUSH", "REP,REQ"})
    void anInterruptEndsItAndItsFlagStays(SocketType front, SocketType back) throws Exception {
        ZMQ.Socket frontend = stage.bound(front, FRONT);
        ZMQ.Socket backend = stage.bound(back, BACK);
        var thread = new Thread[1];
        var begun = new CountDownLatch(1);
        Future<String> proxy = stage.start(() -> {
            thread[0] = Thread.currentThread();
            begun.countDown();
            return ZMQ.proxy(frontend, backend, null) + " " + frontend.errno() + " " + Thread.interrupted();
        });
        begun.await();
        thread[0].interrupt();
        assertThat(Stage.await(proxy)).isEqualTo("false " + ZError.EINTR + " true");
        assertThat(frontend.getType()).isEqualTo(front.type());
    }

    @Test
    @SuppressWarnings("deprecation")
    void devicesAndQueuesAreProxies() throws Exception {
        ZMQ.Socket frontend = stage.bound(SocketType.PULL, FRONT);
        ZMQ.Socket backend = stage.bound(SocketType.PUSH, BACK);
        Future<Boolean> device = stage.start(() -> ZMQ.device(ZMQ.STREAMER, frontend, backend));
        ZMQ.Socket sender = stage.connected(SocketType.PUSH, FRONT);
        ZMQ.Socket receiver = stage.connected(SocketType.PULL, BACK);
        send(sender, "through a device");
        assertThat(receive(receiver)).isEqualTo("through a device");
        frontend.close();
        assertThat(Stage.await(device)).isFalse();

        ZMQ.Socket next = stage.bound(SocketType.PULL, "inproc://next");
        Future<Boolean> queue = stage.start(() -> {
            new ZMQQueue(stage.context, next, backend).run();
            return true;
        });
        send(stage.connected(SocketType.PUSH, "inproc://next"), "through a queue");
        assertThat(receive(receiver)).isEqualTo("through a queue");
        backend.close();
        assertThat(Stage.await(queue)).isTrue();
    }

    @Test
    void whatCannotBeIsTold() {
        ZMQ.Socket pull = stage.open(SocketType.PULL);
        ZMQ.Socket push = stage.open(SocketType.PUSH);
        assertThatNullPointerException().isThrownBy(() -> ZMQ.proxy(null, push, null));
        assertThatNullPointerException().isThrownBy(() -> ZMQ.proxy(pull, null, null));
        assertThatIllegalArgumentException().isThrownBy(() -> ZMQ.proxy(pull, stage.open(SocketType.PULL), null));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ZMQ.proxy(pull, push, stage.open(SocketType.SUB)))
                .withMessageContaining("capture");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ZMQ.proxy(pull, push, null, stage.open(SocketType.PUB)))
                .withMessageContaining("control");
        pull.close();
        assertThat(ZMQ.proxy(pull, push, null)).isFalse();
    }
}
