package org.zeromq;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Pipe;
import java.nio.channels.SelectableChannel;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Waiting for several sockets and channels, each with its index. */
class PollerTest {
    private final Stage stage = new Stage();
    private final ZMQ.Socket[] pair = stage.pair();
    private final ZMQ.Socket here = pair[0];
    private final ZMQ.Socket there = pair[1];

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void indexesCountUpAndMoveUpWhenOneIsUnregistered() {
        try (ZMQ.Poller poller = stage.context.poller(1)) {
            assertThat(poller.register(here, ZMQ.Poller.POLLIN)).isZero();
            assertThat(poller.register(there)).isEqualTo(1);
            assertThat(poller.register(new ZMQ.PollItem(here, ZMQ.Poller.POLLOUT)))
                    .isEqualTo(2);
            assertThat(poller.getSize()).isEqualTo(3);

            poller.unregister(here);

            assertThat(poller.getSize()).isEqualTo(1);
            assertThat(poller.getSocket(0)).isSameAs(there);
            assertThat(poller.register(here)).isEqualTo(1);
        }
    }

    @Test
    void whatIsReadyIsAskedByIndex() {
        try (ZMQ.Poller poller = stage.context.poller()) {
            poller.register(here, ZMQ.Poller.POLLIN);
            poller.register(there, ZMQ.Poller.POLLIN);
            poller.register(there, ZMQ.Poller.POLLOUT);
            there.send("to here");

            assertThat(poller.poll(Stage.IN_TIME_MILLIS)).isEqualTo(2);
            assertThat(poller.pollin(0)).isTrue();
            assertThat(poller.pollout(0)).isFalse();
            assertThat(poller.pollin(1)).isFalse();
            assertThat(poller.pollin(2)).isFalse();
            assertThat(poller.pollout(2)).isTrue();
            assertThat(poller.pollerr(2)).isFalse();
            assertThat(poller.getItem(2).readyOps()).isEqualTo(ZMQ.Poller.POLLOUT);
            assertThat(poller.getItem(2).getSocket()).isSameAs(there);

            here.recv();

            assertThat(poller.poll(0)).isEqualTo(1);
            assertThat(poller.pollin(0)).isFalse();
        }
    }

    @Test
    void channelsAndSocketsAreMixed() throws Exception {
        Pipe pipe = Pipe.open();
        try (ZMQ.Poller poller = stage.context.poller()) {
            pipe.source().configureBlocking(false);
            pipe.sink().configureBlocking(false);
            poller.register(here, ZMQ.Poller.POLLIN);
            poller.register(pipe.source(), ZMQ.Poller.POLLIN);
            poller.register(pipe.sink(), ZMQ.Poller.POLLOUT);

            assertThat(poller.poll(Stage.IN_TIME_MILLIS)).isEqualTo(1);
            assertThat(poller.pollout(2)).isTrue();

            pipe.sink().write(ByteBuffer.wrap(new byte[1]));
            there.send("to here");
            Stage.await(() -> poller.poll(Stage.IN_TIME_MILLIS) == 3, "all three are ready");

            assertThat(poller.pollin(0)).isTrue();
            assertThat(poller.pollin(1)).isTrue();
            assertThat(poller.getItem(1).getRawSocket()).isSameAs(pipe.source());
            assertThat(poller.getSocket(1)).isNull();

            poller.unregister(pipe.source());
            poller.unregister(pipe.sink());

            assertThat(poller.getSize()).isEqualTo(1);
            assertThat(poller.poll(0)).isEqualTo(1);
        } finally {
            pipe.source().close();
            pipe.sink().close();
        }
    }

    @Test
    void aListeningChannelIsReadableWhenItCanAccept() throws Exception {
        try (ZMQ.Poller poller = stage.context.poller();
                ServerSocketChannel server = ServerSocketChannel.open()) {
            server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            server.configureBlocking(false);
            poller.register(server, ZMQ.Poller.POLLIN);
            assertThat(poller.poll(0)).isZero();

            try (SocketChannel client = SocketChannel.open(server.getLocalAddress())) {
                assertThat(poller.poll(Stage.IN_TIME_MILLIS)).isEqualTo(1);
                assertThat(poller.pollin(0)).isTrue();
                assertThat(client.isConnected()).isTrue();
            }
        }
    }

    @Test
    void thereIsRoomForMoreThanTheFirst() {
        try (ZMQ.Poller poller = stage.context.poller(2)) {
            for (int i = 0; i < 100; i++) {
                assertThat(poller.register(here, ZMQ.Poller.POLLOUT)).isEqualTo(i);
            }
            assertThat(poller.poll(Stage.IN_TIME_MILLIS)).isEqualTo(100);
            assertThat(poller.pollout(99)).isTrue();
        }
    }

