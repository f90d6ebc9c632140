package io.zmq4j.interop;

import static io.zmq4j.options.SocketOptions.FOREVER;
import static io.zmq4j.options.SocketOptions.LINGER;
import static io.zmq4j.options.SocketOptions.RECONNECT_IVL;
import static io.zmq4j.options.SocketOptions.ROUTING_ID;
import static io.zmq4j.options.SocketOptions.SNDBUF;
import static io.zmq4j.options.SocketOptions.SNDHWM;
import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.DealerSocket;
import io.zmq4j.Poller;
import io.zmq4j.Proxy;
import io.zmq4j.PullSocket;
import io.zmq4j.PushSocket;
import io.zmq4j.RepSocket;
import io.zmq4j.ReqSocket;
import io.zmq4j.RouterSocket;
import io.zmq4j.event.DropReason;
import io.zmq4j.event.SocketEvent;
import io.zmq4j.message.Message;
import io.zmq4j.testkit.Bytes;
import io.zmq4j.testkit.Greeting;
import io.zmq4j.testkit.RawFrame;
import io.zmq4j.testkit.RawListener;
import io.zmq4j.testkit.RawPeer;
import io.zmq4j.zmtp.CloseReason;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is left when a connection dies: nothing of its own, and nothing is lost that the library still had. */
class ConnectionDeathTest {
    @RegisterExtension
    final Rig rig = new Rig();

    private static Message numbered(int number, int size) {
        return Message.wrap(ByteBuffer.allocate(size).putInt(number).array());
    }

    /** Sends until the queue and the kernel are full; returns how many messages were taken. */
    private static int fill(PushSocket push, int size) {
        int count = 0;
        while (push.send(numbered(count, size), Duration.ofMillis(300))) {
            count++;
        }
        return count;
    }

    /** Reads what comes, message by message, until the one with this number. */
    private static List<Integer> readUntil(RawPeer peer, int last, int size) {
        List<Integer> numbers = new ArrayList<>();
        do {
            RawFrame frame = peer.readFrame();
            if (!frame.isCommand()) {
                assertThat(frame.body()).hasSize(size);
                numbers.add(ByteBuffer.wrap(frame.body()).getInt());
            }
        } while (numbers.isEmpty() || numbers.get(numbers.size() - 1) != last);
        return numbers;
    }

    /**
     * The first peer reads nothing and dies by a reset: what the kernel had of the messages is gone with it, whatever the
     * library had goes to the next one. Whether the library lost any shows in the amount: the kernel's buffers hold no more
     * than was measured while the first peer was stalled.
     */
    @ParameterizedTest
    @ValueSource(ints = {10, 1_000, 20_000, 100_000, 3_000_000})
    @DisplayName("what the kernel did not take goes to the next peer, from the first message that had not left whole")
    void whatTheKernelDidNotTakeGoesToTheNextPeer(int size) {
        PushSocket push = rig.context().push();
        push.set(SNDHWM, size > 1_000_000 ? 5 : 200);
        if (size < 100_000) {
            // Less than a segment of the loopback interface, so not for much: each write waits for a delayed
            // acknowledgement.
            push.set(SNDBUF, 32 * 1024);
        }
        push.set(RECONNECT_IVL, Duration.ofMillis(10));
        push.set(LINGER, Duration.ZERO);
        try (var listener = RawListener.tcp()) {
            push.connect(listener.endpoint());
            RawPeer first = listener.accept().handshake("PULL");
            int count = fill(push, size);
            first.reset();

            try (RawPeer second = listener.accept().handshake("PULL")) {
                List<Integer> numbers = readUntil(second, count - 1, size);
                assertThat(numbers.get(0))
                        .as("messages that left with the first peer")
                        .isLessThan(count);
                for (int i = 0; i < numbers.size(); i++) {
                    assertThat(numbers.get(i)).isEqualTo(numbers.get(0) + i);
                }
                assertThat(numbers.size()).as("most of the queue").isGreaterThan(size > 1_000_000 ? 3 : 100);
            }
        }
        assertThat(push.drops()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 100_000})
    @DisplayName("where no next connection follows, what the kernel did not take is counted")
    void whatABoundSocketCannotSendAnyMoreIsCounted(int size) {
        PushSocket push = rig.context().push();
        push.set(SNDHWM, 200);
        push.set(SNDBUF, 32 * 1024);
        String endpoint = push.bind(Transport.TCP.freshEndpoint()).uri();
        RawPeer peer = RawPeer.connect(endpoint).handshake("PULL");
        Rig.await("the peer is there", () -> push.peerCount() == 1);
        int count = fill(push, size);
        peer.reset();

        Rig.await("the peer is gone", () -> push.peerCount() == 0);
        Rig.await("its messages are counted", () -> push.drops().getOrDefault(DropReason.PEER_GONE, 0L) > 100);
        assertThat(push.drops().get(DropReason.PEER_GONE)).isLessThanOrEqualTo((long) count);
    }

    private static long directMemory() {
        return ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
                .filter(pool -> pool.getName().equals("direct"))
                .mapToLong(BufferPoolMXBean::getMemoryUsed)
                .sum();
    }

