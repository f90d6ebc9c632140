package zmq;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The channel of a socket in a selector of the application's. */
class ReadyChannelTest {
    private static final byte[] FRAME = "frame".getBytes(UTF_8);

    private static boolean select(Selector selector, long millis) throws IOException {
        int ready = millis == 0 ? selector.selectNow() : selector.select(millis);
        selector.selectedKeys().clear();
        return ready > 0;
    }

    private static Selector selectorOf(SocketBase socket) throws IOException {
        Selector selector = Selector.open();
        socket.getFD().register(selector, SelectionKey.OP_READ);
        return selector;
    }

    @Test
    void thereIsOneChannel() {
        try (var pair = SocketPair.inproc(ZMQ.ZMQ_PULL, ZMQ.ZMQ_PUSH)) {
            assertThat(pair.bound.getFD()).isSameAs(pair.bound.getSocketOptx(ZMQ.ZMQ_FD));
            assertThat(pair.bound.getFD().isBlocking()).isFalse();
            assertThat(pair.bound.getFD().validOps()).isEqualTo(SelectionKey.OP_READ);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void itIsReadableWhenAMessageComes(boolean isInproc) throws IOException {
        try (var pair = isInproc
                        ? SocketPair.inproc(ZMQ.ZMQ_PULL, ZMQ.ZMQ_PUSH)
                        : SocketPair.tcp(ZMQ.ZMQ_PULL, ZMQ.ZMQ_PUSH);
                Selector selector = selectorOf(pair.bound)) {
            for (int i = 0; i < 100; i++) {
                assertThat(pair.connected.send(FRAME, 0)).isTrue();
                while (pair.bound.getSocketOpt(ZMQ.ZMQ_EVENTS) != ZMQ.ZMQ_POLLIN) {
                    assertThat(select(selector, 20_000)).isTrue();
                }
                assertThat(pair.bound.recvBytes(ZMQ.ZMQ_DONTWAIT)).isEqualTo(FRAME);
                assertThat(pair.bound.recvBytes(ZMQ.ZMQ_DONTWAIT)).isNull();
                assertThat(pair.bound.errno()).isEqualTo(ZError.EAGAIN);
            }
        }
    }

    @Test
    void itIsReadableAtOnceIfSomethingIsThere() throws IOException {
        try (var pair = SocketPair.inproc(ZMQ.ZMQ_PULL, ZMQ.ZMQ_PUSH)) {
            assertThat(pair.connected.send(FRAME, 0)).isTrue();
            Within.until(() -> pair.bound.getSocketOpt(ZMQ.ZMQ_EVENTS) != 0);
            try (Selector selector = selectorOf(pair.bound)) {
                assertThat(select(selector, 20_000)).isTrue();
                assertThat(select(selector, 0)).isTrue();
            }
        }
    }

    @Test
    void askingForEventsMakesItUnreadable() throws IOException {
        try (var pair = SocketPair.inproc(ZMQ.ZMQ_PULL, ZMQ.ZMQ_PUSH);
                Selector selector = selectorOf(pair.bound)) {
            assertThat(pair.connected.send(FRAME, 0)).isTrue();
            assertThat(select(selector, 20_000)).isTrue();
            assertThat(pair.bound.getSocketOpt(ZMQ.ZMQ_EVENTS)).isEqualTo(ZMQ.ZMQ_POLLIN);
            assertThat(select(selector, 0)).isFalse();
            assertThat(pair.bound.recvBytes(0)).isEqualTo(FRAME);
        }
    }

    @Test
    void itIsReadableWhenThereIsRoomAgain() throws IOException {
        var ctx = new Ctx();
        SocketBase push = ctx.createSocket(ZMQ.ZMQ_PUSH);
        SocketBase pull = ctx.createSocket(ZMQ.ZMQ_PULL);
        try (Selector selector = selectorOf(push)) {
            assertThat(push.send(FRAME, ZMQ.ZMQ_DONTWAIT)).isFalse();
            assertThat(select(selector, 0)).isFalse();
            assertThat(pull.bind("inproc://room")).isTrue();
            assertThat(push.connect("inproc://room")).isTrue();
            assertThat(select(selector, 20_000)).isTrue();
            assertThat(push.send(FRAME, ZMQ.ZMQ_DONTWAIT)).isTrue();
        }
        assertThat(pull.recvBytes(0)).isEqualTo(FRAME);
        push.close();
        pull.close();
        ctx.terminate();
    }

    @Test
    void itIsReadableAtTheContextsEndAndClosedWithTheSocket() throws IOException {
        var ctx = new Ctx();
        SocketBase pull = ctx.createSocket(ZMQ.ZMQ_PULL);
        try (Selector selector = selectorOf(pull)) {
            var terminating = Within.aside(() -> {
                ctx.terminate();
                return true;
            });
            assertThat(select(selector, 20_000)).isTrue();
            assertThat(pull.getSocketOpt(ZMQ.ZMQ_EVENTS)).isEqualTo(-1);
            assertThat(pull.errno()).isEqualTo(ZError.ETERM);
            var channel = pull.getFD();
            pull.close();
            assertThat(channel.isOpen()).isFalse();
            assertThat(Within.result(terminating)).isTrue();
        }
    }
}
