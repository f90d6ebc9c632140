package io.zmq4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zmq4j.error.SocketStateException;
import io.zmq4j.event.SocketEvent;
import io.zmq4j.message.Message;
import io.zmq4j.zmtp.SocketType;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MonitorTest {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final int GREETING_BYTES = 64;
    private static final long ALL = 0x1FFFF;
    private static final long PIPES_STATS = 0x10000;

    private final Context context = Context.create();
    private final PullSocket pull = context.pull();
    private final PushSocket push = context.push();

    @AfterEach
    void close() {
        context.close(Duration.ofSeconds(5));
    }

    private PairSocket reader(String monitor) {
        PairSocket pair = context.pair();
        pair.connect(monitor);
        return pair;
    }

    private static long number(byte[] frame) {
        assertThat(frame).hasSize(Long.BYTES);
        return ByteBuffer.wrap(frame).order(ByteOrder.nativeOrder()).getLong();
    }

    /** One event of version 2. */
    private record Event(long number, List<Long> values, String local, String remote) {
        static Event of(Message message) {
            int values = (int) number(message.bytes(1));
            assertThat(message.frameCount()).isEqualTo(values + 4);
            List<Long> read = new ArrayList<>();
            for (int i = 0; i < values; i++) {
                read.add(MonitorTest.number(message.bytes(2 + i)));
            }
            return new Event(
                    MonitorTest.number(message.bytes(0)),
                    read,
                    new String(message.bytes(values + 2), StandardCharsets.UTF_8),
                    new String(message.bytes(values + 3), StandardCharsets.UTF_8));
        }

        private static long number(byte[] frame) {
            return MonitorTest.number(frame);
        }
    }

    private static Event next(ReceivingSocket reader) {
        return Event.of(reader.receive(SOON).orElseThrow());
    }

    private static Event next(ReceivingSocket reader, long number) {
        Event event = next(reader);
        while (event.number() != number) {
            event = next(reader);
        }
        return event;
    }

    @Test
    void ofABoundEndpointTheLocalAddressIsKnownAndThePeersIsRemote() {
        PairSocket reader = reader(pull.monitor("inproc://monitor", ALL, 2, SocketType.PAIR));
        String endpoint = pull.bind("tcp://127.0.0.1:*").uri();
        assertThat(next(reader)).isEqualTo(new Event(SocketEvent.Type.LISTENING.number(), List.of(0L), endpoint, ""));
        push.connect(endpoint);
        Event accepted = next(reader);
        assertThat(accepted.number()).isEqualTo(SocketEvent.Type.ACCEPTED.number());
        assertThat(accepted.local()).isEqualTo(endpoint);
        assertThat(accepted.remote()).startsWith("tcp://127.0.0.1:").isNotEqualTo(endpoint);
        next(reader, SocketEvent.Type.HANDSHAKE_SUCCEEDED.number());
        push.close();
        assertThat(next(reader, SocketEvent.Type.DISCONNECTED.number()))
                .isEqualTo(new Event(SocketEvent.Type.DISCONNECTED.number(), List.of(0L), endpoint, accepted.remote()));
        pull.close();
        assertThat(next(reader, SocketEvent.Type.CLOSED.number()).local()).isEqualTo(endpoint);
        assertThat(next(reader, SocketEvent.Type.MONITOR_STOPPED.number()).local())
                .isEmpty();
    }

    @Test
    void ofAConnectedEndpointTheRemoteAddressIsKnown() {
        PairSocket reader = reader(push.monitor("inproc://monitor", ALL, 2, SocketType.PAIR));
        String endpoint = pull.bind("tcp://127.0.0.1:*").uri();
        push.connect(endpoint);
        Event connected = next(reader, SocketEvent.Type.CONNECTED.number());
        assertThat(connected.local()).isEmpty();
        assertThat(connected.remote()).isEqualTo(endpoint);
    }

    @Test
    void whatWasBoundBeforeIsLocalToo() {
        String endpoint = pull.bind("tcp://127.0.0.1:*").uri();
        PairSocket reader = reader(pull.monitor("inproc://monitor", ALL, 2, SocketType.PAIR));
        push.connect(endpoint);
        assertThat(next(reader).local()).isEqualTo(endpoint);
    }

    @Test
    void whatIsQueuedIsToldOfEachPeer() {
        PairSocket reader = reader(push.monitor("inproc://monitor", PIPES_STATS, 2, SocketType.PAIR));
        assertThat(push.monitorPipes()).isZero();
        push.connect("inproc://nobody yet");
        push.send("one");
        push.send("two");
        assertThat(push.monitorPipes()).isEqualTo(1);
        assertThat(next(reader)).isEqualTo(new Event(PIPES_STATS, List.of(2L, 0L), "", "inproc://nobody yet"));
    }

    @Test
    void withoutAMonitorThatWantsItNobodyIsToldWhatIsQueued() {
        assertThatThrownBy(push::monitorPipes)
                .isInstanceOf(SocketStateException.class)
                .hasMessageContaining("version 2");
        push.monitor("inproc://one", 0xFFFF);
        push.monitor("inproc://two", 0xFFFF, 2, SocketType.PAIR);
        assertThatThrownBy(push::monitorPipes).isInstanceOf(SocketStateException.class);
    }

    @Test
    void manyMayReadAMonitorThatPublishes() {
        String monitor = pull.monitor("inproc://monitor", 0xFFFF, 2, SocketType.PUB);
        SubSocket one = context.sub().subscribe("");
        SubSocket other = context.sub().subscribe("");
        one.connect(monitor);
        other.connect(monitor);
        String endpoint = pull.bind("tcp://127.0.0.1:*").uri();
        assertThat(next(one).local()).isEqualTo(endpoint);
        assertThat(next(other).local()).isEqualTo(endpoint);
    }

    @Test
    void severalMayShareAMonitorThatPushes() {
        String monitor = pull.monitor("inproc://monitor", 0xFFFF, 1, SocketType.PUSH);
        PullSocket reader = context.pull();
        reader.connect(monitor);
        String endpoint = pull.bind("tcp://127.0.0.1:*").uri();
        assertThat(reader.receive(SOON).orElseThrow().text(1)).isEqualTo(endpoint);
    }

    /** What comes is a greeting of ZMTP 3.0 with the mechanism CURVE, or none; zeros follow. */
    @ParameterizedTest
    @CsvSource({"ff00000000000000017f03004355525645, 8192, 285212674", "474554202f20485454502f312e310d0a, 2048, 0"})
    void aHandshakeThatFailsHasLibzmqsNumbers(String sent, int number, long value) throws Exception {
        PairSocket reader = reader(pull.monitor("inproc://monitor", 0x2800, 2, SocketType.PAIR));
        int port = pull.bind("tcp://127.0.0.1:*").port();
        try (var peer = SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))) {
            peer.write(ByteBuffer.wrap(Arrays.copyOf(HexFormat.of().parseHex(sent), GREETING_BYTES)));
            Event failed = next(reader);
            assertThat(failed.number()).isEqualTo(number);
            assertThat(failed.values()).containsExactly(value);
        }
    }

    @Test
    void whatAMonitorCannotBeIsSaid() {
        assertThatThrownBy(() -> pull.monitor("inproc://m", ALL, 1, SocketType.PAIR))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("16 bits");
        assertThatThrownBy(() -> pull.monitor("inproc://m", ALL, 3, SocketType.PAIR))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1 and 2");
        assertThatThrownBy(() -> pull.monitor("inproc://m", ALL, 2, SocketType.REP))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("PAIR, PUB or PUSH");
        assertThat(context.sockets()).as("nothing is left of them").hasSize(2);
    }

    @Test
    void aPortOfARangeIsBoundTheFirstThatIsFree() {
        try (var taken = context.pull()) {
            int port = taken.bind("tcp://127.0.0.1:![20000-29999]").port();
            assertThat(port).isBetween(20_000, 29_999);
            assertThatThrownBy(() -> pull.bind("tcp://127.0.0.1:*[" + port + "-" + port + "]"))
                    .hasMessageContaining("none of its 1 ports");
            String range = "tcp://127.0.0.1:*[" + port + "-" + (port + 50) + "]";
            Binding bound = pull.bind(range);
            assertThat(bound.port()).isBetween(port + 1, port + 50);
            push.connect(bound);
            push.send("hello");
            assertThat(pull.receive(SOON)).contains(Message.of("hello"));
            pull.unbind(range);
        }
    }
}