    @Test
    @DisplayName("peers that are reset as they come, or block for ever inside a large body, cost no buffers")
    void deadAndStalledPeersKeepNoBuffers() {
        PushSocket push = rig.context().push();
        push.set(SNDHWM, 3);
        push.set(LINGER, Duration.ZERO);
        String endpoint = push.bind(Transport.TCP.freshEndpoint()).uri();
        long before = directMemory();
        for (int i = 0; i < 100; i++) {
            RawPeer stranger = RawPeer.connect(endpoint);
            stranger.send(Greeting.v31().encoded());
            stranger.reset();
        }
        List<RawPeer> stalled = new ArrayList<>();
        try {
            for (int i = 0; i < 20; i++) {
                stalled.add(RawPeer.connect(endpoint).handshake("PULL"));
                int peers = i + 1;
                Rig.await("peer " + i, () -> push.peerCount() == peers);
            }
            Message large = Message.wrap(new byte[8 << 20]);
            while (push.send(large, Duration.ofMillis(200))) {}

            // A buffer of 1 MiB each would be 20 MiB; few threads do I/O here, whatever the peers do.
            assertThat(directMemory() - before).isLessThan(6L << 20);
        } finally {
            stalled.forEach(RawPeer::close);
        }
    }

    @Test
    @DisplayName("a peer that reads slowly gets everything of a socket that was closed, though it sends heartbeats")
    void heartbeatsDoNotCutAGoodbyeShort() {
        int count = 30;
        var context = rig.newContext();
        PushSocket push = context.push();
        push.set(LINGER, FOREVER);
        push.set(SNDBUF, 256 * 1024);
        try (var listener = RawListener.tcp()) {
            push.connect(listener.endpoint());
            RawPeer peer = listener.accept().handshake("PULL");
            for (int i = 0; i < count; i++) {
                push.send(numbered(i, 200_000));
            }
            push.close();
            byte[] ping = RawFrame.command("PING", Bytes.hex("0000")).encoded();
            for (int i = 0; i < count; i++) {
                peer.send(ping);
                RawFrame frame = peer.readFrame();
                while (frame.isCommand()) {
                    frame = peer.readFrame();
                }
                assertThat(ByteBuffer.wrap(frame.body()).getInt()).isEqualTo(i);
                // Longer than the whole goodbye may take with a peer that is silent.
                LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
            }
            peer.close();
        }
        context.close(Rig.PATIENCE);
        assertThat(push.drops()).isEmpty();
    }

    private static byte[] refused(String identity, String text) {
        return Bytes.concat(
                Greeting.v31().encoded(),
                RawFrame.ready("DEALER", "Identity", identity).encoded(),
                RawFrame.message(Bytes.utf8(text)).encoded());
    }

    @Test
    @DisplayName("a stranger under another's routing id is refused, and what it sent at once is nobody's")
    void aRefusedPeerIsNotRead() {
        RouterSocket router = rig.context().router();
        var events = EventLog.of(router);
        String endpoint = router.bind(Transport.TCP.freshEndpoint()).uri();
        DealerSocket good = rig.context().dealer();
        good.set(ROUTING_ID, Bytes.utf8("A"));
        good.connect(endpoint);
        good.send("hello");
        assertThat(Rig.receive(router).text(1)).isEqualTo("hello");
        try (var poller = rig.context().poller()) {
            Poller.Item readable = poller.onReadable(router);
            for (int i = 0; i < 20; i++) {
                try (RawPeer stranger = RawPeer.connect(endpoint)) {
                    stranger.send(refused("A", "bad"));
                    SocketEvent refusal = events.await(SocketEvent.Type.DISCONNECTED);
                    assertThat(refusal.reason()).isEqualTo(CloseReason.REFUSED_BY_SOCKET);
                }
                assertThat(poller.poll(Duration.ofMillis(5))).isFalse();
                assertThat(readable.isReady()).isFalse();
                assertThat(router.tryReceive()).isEmpty();
            }
        }
        good.send("still there");
        assertThat(Rig.receive(router).text(1)).isEqualTo("still there");
        Rig.await("what the strangers sent is counted", () -> !router.drops().isEmpty());
    }

    @Test
    @DisplayName("a proxy goes on when a stranger comes under another's routing id")
    void aRefusedPeerEndsNoProxy() {
        RouterSocket frontend = rig.context().router();
        DealerSocket backend = rig.context().dealer();
        String endpoint = frontend.bind(Transport.TCP.freshEndpoint()).uri();
        String workers = backend.bind(Transport.TCP.freshEndpoint()).uri();
        Future<?> proxy = rig.start(Proxy.between(frontend, backend)::run);
        ReqSocket client = rig.context().req();
        client.set(ROUTING_ID, Bytes.utf8("A"));
        client.connect(endpoint);
        RepSocket worker = rig.context().rep();
        worker.connect(workers);
        // The client has its routing id before the first stranger comes.
        client.send("first");
        assertThat(Rig.receive(worker).text()).isEqualTo("first");
        worker.send("answer");
        assertThat(Rig.receive(client).text()).isEqualTo("answer");
        for (int i = 0; i < 10; i++) {
            try (RawPeer stranger = RawPeer.connect(endpoint)) {
                stranger.send(refused("A", "bad"));
                client.send("question");
                assertThat(Rig.receive(worker).text()).isEqualTo("question");
                worker.send("answer");
                assertThat(Rig.receive(client).text()).isEqualTo("answer");
            }
        }
        assertThat(proxy.isDone()).isFalse();
    }

    @Test
    @DisplayName("a peer may hold what it sent and no more: a large message once does not reserve memory for ever")
    void whatAPeerHasLeftBehindIsWhatItSent() {
        PullSocket pull = rig.context().pull();
        String endpoint = pull.bind(Transport.TCP.freshEndpoint()).uri();
        try (RawPeer peer = RawPeer.connect(endpoint).handshake("PUSH")) {
            peer.send(RawFrame.message(new byte[40 << 20]));
            assertThat(Rig.receive(pull).size()).isEqualTo(40 << 20);
            long before = used();
            peer.send(Bytes.hex("02 0000000002800000 00"));
            LockSupport.parkNanos(Rig.MOMENT.toNanos());
            assertThat(used() - before).isLessThan(20L << 20);
        }
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
