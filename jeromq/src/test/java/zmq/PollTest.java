package zmq;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zmq4j.jeromq.PollLoop;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Pipe;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import zmq.poll.PollItem;

/** Sockets and raw channels in one selector of the caller's. */
class PollTest {
    private static final byte[] FRAME = "frame".getBytes(UTF_8);

    private SocketPair pair;
    private Selector selector;
    private Pipe pipe;
    private PollItem in;
    private PollItem out;
    private PollItem raw;

    @BeforeEach
    void open() throws IOException {
        pair = SocketPair.tcp(ZMQ.ZMQ_PULL, ZMQ.ZMQ_PUSH);
        selector = Selector.open();
        pipe = Pipe.open();
        pipe.source().configureBlocking(false);
        in = new PollItem(pair.bound, ZMQ.ZMQ_POLLIN);
        out = new PollItem(pair.connected, ZMQ.ZMQ_POLLOUT);
        raw = new PollItem(pipe.source(), ZMQ.ZMQ_POLLIN);
    }

    @AfterEach
    void close() throws IOException {
        pair.close();
        selector.close();
        pipe.source().close();
        pipe.sink().close();
    }

    private int poll(long millis, PollItem... items) {
        return PollLoop.poll(selector, items, items.length, millis);
    }

    private void write() throws IOException {
        assertThat(pipe.sink().write(ByteBuffer.wrap(FRAME))).isEqualTo(FRAME.length);
    }

    private void read() throws IOException {
        assertThat(pipe.source().read(ByteBuffer.allocate(100))).isEqualTo(FRAME.length);
    }

    @Test
    void itemsAreReadyEachForItself() throws IOException {
        Within.until(() -> poll(0, out) == 1);
        assertThat(poll(0, in, out, raw)).isOne();
        assertThat(in.isReadable()).isFalse();
        assertThat(out.isWritable()).isTrue();
        assertThat(raw.isReadable()).isFalse();

        write();
        assertThat(pair.connected.send(FRAME, 0)).isTrue();
        Within.until(() -> poll(20_000, in, raw) == 2);
        assertThat(in.readyOps()).isEqualTo(ZMQ.ZMQ_POLLIN);
        assertThat(raw.readyOps()).isEqualTo(ZMQ.ZMQ_POLLIN);

        read();
        assertThat(poll(20_000, raw, in)).isOne();
        assertThat(raw.isReadable()).isFalse();
        assertThat(in.isReadable()).isTrue();
    }

    @Test
    void aMessageEndsTheWait() {
        for (int i = 0; i < 50; i++) {
            var polling = Within.aside(() -> poll(-1, in, raw));
            assertThat(pair.connected.send(FRAME, 0)).isTrue();
            assertThat(Within.result(polling)).isOne();
            assertThat(in.isReadable()).isTrue();
            assertThat(pair.bound.recvBytes(ZMQ.ZMQ_DONTWAIT)).isEqualTo(FRAME);
        }
    }

    @Test
    void aRawChannelEndsTheWait() throws IOException {
        for (int i = 0; i < 50; i++) {
            var polling = Within.aside(() -> poll(-1, in, raw));
            write();
            assertThat(Within.result(polling)).isOne();
            assertThat(raw.isReadable()).isTrue();
            read();
        }
    }

    @Test
    void timePasses() {
        long began = System.nanoTime();
        assertThat(poll(30, in, raw)).isZero();
        assertThat(poll(30, in)).isZero();
        assertThat(poll(30)).isZero();
        assertThat(System.nanoTime() - began).isGreaterThanOrEqualTo(90_000_000L);
        assertThat(poll(0, in, raw)).isZero();
        assertThat(poll(-1)).isZero();
    }

    @Test
    void placesThatAreEmptyAreLeftOut() {
        assertThat(pair.connected.send(FRAME, 0)).isTrue();
        assertThat(poll(-1, null, in, null)).isOne();
        assertThat(in.isReadable()).isTrue();
    }

    @Test
    void oneChannelInTwoItems() throws IOException {
        var again = new PollItem(pipe.source(), ZMQ.ZMQ_POLLIN);
        write();
        assertThat(poll(-1, raw, again)).isEqualTo(2);
        var sink = new PollItem(pipe.sink(), ZMQ.ZMQ_POLLOUT);
        pipe.sink().configureBlocking(false);
        assertThat(poll(-1, sink)).isOne();
        assertThat(sink.isWritable()).isTrue();
    }

