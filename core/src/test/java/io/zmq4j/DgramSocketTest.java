package io.zmq4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zmq4j.error.EndpointException;
import io.zmq4j.event.DropReason;
import io.zmq4j.event.EndpointState;
import io.zmq4j.event.SocketEvent;
import io.zmq4j.message.Message;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** DGRAM over udp against plain sockets of the JDK. */
@Timeout(120)
class DgramSocketTest {
    private static final Duration IN_TIME = Duration.ofSeconds(20);

    private final Context context =
            Context.builder().sockets(all -> all.linger(Duration.ofSeconds(5))).build();
    private final DgramSocket dgram = context.dgram();

    @AfterEach
    void close() {
        context.close();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static DatagramSocket plain(String address) throws IOException {
        var plain = new DatagramSocket(0, InetAddress.getByName(address));
        plain.setSoTimeout((int) IN_TIME.toMillis());
        return plain;
    }

    private static byte[] receive(DatagramSocket plain) throws IOException {
        var packet = new DatagramPacket(new byte[65_535], 65_535);
        plain.receive(packet);
        return java.util.Arrays.copyOf(packet.getData(), packet.getLength());
    }

    private static void send(DatagramSocket plain, int port, byte[] bytes) throws IOException {
        plain.send(new DatagramPacket(bytes, bytes.length, plain.getLocalAddress(), port));
    }

    private static Message receive(DgramSocket dgram) {
        return dgram.receive(IN_TIME).orElseThrow(() -> new AssertionError("nothing came"));
    }

    private static BlockingQueue<SocketEvent> losses(DgramSocket dgram) {
        var losses = new LinkedBlockingQueue<SocketEvent>();
        dgram.onEvent(event -> {
            if (event.type() == SocketEvent.Type.DATA_LOST) {
                losses.add(event);
            }
        });
        return losses;
    }

    private static SocketEvent next(BlockingQueue<SocketEvent> events) throws InterruptedException {
        SocketEvent event = events.poll(IN_TIME.toSeconds(), TimeUnit.SECONDS);
        assertThat(event).as("an event").isNotNull();
        return event;
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "[::1]"})
    void datagramsGoBothWaysWithTheAddressOfTheOtherEnd(String host) throws IOException {
        dgram.set("IPV6", host.startsWith("[") ? "1" : "0");
        Binding binding = dgram.bind("udp://" + host + ":*");
        assertThat(binding.uri()).isEqualTo("udp://" + host + ":" + binding.port());
        assertThat(binding.port()).isPositive();
        try (DatagramSocket plain = plain(host)) {
            String address = host + ":" + plain.getLocalPort();
            send(plain, binding.port(), utf8("ping"));
            assertThat(receive(dgram)).isEqualTo(Message.of(address, "ping"));
            dgram.send(address, utf8("pong"));
            assertThat(receive(plain)).asString().isEqualTo("pong");
            dgram.send((InetSocketAddress) plain.getLocalSocketAddress(), new byte[0]);
            assertThat(receive(plain)).isEmpty();
            send(plain, binding.port(), new byte[0]);
            assertThat(receive(dgram)).isEqualTo(Message.of(address, ""));
        }
    }

    @Test
    void twoOfThemTalkAndTheLargestPasses() {
        try (DgramSocket other = context.dgram()) {
            int here = dgram.bind("udp://*:*").port();
            int there = other.bind("udp://127.0.0.1:*").port();
            byte[] most = new byte[8192];
            most[8191] = 7;
            dgram.send("127.0.0.1:" + there, most);
            Message received = receive(other);
            assertThat(received.text(0)).isEqualTo("127.0.0.1:" + here);
            assertThat(received.bytes(1)).isEqualTo(most);
        }
    }

    @Test
    void aLargerOneIsLostAndCounted() throws Exception {
        int port = dgram.bind("udp://127.0.0.1:*").port();
        BlockingQueue<SocketEvent> losses = losses(dgram);
        try (DatagramSocket plain = plain("127.0.0.1")) {
            send(plain, port, new byte[8193]);
            send(plain, port, utf8("next"));
            assertThat(receive(dgram).text(1)).isEqualTo("next");
            SocketEvent loss = next(losses);
            assertThat(loss.detail()).isEqualTo("a datagram of more than 8192 bytes");
            assertThat(loss.peer()).isEqualTo("127.0.0.1:" + plain.getLocalPort());
            assertThat(dgram.drops()).containsEntry(DropReason.LOST_IN_TRANSPORT, 1L);
        }
    }

    @Test
    void whatTheSystemDoesNotSendIsLostAndCounted() throws Exception {
        dgram.bind("udp://127.0.0.1:*");
        BlockingQueue<SocketEvent> losses = losses(dgram);
        dgram.send("[::1]:9", utf8("of the other family"));
        assertThat(next(losses).peer()).isEqualTo("[::1]:9");
        try (DatagramSocket plain = plain("127.0.0.1")) {
            dgram.send("127.0.0.1:" + plain.getLocalPort(), utf8("next"));
            assertThat(receive(plain)).asString().isEqualTo("next");
        }
    }

