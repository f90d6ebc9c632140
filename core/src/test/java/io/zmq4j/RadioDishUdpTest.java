package io.zmq4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zmq4j.error.EndpointException;
import io.zmq4j.event.DropReason;
import io.zmq4j.event.SocketEvent;
import io.zmq4j.message.Message;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** RADIO and DISH over udp. */
@Timeout(120)
class RadioDishUdpTest {
    private static final Duration IN_TIME = Duration.ofSeconds(20);

    private final Context context =
            Context.builder().sockets(all -> all.linger(Duration.ofSeconds(5))).build();
    private final RadioSocket radio = context.radio();
    private final DishSocket dish = context.dish();

    @AfterEach
    void close() {
        context.close();
    }

    private static Message receive(DishSocket dish) {
        return dish.receive(IN_TIME).orElseThrow(() -> new AssertionError("nothing came"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "[::1]", "lo;239.192.7.9", "127.0.0.1;239.192.7.9"})
    void onlyWhatWasJoinedIsReceived(String place) {
        radio.set("IPV6", place.startsWith("[") ? "1" : "0");
        dish.set("IPV6", place.startsWith("[") ? "1" : "0");
        dish.join("weather").join("");
        int port = dish.bind("udp://" + place + ":*").port();
        radio.connect("udp://" + place + ":" + port);
        assertThat(radio.awaitPeer(IN_TIME)).isTrue();
        radio.send("weather/nl", "wrong");
        radio.send("weather", "sunny");
        radio.send("", "nobody's");
        assertThat(receive(dish)).isEqualTo(Message.of("weather", "sunny"));
        assertThat(receive(dish)).isEqualTo(Message.of("", "nobody's"));
        assertThat(dish.drops()).containsOnly(java.util.Map.entry(DropReason.NOT_SUBSCRIBED, 1L));

        dish.leave("weather");
        radio.send("weather", "rain");
        radio.send("", "again");
        assertThat(receive(dish)).isEqualTo(Message.of("", "again"));
    }

    @Test
    void aGroupOfMulticastHasManyMembers() {
        try (DishSocket other = context.dish()) {
            int port = dish.join("a").bind("udp://lo;239.192.7.10:*").port();
            other.join("a").bind("udp://lo;239.192.7.10:" + port);
            radio.connect("udp://lo;239.192.7.10:" + port);
            radio.send("a", "1");
            assertThat(receive(dish).text(1)).isEqualTo("1");
            assertThat(receive(other).text(1)).isEqualTo("1");
        }
    }

    @Test
    void theBytesAreThoseOfLibzmq() throws IOException {
        try (var plain = new DatagramSocket(0, InetAddress.getByName("127.0.0.1"))) {
            plain.setSoTimeout((int) IN_TIME.toMillis());
            radio.connect("udp://localhost:" + plain.getLocalPort());
            radio.send("ab", "xyz");
            var packet = new DatagramPacket(new byte[100], 100);
            plain.receive(packet);
            assertThat(Arrays.copyOf(packet.getData(), packet.getLength()))
                    .isEqualTo(new byte[] {2, 'a', 'b', 'x', 'y', 'z'});

            int port = dish.join("ab").bind("udp://127.0.0.1:*").port();
            byte[] back = {2, 'a', 'b', 'v'};
            plain.send(new DatagramPacket(back, back.length, InetAddress.getByName("127.0.0.1"), port));
            assertThat(receive(dish)).isEqualTo(Message.of("ab", "v"));
        }
    }

    @Test
    void whatIsMalformedOrTooLargeIsLostAndCounted() throws Exception {
        var losses = new LinkedBlockingQueue<SocketEvent>();
        for (Socket socket : new Socket[] {radio, dish}) {
            socket.onEvent(event -> {
                if (event.type() == SocketEvent.Type.DATA_LOST) {
                    losses.add(event);
                }
            });
        }
        int port = dish.join("a").bind("udp://127.0.0.1:*").port();
        try (var plain = new DatagramSocket(0, InetAddress.getByName("127.0.0.1"))) {
            byte[] lies = {5, 'a', 'b'};
            for (byte[] bytes : new byte[][] {{}, lies, new byte[9000]}) {
                plain.send(new DatagramPacket(bytes, bytes.length, InetAddress.getByName("127.0.0.1"), port));
            }
            for (String what : new String[] {"malformed", "malformed", "more than 8192"}) {
                assertThat(losses.poll(IN_TIME.toSeconds(), TimeUnit.SECONDS).detail())
                        .contains(what);
            }
            assertThat(dish.drops()).containsEntry(DropReason.LOST_IN_TRANSPORT, 3L);
        }
        radio.connect("udp://127.0.0.1:" + port);
        radio.send("a", new byte[8191]);
        radio.send("a".getBytes(StandardCharsets.US_ASCII), new byte[8190]);
        assertThat(receive(dish).size(1)).isEqualTo(8190);
        assertThat(losses.poll(IN_TIME.toSeconds(), TimeUnit.SECONDS).detail()).contains("8192");
        assertThat(radio.drops()).containsEntry(DropReason.LOST_IN_TRANSPORT, 1L);
    }

    @Test
    void oneConnectsAndTheOtherBinds() {
        assertThatThrownBy(() -> radio.bind("udp://127.0.0.1:5555"))
                .isInstanceOf(EndpointException.class)
                .hasMessageContaining("not for a RADIO socket to bind; allowed: [DISH, DGRAM]");
        assertThatThrownBy(() -> dish.connect("udp://127.0.0.1:5555"))
                .isInstanceOf(EndpointException.class)
                .hasMessageContaining("not for a DISH socket to connect; allowed: [RADIO]");
    }
}