    @Test
    void twoItemsOfOneChannelWaitForDifferentThings() throws IOException {
        try (var server = ServerSocketChannel.open().bind(new InetSocketAddress("127.0.0.1", 0));
                var client = SocketChannel.open(server.getLocalAddress());
                var accepted = server.accept()) {
            client.configureBlocking(false);
            var reading = new PollItem(client, ZMQ.ZMQ_POLLIN);
            var writing = new PollItem(client, ZMQ.ZMQ_POLLOUT);
            assertThat(poll(-1, reading, writing)).isOne();
            assertThat(reading.readyOps()).isZero();
            assertThat(writing.readyOps()).isEqualTo(ZMQ.ZMQ_POLLOUT);

            assertThat(accepted.write(ByteBuffer.wrap(FRAME))).isEqualTo(FRAME.length);
            Within.until(() -> poll(-1, reading, writing) == 2);
            assertThat(reading.readyOps()).isEqualTo(ZMQ.ZMQ_POLLIN);
            assertThat(writing.readyOps()).isEqualTo(ZMQ.ZMQ_POLLOUT);
        }
    }

    @Test
    void aSocketsOwnChannelIsARawChannelToo() {
        var own = new PollItem(pair.bound.getFD(), ZMQ.ZMQ_POLLIN);
        Within.until(() -> pair.bound.getSocketOpt(ZMQ.ZMQ_EVENTS) == 0 && poll(0, own) == 0);
        var polling = Within.aside(() -> poll(-1, own));
        assertThat(pair.connected.send(FRAME, 0)).isTrue();
        assertThat(Within.result(polling)).isOne();
        assertThat(own.isReadable()).isTrue();
    }

    @Test
    void aChannelThatIsNoLongerWaitedForIsFree() throws IOException {
        assertThat(poll(0, raw, in)).isZero();
        assertThat(pipe.source().keyFor(selector)).isNotNull();
        assertThat(poll(0, in)).isZero();
        assertThat(pipe.source().isRegistered()).isFalse();
        pipe.source().configureBlocking(true);
        pipe.source().configureBlocking(false);
        write();
        assertThat(poll(-1, raw)).isOne();
    }

    @Test
    void aWakeUpFromOutsideDoesNotEndTheWait() throws IOException {
        var polling = Within.waiting(() -> poll(-1, in, raw));
        for (int i = 0; i < 10; i++) {
            selector.wakeup();
        }
        assertThat(polling.future()).isNotDone();
        write();
        assertThat(polling.result()).isOne();
    }

    @Test
    void anInterruptEndsTheWaitAndKeepsTheFlag() {
        for (PollItem[] items : new PollItem[][] {{in}, {in, raw}}) {
            var polling = Within.waiting(() -> poll(-1, items) == -1 && Thread.interrupted() ? pair.bound.errno() : 0);
            polling.thread().interrupt();
            assertThat(polling.result()).isEqualTo(ZError.EINTR);
        }
        assertThat(pair.connected.send(FRAME, 0)).isTrue();
        assertThat(poll(-1, in)).isOne();
    }

    @Test
    void theEndOfASocketEndsTheWait() {
        var polling = Within.waiting(() -> poll(-1, in, raw) == -1 ? pair.bound.errno() : 0);
        pair.bound.close();
        assertThat(polling.result()).isEqualTo(ZError.ETERM);
        assertThat(poll(-1, in)).isEqualTo(-1);
    }

    @Test
    void theEndOfTheContextEndsTheWait() {
        var polling = Within.waiting(() -> poll(-1, in, raw) == -1 ? pair.bound.errno() : 0);
        var terminating = Within.aside(() -> {
            pair.ctx.terminate();
            return true;
        });
        assertThat(polling.result()).isEqualTo(ZError.ETERM);
        pair.bound.close();
        pair.connected.close();
        assertThat(Within.result(terminating)).isTrue();
    }

    @Test
    void theEndOfTheSelectorEndsTheWait() throws IOException {
        var polling = Within.waiting(() -> poll(-1, in) == -1 ? pair.bound.errno() : 0);
        selector.close();
        assertThat(polling.result()).isEqualTo(ZError.ETERM);
    }

    @Test
    void aRawChannelThatIsClosedIsAnError() throws IOException {
        var polling = Within.waiting(() -> poll(-1, in, raw));
        pipe.source().close();
        assertThat(polling.result()).isOne();
        assertThat(raw.isError()).isTrue();
        assertThatThrownBy(() -> poll(-1, in, raw)).isInstanceOf(ZError.IOException.class);
    }

    @Test
    void aSocketThatIsPolledByNobodyIsReadAsBefore() {
        assertThat(poll(1, in, raw)).isZero();
        assertThat(pair.connected.send(FRAME, 0)).isTrue();
        assertThat(pair.bound.recvBytes(0)).isEqualTo(FRAME);
    }

    @Test
    void keysAreTheCallersOwn() throws IOException {
        assertThat(poll(0, in, raw)).isZero();
        SelectionKey key = pipe.source().keyFor(selector);
        assertThat(poll(0, in, raw)).isZero();
        assertThat(pipe.source().keyFor(selector)).isSameAs(key);
        assertThat(selector.keys()).containsExactly(key);
    }
}