    @Test
    void nobodyAtAnAddressDoesNoHarm() throws IOException {
        dgram.bind("udp://127.0.0.1:*");
        int closed;
        try (DatagramSocket plain = plain("127.0.0.1")) {
            closed = plain.getLocalPort();
        }
        try (DatagramSocket plain = plain("127.0.0.1")) {
            for (int i = 0; i < 10; i++) {
                dgram.send("127.0.0.1:" + closed, utf8("lost"));
                dgram.send("127.0.0.1:" + plain.getLocalPort(), utf8("heard"));
                assertThat(receive(plain)).asString().isEqualTo("heard");
            }
        }
    }

    @Test
    void aSendWaitsUntilItIsBound() throws IOException {
        try (DatagramSocket plain = plain("127.0.0.1")) {
            Message message = Message.of("127.0.0.1:" + plain.getLocalPort(), "x");
            assertThat(dgram.canSend()).isFalse();
            assertThat(dgram.trySend(message)).isFalse();
            var sent = dgram.sendAsync(message);
            dgram.bind("udp://127.0.0.1:*");
            assertThat(receive(plain)).asString().isEqualTo("x");
            assertThat(sent).succeedsWithin(IN_TIME);
        }
    }

    @Test
    void manyGoWithoutWaitingForEachOther() throws Exception {
        int port = dgram.bind("udp://127.0.0.1:*").port();
        try (DgramSocket other = context.dgram()) {
            other.bind("udp://127.0.0.1:*");
            // Some at a time: the kernel keeps as many as fit into its buffer.
            for (int round = 0; round < 50; round++) {
                for (int i = 0; i < 20; i++) {
                    other.send("127.0.0.1:" + port, utf8(round + " " + i));
                }
                for (int i = 0; i < 20; i++) {
                    assertThat(receive(dgram).text(1)).isEqualTo(round + " " + i);
                }
            }
        }
    }

    @Test
    void aGroupIsHeardByAllItsMembers() throws IOException {
        try (DgramSocket other = context.dgram()) {
            int port = dgram.bind("udp://lo;239.192.7.7:*").port();
            assertThat(dgram.lastEndpoint()).isEqualTo("udp://lo;239.192.7.7:" + port);
            other.bind("udp://127.0.0.1;239.192.7.7:" + port);
            try (DgramSocket sender = context.dgram()) {
                sender.bind("udp://127.0.0.1;239.192.7.8:*");
                sender.send("239.192.7.7:" + port, utf8("to all"));
                assertThat(receive(dgram).text(1)).isEqualTo("to all");
                assertThat(receive(other).text(1)).isEqualTo("to all");
            }
        }
    }

    @Test
    void itHasOneEndpoint() {
        Binding binding = dgram.bind("udp://127.0.0.1:*");
        assertThatThrownBy(() -> dgram.bind("udp://127.0.0.1:*"))
                .isInstanceOf(EndpointException.class)
                .hasMessageContaining("has one already");
        assertThat(binding.state()).isEqualTo(EndpointState.CONNECTED);
    }

    @Test
    void aPortInUseIsToldAtOnce() {
        int port = dgram.bind("udp://127.0.0.1:*").port();
        try (DgramSocket other = context.dgram()) {
            assertThatThrownBy(() -> other.bind("udp://127.0.0.1:" + port)).isInstanceOf(EndpointException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"tcp://127.0.0.1:*", "ipc:///tmp/x", "inproc://x"})
    void otherTransportsAreRefused(String endpoint) {
        assertThatThrownBy(() -> dgram.bind(endpoint))
                .isInstanceOf(EndpointException.class)
                .hasMessageContaining("not for a DGRAM socket; allowed: udp://");
    }

    @Test
    void itIsNotConnectedAndOthersDoNotUseUdp() {
        assertThatThrownBy(() -> dgram.connect("udp://127.0.0.1:5555"))
                .isInstanceOf(EndpointException.class)
                .hasMessageContaining("not for a DGRAM socket to connect");
        try (PubSocket pub = context.pub();
                StreamSocket stream = context.stream()) {
            assertThatThrownBy(() -> pub.bind("udp://127.0.0.1:*"))
                    .isInstanceOf(EndpointException.class)
                    .hasMessageContaining("not for a PUB socket to bind");
            assertThatThrownBy(() -> stream.bind("udp://127.0.0.1:*")).isInstanceOf(EndpointException.class);
        }
    }

    @Test
    void wrongMessagesAreRefused() {
        dgram.bind("udp://127.0.0.1:*");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> dgram.send("127.0.0.1:5555"))
                .withMessageContaining("1 frame:");
        for (String address : new String[] {"localhost:5555", "127.0.0.1", "127.0.0.1:0", "1.2.3.256:1", "::1:5"}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> dgram.send(address, new byte[1]))
                    .withMessageContaining("\"" + address + "\" is no address");
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> dgram.send("127.0.0.1:5555", new byte[8193]))
                .withMessageContaining("at most 8192");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> dgram.send(InetSocketAddress.createUnresolved("a", 1), new byte[1]));
    }
}
