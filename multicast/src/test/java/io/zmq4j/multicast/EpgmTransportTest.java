package io.zmq4j.multicast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.zmq4j.Context;
import io.zmq4j.PubSocket;
import io.zmq4j.SubSocket;
import io.zmq4j.error.EndpointException;
import io.zmq4j.event.DropReason;
import io.zmq4j.event.Peer;
import io.zmq4j.event.Received;
import io.zmq4j.event.SocketEvent;
import io.zmq4j.message.Message;
import io.zmq4j.multicast.pgm.Segment;
import io.zmq4j.multicast.pgm.packet.PacketType;
import io.zmq4j.multicast.pgm.packet.PacketWriter;
import io.zmq4j.multicast.pgm.packet.Tsi;
import io.zmq4j.options.SocketOptions;
import io.zmq4j.zmtp.SocketType;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.Inet4Address;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.StandardSocketOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sockets over epgm, on the loopback interface. */
class EpgmTransportTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration SILENCE = Duration.ofMillis(200);

    private final Context context = Context.create();
    private final int port = ThreadLocalRandom.current().nextInt(20_000, 30_000);
    private final String group = "239.192." + ThreadLocalRandom.current().nextInt(1, 255) + ".";

    @AfterEach
    void close() {
        context.close(PATIENCE);
    }

    private String endpoint(String groups) {
        return "epgm://127.0.0.1;" + groups + ":" + port;
    }

    private PubSocket pub(String endpoint) {
        PubSocket pub = context.pub();
        pub.set(SocketOptions.RATE, 100_000);
        pub.bind(endpoint);
        return pub;
    }

    private SubSocket sub(String endpoint, String... topics) {
        SubSocket sub = context.sub();
        for (String topic : topics) {
            sub.subscribe(topic);
        }
        sub.connect(endpoint);
        return sub;
    }

    private static String text(SubSocket sub) {
        Message message = sub.receive(PATIENCE).orElseThrow();
        return message.text(0);
    }

    @Test
    void everySubscriberGetsWhatHeSubscribedTo() {
        String endpoint = endpoint(group + "1");
        SubSocket all = sub(endpoint, "");
        SubSocket some = sub(endpoint, "b", "c");
        PubSocket pub = pub(endpoint);
        pub.send("a1");
        pub.send("b2");
        pub.send("d3");
        pub.send("c4");

        assertThat(List.of(text(all), text(all), text(all), text(all))).containsExactly("a1", "b2", "d3", "c4");
        assertThat(List.of(text(some), text(some))).containsExactly("b2", "c4");
    }

    @Test
    void ofASenderOnlyTheEndpointIsKnown() {
        String endpoint = endpoint(group + "1");
        SubSocket sub = sub(endpoint, "");
        pub(endpoint).send("hello");

        Received received = sub.receiveFrom(PATIENCE).orElseThrow();

        assertThat(received.message()).isEqualTo(Message.of("hello"));
        assertThat(received.peer()).isEqualTo(Peer.withoutWire(endpoint, null, new byte[0]));
    }

    @Test
    void bindAndConnectAreTheSame() {
        String endpoint = endpoint(group + "1");
        SubSocket sub = context.sub();
        sub.subscribe("");
        assertThat(sub.bind(endpoint).uri()).isEqualTo(endpoint);
        PubSocket pub = context.pub();
        pub.connect(endpoint);
        pub.send("hello");

        assertThat(text(sub)).isEqualTo("hello");
        assertThat(pub.lastEndpoint()).isEqualTo(endpoint);
    }

    @Test
    void aMessageIsWholeWhateverItsSizeAndNumberOfFrames() {
        String endpoint = endpoint(group + "1");
        SubSocket sub = sub(endpoint, "");
        PubSocket pub = pub(endpoint);
        var frames = new byte[][] {new byte[0], new byte[1], new byte[254], new byte[255], new byte[100_000]};
        frames[4][99_999] = 7;
        pub.send(Message.wrap(frames));

        Message message = sub.receive(PATIENCE).orElseThrow();
        assertThat(message.frameCount()).isEqualTo(5);
        for (int i = 0; i < 5; i++) {
            assertThat(message.array(i)).isEqualTo(frames[i]);
        }
    }

    @Test
    void aPublisherHasAPeerThatSubscribedToEverything() {
        PubSocket pub = pub(endpoint(group + "1"));
        assertThat(pub.awaitPeer(PATIENCE)).isTrue();
        assertThat(pub.peerCount()).isEqualTo(1);

        var xpub = context.xpub();
        xpub.bind(endpoint(group + "2"));
        Message subscription = xpub.receive(PATIENCE).orElseThrow();
        assertThat(subscription.array(0)).containsExactly(1);
    }

    @Test
    void severalGroupsAreReceivedAndOneIsSentTo() {
        SubSocket two = sub(endpoint(group + "1," + group + "2"), "");
        SubSocket second = sub(endpoint(group + "2"), "");
        // Receives where it is told and sends elsewhere.
        var pub = pub(endpoint(group + "9;" + group + "2"));
        pub.send("to the second");
        assertThat(text(two)).isEqualTo("to the second");
        assertThat(text(second)).isEqualTo("to the second");
        pub.close();

        PubSocket other = context.pub();
        other.bind("epgm://127.0.0.1;" + group + "1:" + port);
        other.send("to the first");
        assertThat(text(two)).isEqualTo("to the first");
        assertThat(second.receive(SILENCE)).isEmpty();
    }

    @Test
    void anInterfaceIsFoundByName() throws Exception {
        NetworkInterface loopback = NetworkInterface.getByInetAddress(Inet4Address.getByName("127.0.0.1"));
        String named = "epgm://" + loopback.getName() + ";" + group + "1:" + port;
        SubSocket sub = sub(named, "");
        pub(endpoint(group + "1")).send("hello");

        assertThat(text(sub)).isEqualTo("hello");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nosuch0", "192.0.2.77", "[2001:db8::77]"})
    void anInterfaceThatIsNotThereIsNamedWithThoseThatAre(String networkInterface) {
        SubSocket sub = context.sub();
        String groups = networkInterface.startsWith("[") ? "[ff15::1]" : group + "1";

        assertThatExceptionOfType(EndpointException.class)
                .isThrownBy(() -> sub.connect("epgm://" + networkInterface + ";" + groups + ":" + port))
                .withMessageContaining("no interface " + networkInterface)
                .withMessageContaining("127.0.0.1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PAIR", "REQ", "REP", "DEALER", "ROUTER", "PULL", "PUSH"})
    void otherPatternsAreRefused(SocketType type) {
        var socket = context.socket(type);

        assertThatExceptionOfType(EndpointException.class)
                .isThrownBy(() -> socket.bind(endpoint(group + "1")))
                .withMessageContaining("not for a " + type + " socket")
                .withMessageContaining("PUB, SUB, XPUB, XSUB");
    }

    @Test
    void aClosedPublisherStillSendsWhatItHas() {
        String endpoint = endpoint(group + "1");
        SubSocket sub = context.sub();
        sub.set(SocketOptions.RCVHWM, 0);
        sub.subscribe("");
        sub.connect(endpoint);
        PubSocket pub = context.pub();
        pub.set(SocketOptions.RATE, 2_000);
        pub.set(SocketOptions.SNDHWM, 0);
        pub.bind(endpoint);
        // 200 kB at 250 kB a second.
        for (int i = 0; i < 200; i++) {
            pub.send(Message.wrap(new byte[1000]));
        }
        pub.close();

        for (int i = 0; i < 200; i++) {
            assertThat(sub.receive(PATIENCE)).as("message %s", i).isPresent();
        }
        assertThat(pub.drops()).isEmpty();
    }

    @Test
    void whatLingerDoesNotLetOutIsCounted() {
        PubSocket pub = context.pub();
        pub.set(SocketOptions.LINGER, Duration.ZERO);
        pub.set(SocketOptions.RATE, 1);
        pub.bind(endpoint(group + "1"));
        for (int i = 0; i < 500; i++) {
            pub.send(Message.wrap(new byte[1000]));
        }
        pub.close();
        context.close(PATIENCE);

        // At 125 bytes a second, the first eight packets may have gone: nothing of what they did not complete is
        // forgotten.
        assertThat(pub.drops().get(DropReason.LINGER_EXPIRED)).isBetween(485L, 500L);
    }

    @Test
    void aFullQueueDropsAndCountsAndDoesNotBlock() {
        PubSocket pub = context.pub();
        pub.set(SocketOptions.LINGER, Duration.ZERO);
        pub.set(SocketOptions.RATE, 1);
        pub.set(SocketOptions.SNDHWM, 100);
        pub.bind(endpoint(group + "1"));
        for (int i = 0; i < 1000; i++) {
            pub.send(Message.wrap(new byte[1000]));
        }

        assertThat(pub.drops().get(DropReason.QUEUE_FULL)).isBetween(800L, 900L);
    }

    @Test
    void aSlowSubscriberIsWaitedForByTheKernelAndLosesNothing() throws Exception {
        String endpoint = endpoint(group + "1");
        SubSocket sub = context.sub();
        sub.set(SocketOptions.RATE, 100_000);
        sub.set(SocketOptions.RCVHWM, 10);
        sub.subscribe("");
        sub.connect(endpoint);
        PubSocket pub = context.pub();
        pub.set(SocketOptions.RATE, 100_000);
        pub.set(SocketOptions.SNDHWM, 0);
        pub.bind(endpoint);
        for (int i = 0; i < 300; i++) {
            pub.send(String.valueOf(i));
        }
        // Nobody receives until all of it was sent.
        var sent = new CountDownLatch(1);
        var unused = pub.onEvent(event -> {
            if (event.type() == SocketEvent.Type.CLOSED) {
                sent.countDown();
            }
        });
        pub.close();
        assertThat(sent.await(20, TimeUnit.SECONDS)).isTrue();

        for (int i = 0; i < 300; i++) {
            assertThat(text(sub)).isEqualTo(String.valueOf(i));
        }
        assertThat(sub.drops()).isEmpty();
    }

    @Test
    void aDisconnectedSubscriberHearsNoMore() {
        String endpoint = endpoint(group + "1");
        SubSocket sub = sub(endpoint, "");
        PubSocket pub = pub(endpoint);
        pub.send("one");
        assertThat(text(sub)).isEqualTo("one");

        sub.disconnect(endpoint);
        pub.send("two");
        assertThat(sub.receive(SILENCE)).isEmpty();
        sub.connect(endpoint);
        pub.send("three");
        assertThat(text(sub)).isEqualTo("three");
    }

    @Test
    void sourcesThatComeAndGoAreTold() throws Exception {
        String endpoint = endpoint(group + "1");
        SubSocket sub = context.sub();
        var events = new ArrayList<SocketEvent>();
        var gone = new CountDownLatch(1);
        var unused = sub.onEvent(event -> {
            events.add(event);
            if (event.type() == SocketEvent.Type.SOURCE_GONE) {
                gone.countDown();
            }
        });
        sub.subscribe("");
        sub.connect(endpoint);
        PubSocket pub = pub(endpoint);
        pub.send("hello");
        assertThat(text(sub)).isEqualTo("hello");
        pub.close();

        assertThat(gone.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(events)
                .extracting(SocketEvent::type)
                .containsExactly(
                        SocketEvent.Type.LISTENING, SocketEvent.Type.SOURCE_JOINED, SocketEvent.Type.SOURCE_GONE);
        assertThat(events.get(1).peer()).isEqualTo("127.0.0.1");
    }

    @Test
    void aStrangerWhoseRepairsComeFromNowhereEndsNothing() throws Exception {
        String endpoint = endpoint(group + "1");
        SubSocket sub = sub(endpoint, "");
        PubSocket pub = pub(endpoint);
        pub.send("before");
        assertThat(text(sub)).isEqualTo("before");
        var stranger = new Datagram(new byte[200]);
        stranger.send(PacketWriter.spm(stranger.bytes, STRANGER, port, 1, 1, 0, IPV6, false));
        stranger.send(stranger.message(1));
        // What is between, a subscriber asks for, within 50 ms.
        stranger.send(stranger.message(3));
        assertThat(text(sub)).isEqualTo("x");
        assertThat(sub.receive(SILENCE)).isEmpty();

        for (int i = 0; i < 20; i++) {
            pub.send(String.valueOf(i));
            assertThat(text(sub)).isEqualTo(String.valueOf(i));
        }
        assertThat(sub.peerCount()).isEqualTo(1);
    }

    @Test
    void aMessageWithoutEndIsRefusedAndTold() throws Exception {
        String endpoint = endpoint(group + "1");
        SubSocket sub = sub(endpoint, "");
        PubSocket pub = pub(endpoint);
        pub.send("before");
        assertThat(text(sub)).isEqualTo("before");
        var refused = new CompletableFuture<SocketEvent>();
        var unused = sub.onEvent(event -> {
            if (event.type() == SocketEvent.Type.DATA_LOST) {
                refused.complete(event);
            }
        });
        var stranger = new Datagram(new byte[1400]);
        int begin = PacketWriter.DATA_HEADER + Segment.HEADER;
        Segment.FORMAT.putHeader(stranger.bytes, begin, 0, 1 << 30);
        stranger.send(stranger.data(1, stranger.bytes.length));
        stranger.bytes[PacketWriter.DATA_HEADER] = -1;
        stranger.bytes[PacketWriter.DATA_HEADER + 1] = -1;
        for (int i = 2; i < 1000; i++) {
            stranger.send(stranger.data(i, stranger.bytes.length));
        }

        assertThat(refused.get(20, TimeUnit.SECONDS).value()).isEqualTo(1);
        assertThat(sub.drops()).containsEntry(DropReason.LOST_IN_TRANSPORT, 1L);
        pub.send("after");
        assertThat(text(sub)).isEqualTo("after");
    }

    private static final long STRANGER = Tsi.of(0xBAD, 1).value();
    private static final byte[] IPV6 = {0x20, 1, 0xd, (byte) 0xb8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1};

    /** What a stranger sends. */
    private final class Datagram {
        final byte[] bytes;

        Datagram(byte[] bytes) {
            this.bytes = bytes;
        }

        int message(int sequence) {
            int end = Segment.FORMAT.putHeader(bytes, PacketWriter.DATA_HEADER + Segment.HEADER, 0, 1);
            bytes[PacketWriter.DATA_HEADER] = 0;
            bytes[PacketWriter.DATA_HEADER + 1] = 0;
            bytes[end] = 'x';
            return data(sequence, end + 1);
        }

        int data(int sequence, int end) {
            return PacketWriter.data(bytes, end, PacketType.ODATA, STRANGER, port, sequence, 1);
        }

        void send(int length) throws Exception {
            try (var socket = new DatagramSocket()) {
                socket.setOption(
                        StandardSocketOptions.IP_MULTICAST_IF,
                        NetworkInterface.getByInetAddress(Inet4Address.getByName("127.0.0.1")));
                socket.send(new DatagramPacket(bytes, length, new InetSocketAddress(group + "1", port)));
            }
        }
    }

    @Test
    void garbageIsSurvived() throws Exception {
        String endpoint = endpoint(group + "1");
        SubSocket sub = sub(endpoint, "");
        PubSocket pub = pub(endpoint);
        var random = ThreadLocalRandom.current();
        try (var socket = new DatagramSocket()) {
            socket.setOption(
                    StandardSocketOptions.IP_MULTICAST_IF,
                    NetworkInterface.getByInetAddress(Inet4Address.getByName("127.0.0.1")));
            for (int i = 0; i < 2000; i++) {
                var bytes = new byte[random.nextInt(1500)];
                random.nextBytes(bytes);
                String to = i % 2 == 0 ? group + "1" : "127.0.0.1";
                socket.send(new DatagramPacket(bytes, bytes.length, new InetSocketAddress(to, port)));
            }
        }
        pub.send("hello");

        assertThat(text(sub)).isEqualTo("hello");
    }
}
