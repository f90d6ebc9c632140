package zmq;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.message.Message;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** Messages frame by frame: what is half sent, and what is half received. */
class FramesTest {
    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, UTF_8);
    }

    @Test
    void framesGoAsOneMessageWithTheLast() {
        try (var pair = SocketPair.tcp(ZMQ.ZMQ_PULL, ZMQ.ZMQ_PUSH)) {
            assertThat(pair.connected.send(bytes("a"), ZMQ.ZMQ_SNDMORE)).isTrue();
            assertThat(pair.connected.send(bytes("b"), ZMQ.ZMQ_SNDMORE)).isTrue();
            assertThat(pair.connected.send(bytes("c"), 0)).isTrue();

            assertThat(pair.bound.recvMessage(0)).isEqualTo(Message.of("a", "b", "c"));
            assertThat(pair.bound.getSocketOpt(ZMQ.ZMQ_RCVMORE)).isZero();
        }
    }

    @Test
    void receivingFrameByFrameTellsWhetherMoreFollow() {
        try (var pair = SocketPair.inproc(ZMQ.ZMQ_PULL, ZMQ.ZMQ_PUSH)) {
            assertThat(pair.connected.send(Message.of("a", "b"), 0)).isTrue();
            assertThat(pair.connected.send(Message.of("c"), 0)).isTrue();

            assertThat(text(pair.bound.recvBytes(0))).isEqualTo("a");
            assertThat(pair.bound.getSocketOpt(ZMQ.ZMQ_RCVMORE)).isOne();
            assertThat(pair.bound.getSocketOpt(ZMQ.ZMQ_EVENTS)).isEqualTo(ZMQ.ZMQ_POLLIN);
            Msg second = pair.bound.recv(0);
            assertThat(text(second.data())).isEqualTo("b");
            assertThat(second.hasMore()).isFalse();
            assertThat(pair.bound.getSocketOptx(ZMQ.ZMQ_RCVMORE)).isEqualTo(0);
            assertThat(text(pair.bound.recvBytes(0))).isEqualTo("c");
        }
    }

    @Test
    void whatIsLeftOfAMessageComesAsOne() {
        try (var pair = SocketPair.inproc(ZMQ.ZMQ_PULL, ZMQ.ZMQ_PUSH)) {
            assertThat(pair.connected.send(Message.of("a", "b", "c"), 0)).isTrue();

            Msg first = pair.bound.recv(0);
            assertThat(first.hasMore()).isTrue();
            assertThat(pair.bound.recvMessage(0)).isEqualTo(Message.of("b", "c"));
            assertThat(pair.bound.recvMessage(ZMQ.ZMQ_DONTWAIT)).isNull();
            assertThat(pair.bound.errno()).isEqualTo(ZError.EAGAIN);
        }
    }

    @Test
    void wholeMessagesGoBehindWhatIsHalfSent() {
        try (var pair = SocketPair.inproc(ZMQ.ZMQ_PULL, ZMQ.ZMQ_PUSH)) {
            assertThat(pair.connected.send(Message.of("a", "b"), ZMQ.ZMQ_SNDMORE))
                    .isTrue();
            assertThat(pair.connected.send(new Msg(bytes("c")), ZMQ.ZMQ_SNDMORE))
                    .isTrue();
            assertThat(pair.connected.send(Message.of("d", "e"), 0)).isTrue();

            assertThat(pair.bound.recvMessage(0)).isEqualTo(Message.of("a", "b", "c", "d", "e"));
        }
    }

    @Test
    void anArrayIsQueuedItself() {
        try (var pair = SocketPair.inproc(ZMQ.ZMQ_PULL, ZMQ.ZMQ_PUSH)) {
            byte[] sent = bytes("same");
            assertThat(pair.connected.send(sent, 0)).isTrue();
            assertThat(pair.bound.recvBytes(0)).isSameAs(sent);
        }
    }

    @Test
    void noBytesAreAnEmptyFrame() {
        try (var pair = SocketPair.inproc(ZMQ.ZMQ_PULL, ZMQ.ZMQ_PUSH)) {
            assertThat(pair.connected.send((byte[]) null, 0)).isTrue();
            assertThat(pair.bound.recvBytes(0)).isEmpty();
            assertThat(pair.connected.send((Msg) null, 0)).isFalse();
            assertThat(pair.connected.errno()).isEqualTo(ZError.EFAULT);
        }
    }

    @Test
    void theMoreFlagOfAMsgIsWhatTheCallSays() {
        try (var pair = SocketPair.inproc(ZMQ.ZMQ_PULL, ZMQ.ZMQ_PUSH)) {
            var msg = new Msg(bytes("a"));
            msg.setFlags(Msg.MORE);
            assertThat(pair.connected.send(msg, 0)).isTrue();
            assertThat(pair.bound.recv(0).hasMore()).isFalse();
        }
    }

    @Test
    void whatIsHalfSentAtCloseIsDropped() {
        try (var pair = SocketPair.tcp(ZMQ.ZMQ_PULL, ZMQ.ZMQ_PUSH)) {
            SocketBase other = pair.ctx.createSocket(ZMQ.ZMQ_PUSH);
            assertThat(other.connect((String) pair.bound.getSocketOptx(ZMQ.ZMQ_LAST_ENDPOINT)))
                    .isTrue();
            assertThat(other.send(bytes("whole"), 0)).isTrue();
            assertThat(other.send(bytes("half"), ZMQ.ZMQ_SNDMORE)).isTrue();
            other.close();

            assertThat(text(pair.bound.recvBytes(0))).isEqualTo("whole");
            assertThat(pair.connected.send(bytes("next"), 0)).isTrue();
            assertThat(text(pair.bound.recvBytes(0))).isEqualTo("next");
        }
    }

    @Test
    void aRoutersMessageForWhichThereIsNoRoomIsNotInFrontOfTheNext() {
        var ctx = new Ctx();
        SocketBase router = ctx.createSocket(ZMQ.ZMQ_ROUTER);
        SocketBase slow = ctx.createSocket(ZMQ.ZMQ_DEALER);
        SocketBase other = ctx.createSocket(ZMQ.ZMQ_DEALER);
        assertThat(router.setSocketOpt(ZMQ.ZMQ_ROUTER_MANDATORY, true)).isTrue();
        assertThat(router.setSocketOpt(ZMQ.ZMQ_SNDHWM, 2)).isTrue();
        assertThat(slow.setSocketOpt(ZMQ.ZMQ_RCVHWM, 2)).isTrue();
        assertThat(router.bind("inproc://slow")).isTrue();
        connectTo(router, slow, "slow");
        connectTo(router, other, "other");

        int taken = 0;
        while (sendTo(router, "slow", "many")) {
            taken++;
        }
        assertThat(router.errno()).isEqualTo(ZError.EAGAIN);

        assertThat(sendTo(router, "other", "secret")).isTrue();
        assertThat(other.recvMessage(0)).isEqualTo(Message.of("secret"));
        for (int i = 0; i < taken; i++) {
            assertThat(slow.recvMessage(0)).isEqualTo(Message.of("many"));
        }
        assertThat(sendTo(router, "slow", "again")).isTrue();
        assertThat(slow.recvMessage(0)).isEqualTo(Message.of("again"));

        List.of(router, slow, other).forEach(SocketBase::close);
        ctx.terminate();
    }

    private static void connectTo(SocketBase router, SocketBase dealer, String id) {
        assertThat(dealer.setSocketOpt(ZMQ.ZMQ_IDENTITY, id)).isTrue();
        assertThat(dealer.connect("inproc://slow")).isTrue();
        assertThat(dealer.send(bytes("hello"), 0)).isTrue();
        assertThat(router.recvMessage(0)).isEqualTo(Message.of(id, "hello"));
    }

    private static boolean sendTo(SocketBase router, String id, String body) {
        return router.send(bytes(id), ZMQ.ZMQ_SNDMORE | ZMQ.ZMQ_DONTWAIT) && router.send(bytes(body), ZMQ.ZMQ_DONTWAIT);
    }

    @Test
    void theFirstFrameTellsThatNobodyTakesTheMessage() {
        var ctx = new Ctx();
        SocketBase push = ctx.createSocket(ZMQ.ZMQ_PUSH);
        assertThat(push.send(bytes("a"), ZMQ.ZMQ_SNDMORE | ZMQ.ZMQ_DONTWAIT)).isFalse();
        assertThat(push.errno()).isEqualTo(ZError.EAGAIN);
        assertThat(push.setSocketOpt(ZMQ.ZMQ_SNDTIMEO, 10)).isTrue();
        assertThat(push.send(bytes("a"), ZMQ.ZMQ_SNDMORE)).isFalse();
        assertThat(push.errno()).isEqualTo(ZError.EAGAIN);
        push.close();
        ctx.terminate();
    }

    @Test
    void theFirstFrameWaitsForSomebodyWhoTakesTheMessage() {
        var ctx = new Ctx();
        SocketBase push = ctx.createSocket(ZMQ.ZMQ_PUSH);
        var sent =
                Within.waiting(() -> push.send(bytes("a"), ZMQ.ZMQ_SNDMORE) && push.send(bytes("b"), ZMQ.ZMQ_DONTWAIT));
        SocketBase pull = ctx.createSocket(ZMQ.ZMQ_PULL);
        assertThat(pull.bind("inproc://late")).isTrue();
        assertThat(push.connect("inproc://late")).isTrue();
        assertThat(sent.result()).isTrue();
        assertThat(pull.recvMessage(0)).isEqualTo(Message.of("a", "b"));
        push.close();
        pull.close();
        ctx.terminate();
    }

    /** Half a message, and nobody there any more to take it; the endpoint. */
    private static String halfSentToNobody(SocketPair pair) {
        assertThat(pair.connected.send(bytes("a"), ZMQ.ZMQ_SNDMORE)).isTrue();
        String endpoint = (String) pair.bound.getSocketOptx(ZMQ.ZMQ_LAST_ENDPOINT);
        assertThat(pair.connected.termEndpoint(endpoint)).isTrue();
        Within.until(() -> pair.connected.socket().peerCount() == 0);
        return endpoint;
    }

    @Test
    void aMessageWhoseLastFrameIsRefusedIsSentAgainFromItsFirst() {
        try (var pair = SocketPair.inproc(ZMQ.ZMQ_PULL, ZMQ.ZMQ_PUSH)) {
            String endpoint = halfSentToNobody(pair);

            assertThat(pair.connected.send(bytes("b"), ZMQ.ZMQ_DONTWAIT)).isFalse();
            assertThat(pair.connected.errno()).isEqualTo(ZError.EAGAIN);
            assertThat(pair.connected.ready(ZMQ.ZMQ_POLLOUT)).isZero();

            assertThat(pair.connected.connect(endpoint)).isTrue();
            assertThat(pair.connected.send(bytes("a"), ZMQ.ZMQ_SNDMORE)).isTrue();
            assertThat(pair.connected.send(bytes("b"), 0)).isTrue();
            assertThat(pair.bound.recvMessage(0)).isEqualTo(Message.of("a", "b"));
        }
    }

    @Test
    void aLastFrameThatWaitsUntilItIsCancelledGoesBehindTheOthers() {
        try (var pair = SocketPair.inproc(ZMQ.ZMQ_PULL, ZMQ.ZMQ_PUSH)) {
            String endpoint = halfSentToNobody(pair);
            var sent = Within.waiting(() -> pair.connected.send(new Msg(bytes("b")), 0, new AtomicBoolean()));

            assertThat(pair.connected.connect(endpoint)).isTrue();
            assertThat(sent.result()).isTrue();
            assertThat(pair.bound.recvMessage(0)).isEqualTo(Message.of("a", "b"));
        }
    }

    @Test
    void aRouterThatMustReachItsPeersTellsWithTheFirstFrame() {
        var ctx = new Ctx();
        SocketBase router = ctx.createSocket(ZMQ.ZMQ_ROUTER);
        assertThat(router.send(bytes("nobody"), ZMQ.ZMQ_SNDMORE)).isTrue();
        assertThat(router.send(bytes("lost"), 0)).isTrue();
        assertThat(router.setSocketOpt(ZMQ.ZMQ_ROUTER_MANDATORY, true)).isTrue();
        assertThat(router.send(bytes("nobody"), ZMQ.ZMQ_SNDMORE)).isFalse();
        assertThat(router.errno()).isEqualTo(ZError.EHOSTUNREACH);
        assertThat(router.send(Message.of("nobody", "lost"), 0)).isFalse();
        assertThat(router.errno()).isEqualTo(ZError.EHOSTUNREACH);
        router.close();
        ctx.terminate();
    }

    @Test
    void requestsAndRepliesTakeTurns() {
        try (var pair = SocketPair.inproc(ZMQ.ZMQ_REP, ZMQ.ZMQ_REQ)) {
            assertThat(pair.connected.recvBytes(0)).isNull();
            assertThat(pair.connected.errno()).isEqualTo(ZError.EFSM);
            assertThat(pair.bound.send(bytes("early"), ZMQ.ZMQ_SNDMORE)).isFalse();
            assertThat(pair.bound.errno()).isEqualTo(ZError.EFSM);
            assertThat(pair.bound.send(bytes("early"), 0)).isFalse();
            assertThat(pair.bound.errno()).isEqualTo(ZError.EFSM);

            assertThat(pair.connected.send(Message.of("a", "b"), 0)).isTrue();
            assertThat(pair.connected.send(bytes("again"), ZMQ.ZMQ_SNDMORE)).isFalse();
            assertThat(pair.connected.errno()).isEqualTo(ZError.EFSM);

            assertThat(text(pair.bound.recvBytes(0))).isEqualTo("a");
            assertThat(pair.bound.send(bytes("too early"), 0)).isFalse();
            assertThat(pair.bound.errno()).isEqualTo(ZError.EFSM);
            assertThat(text(pair.bound.recvBytes(0))).isEqualTo("b");
            assertThat(pair.bound.send(bytes("c"), ZMQ.ZMQ_SNDMORE)).isTrue();
            assertThat(pair.bound.send(bytes("d"), 0)).isTrue();

            assertThat(pair.connected.recvMessage(0)).isEqualTo(Message.of("c", "d"));
        }
    }

    @Test
    void aRelaxedReqMayAskAgain() {
        try (var pair = SocketPair.inproc(ZMQ.ZMQ_REP, ZMQ.ZMQ_REQ)) {
            assertThat(pair.connected.setSocketOpt(ZMQ.ZMQ_REQ_RELAXED, true)).isTrue();
            assertThat(pair.connected.send(bytes("a"), 0)).isTrue();
            assertThat(text(pair.bound.recvBytes(0))).isEqualTo("a");
            assertThat(pair.connected.send(bytes("b"), ZMQ.ZMQ_SNDMORE)).isTrue();
            assertThat(pair.connected.send(bytes("c"), 0)).isTrue();
        }
    }

    // ---- threads that share a socket

    @Test
    void twoThreadsThatReceiveByFramesLoseNone() throws Exception {
        int messages = 5_000;
        try (var pair = SocketPair.inproc(ZMQ.ZMQ_PULL, ZMQ.ZMQ_PUSH)) {
            // A reader may wait for a message while the other one has left the rest of the last.
            assertThat(pair.bound.setSocketOpt(ZMQ.ZMQ_RCVTIMEO, 10)).isTrue();
            Set<String> frames = ConcurrentHashMap.newKeySet();
            long deadline = System.nanoTime() + Within.DEADLINE.toNanos();
            List<Thread> readers = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                var reader = new Thread(() -> {
                    while (frames.size() < 3 * messages && System.nanoTime() < deadline) {
                        byte[] frame = pair.bound.recvBytes(0);
                        if (frame != null) {
                            frames.add(text(frame));
                        }
                    }
                });
                reader.start();
                readers.add(reader);
            }
            for (int i = 0; i < messages; i++) {
                assertThat(pair.connected.send(Message.of("a" + i, "b" + i, "c" + i), 0))
                        .isTrue();
            }
            for (Thread reader : readers) {
                reader.join(20_000);
            }
            assertThat(frames).hasSize(3 * messages);
        }
    }

    @Test
    void twoThreadsThatSendByFramesLoseNone() throws Exception {
        int messages = 5_000;
        try (var pair = SocketPair.inproc(ZMQ.ZMQ_PULL, ZMQ.ZMQ_PUSH)) {
            assertThat(pair.bound.setSocketOpt(ZMQ.ZMQ_RCVTIMEO, 20_000)).isTrue();
            List<Thread> senders = new ArrayList<>();
            for (String name : List.of("x", "y")) {
                var sender = new Thread(() -> {
                    for (int i = 0; i < messages; i++) {
                        pair.connected.send(bytes(name + i), ZMQ.ZMQ_SNDMORE);
                        pair.connected.send(bytes("last of " + name + i), 0);
                    }
                });
                sender.start();
                senders.add(sender);
            }
            Set<String> frames = new HashSet<>();
            while (frames.size() < 4 * messages) {
                byte[] frame = pair.bound.recvBytes(0);
                assertThat(frame).as("frame " + frames.size()).isNotNull();
                frames.add(text(frame));
            }
            for (Thread sender : senders) {
                sender.join(20_000);
            }
        }
    }
}