    @Test
    void anEmptySlotIsNeverReady() {
        try (ZMQ.Poller poller = stage.context.poller()) {
            assertThat(poller.register((ZMQ.PollItem) null)).isZero();
            assertThat(poller.register((SelectableChannel) null)).isEqualTo(1);
            assertThat(poller.register(here, ZMQ.Poller.POLLOUT)).isEqualTo(2);

            assertThat(poller.poll(Stage.IN_TIME_MILLIS)).isEqualTo(1);
            assertThat(poller.pollout(0)).isFalse();
            assertThat(poller.pollin(0)).isFalse();
            assertThat(poller.pollerr(0)).isFalse();
            assertThat(poller.getSocket(0)).isNull();
            assertThat(poller.pollout(1)).isFalse();
            assertThat(poller.pollout(2)).isTrue();

            poller.unregister((ZMQ.Socket) null);
            poller.unregister((SelectableChannel) null);
            assertThat(poller.getSize()).isEqualTo(3);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 1, 32})
    void anIndexThatThereIsNotIsNeverReady(int index) {
        try (ZMQ.Poller poller = stage.context.poller()) {
            poller.register(here, ZMQ.Poller.POLLOUT);
            poller.poll(Stage.IN_TIME_MILLIS);
            assertThat(poller.pollin(index)).isFalse();
            assertThat(poller.pollout(index)).isFalse();
            assertThat(poller.pollerr(index)).isFalse();
            assertThat(poller.getItem(index)).isNull();
            assertThat(poller.getSocket(index)).isNull();
        }
    }

    @Test
    void withoutItemsItDoesNotWait() {
        try (ZMQ.Poller poller = stage.context.poller()) {
            assertThat(poller.poll()).isZero();
            assertThat(poller.poll(-1)).isZero();
        }
    }

    @Test
    @SuppressWarnings("deprecation")
    void aTimeoutCanBeSetForAll() {
        try (ZMQ.Poller poller = stage.context.poller()) {
            assertThat(poller.getTimeout()).isEqualTo(-1);
            poller.setTimeout(-2);
            assertThat(poller.getTimeout()).isEqualTo(-1);
            poller.setTimeout(1);
            poller.register(here, ZMQ.Poller.POLLIN);
            assertThat(poller.poll()).isZero();
            assertThat(poller.getNext()).isEqualTo(poller.getSize());
        }
    }

    @Test
    void anInterruptEndsAWaitAndItsFlagStays() throws Exception {
        try (ZMQ.Poller poller = stage.context.poller()) {
            poller.register(here, ZMQ.Poller.POLLIN);
            var thread = new Thread[1];
            var begun = new CountDownLatch(1);
            Future<String> poll = stage.start(() -> {
                thread[0] = Thread.currentThread();
                begun.countDown();
                return poller.poll(-1) + " " + here.errno() + " "
                        + Thread.currentThread().isInterrupted();
            });
            begun.await();
            thread[0].interrupt();
            assertThat(Stage.await(poll)).isEqualTo("-1 4 true");
            there.send("still of use");
            assertThat(poller.poll(Stage.IN_TIME_MILLIS)).isEqualTo(1);
        }
    }

    @Test
    void theEndOfTheContextEndsAWait() throws Exception {
        ZMQ.Poller poller = stage.context.poller();
        poller.register(here, ZMQ.Poller.POLLIN);
        Future<Integer> poll = stage.start(() -> poller.poll(-1));
        Future<Boolean> term = stage.start(() -> {
            stage.context.term();
            return true;
        });
        assertThat(Stage.await(poll)).isEqualTo(-1);
        assertThat(poller.poll(-1)).isEqualTo(-1);
        here.close();
        there.close();
        Stage.await(term);
        assertThat(poller.poll(-1)).isEqualTo(-1);
        poller.close();
    }

    @Test
    void closingAPollerEndsAWait() throws Exception {
        ZMQ.Poller poller = stage.context.poller();
        poller.register(here, ZMQ.Poller.POLLIN);
        Future<Integer> poll = stage.start(() -> poller.poll(-1));
        poller.close();
        poller.close();
        assertThat(Stage.await(poll)).isEqualTo(-1);
        assertThat(poller.poll(-1)).isEqualTo(-1);
    }

    @Test
    void aSelectorOfTheContextIsEnoughToPollWith() {
        Selector selector = stage.context.selector();
        ZMQ.PollItem[] items = {
            new ZMQ.PollItem(here, ZMQ.Poller.POLLIN), new ZMQ.PollItem(there, ZMQ.Poller.POLLIN | ZMQ.Poller.POLLOUT)
        };
        there.send("to here");
        assertThat(ZMQ.poll(selector, items, Stage.IN_TIME_MILLIS)).isEqualTo(2);
        assertThat(items[0].isReadable()).isTrue();
        assertThat(items[1].isWritable()).isTrue();
        assertThat(items[1].isReadable()).isFalse();
        assertThat(items[1].isError()).isFalse();
        here.recv();
        assertThat(ZMQ.poll(selector, items, 1, 0)).isZero();
        assertThat(items[0].readyOps()).isZero();
        assertThat(stage.context.close(selector)).isTrue();
        assertThat(stage.context.close(selector)).isFalse();
    }

    @Test
    void itemsOfTheSameSocketAreEqual() {
        var item = new ZMQ.PollItem(here, ZMQ.Poller.POLLIN);
        assertThat(item)
                .isEqualTo(new ZMQ.PollItem(here, ZMQ.Poller.POLLOUT))
                .hasSameHashCodeAs(new ZMQ.PollItem(here, ZMQ.Poller.POLLOUT))
                .isNotEqualTo(new ZMQ.PollItem(there, ZMQ.Poller.POLLIN))
                .isNotEqualTo(null);
    }
}
